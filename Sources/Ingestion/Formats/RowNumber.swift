/// Numbers the records of a JSON file: by their line, and by the next number where several stand on one line.
/// Each statement of a file needs a number of its own, or it would be taken for another's repetition.
struct RowNumber {
  private var last = 0

  /// A number above all earlier ones, the line's where that is free.
  mutating func next(_ line: Int) -> Int {
    last = max(line, last + 1)
    return last
  }
}
