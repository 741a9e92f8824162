/// A line of a stream as it stands there.
struct TextLine: Sendable {
  /// Without the line end.
  let bytes: ArraySlice<UInt8>
  /// LF, CR LF, or nothing at the end of the stream.
  let end: ArraySlice<UInt8>
  /// From 1.
  let number: Int

  /// The bytes without the mark that some programs put before UTF-8.
  var unmarked: ArraySlice<UInt8> {
    number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }
}
