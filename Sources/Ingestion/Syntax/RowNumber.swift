/// Numbers the records of JSON: by their lines, and on from there where several stand on one line, so that no two records
/// of a file have one number.
struct RowNumber {
  private var last = 0

  mutating func next(_ line: Int) -> Int {
    last = max(line, last + 1)
    return last
  }
}
