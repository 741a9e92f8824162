/// The lines of a table that people write: `#` begins a comment, empty lines and a byte order mark say nothing.
enum TableLines {
  /// Each line that says something, with its number from 1.
  static func each(in bytes: [UInt8], _ read: (_ line: ArraySlice<UInt8>, _ number: Int) -> Void) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let trimmed = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if !trimmed.isEmpty && trimmed.first != UInt8(ascii: "#") { read(trimmed, index + 1) }
    }
  }
}
