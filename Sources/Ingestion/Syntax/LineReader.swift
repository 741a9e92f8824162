/// Reads text line by line: LF, CR LF or CR. Of a line longer than `limit` the rest is left out.
final class LineReader {
  static let limit = 1 << 20

  /// Number of the current line, from 1.
  private(set) var line = 0
  /// Whether the current line holds U+FFFD in the place of bytes that could not be read.
  private(set) var isDamaged = false
  /// Whether the current line was cut.
  private(set) var isCut = false

  private let buffer: TextBuffer
  private var at = 0
  private var skipsLineFeed = false

  init(_ text: any TextSource) { buffer = TextBuffer(text) }

  /// The next line without its end, valid until the next call; nil at the end of the text.
  func next() throws -> Bytes? {
    if isCut, try !skipRest() { return nil }
    line += 1
    isDamaged = false
    isCut = false
    while true {
      if skipsLineFeed, at < buffer.count {
        skipsLineFeed = false
        if buffer.base[at] == ASCII.lineFeed { at += 1 }
      }
      let rest = buffer.bytes(at..<buffer.count)
      if let end = rest.lineEnd, end <= LineReader.limit { return take(end) }
      if rest.count > LineReader.limit {
        isCut = true
        at += LineReader.limit
        return rest.part(0..<LineReader.limit)
      }
      guard try more() else { return last() }
    }
  }

  private func take(_ end: Int) -> Bytes {
    let start = at
    at += end + 1
    skipsLineFeed = buffer.base[start + end] == ASCII.carriageReturn
    return buffer.bytes(start..<start + end)
  }

  private func more() throws -> Bool {
    let start = at
    at = 0
    let isMore = try buffer.refill(keeping: start)
    isDamaged = isDamaged || buffer.sawReplacement
    buffer.sawReplacement = false
    return isMore
  }

  private func last() -> Bytes? {
    guard at < buffer.count else { return nil }
    let start = at
    at = buffer.count
    return buffer.bytes(start..<buffer.count)
  }

  private func skipRest() throws -> Bool {
    while true {
      if let end = buffer.bytes(at..<buffer.count).lineEnd {
        _ = take(end)
        return true
      }
      at = buffer.count
      guard try more() else { return false }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where the first line of these bytes ends.
  fileprivate var lineEnd: Int? {
    let feed = position(of: ASCII.lineFeed)
    return part(0..<(feed ?? count)).position(of: ASCII.carriageReturn) ?? feed
  }
}
