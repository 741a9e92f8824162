/// Reads SubViewer as YouTube writes it (`.sbv`): `0:00:00.160,0:00:02.990`, lines of text, an empty line.
final class SubViewerParser {
  private let lines: LineReader
  private var current: Caption?
  private var hasEnded = false

  init(_ text: any TextSource) { lines = LineReader(text) }

  /// The next caption; nil at the end of the file.
  func next() throws -> CaptionStep? {
    while !hasEnded {
      guard let line = try lines.next() else {
        hasEnded = true
        return current.map(CaptionStep.caption)
      }
      if let step = take(line.trimmed()) { return step }
    }
    return nil
  }

  private func take(_ line: Bytes) -> CaptionStep? {
    if let caption = SubViewerParser.timings(line, line: lines.line) {
      defer { current = caption }
      return current.map(CaptionStep.caption)
    }
    if line.isEmpty { return nil }
    guard current != nil else { return .broken(line: lines.line) }
    if current?.text.isEmpty == false { current?.text.append(ASCII.lineFeed) }
    current?.text += line
    if lines.isDamaged { current?.isDamaged = true }
    return nil
  }

  /// A caption without text from its line of times; nil for any other line.
  static func timings(_ line: Bytes, line number: Int) -> Caption? {
    var at = 0
    guard let start = CaptionTime.loose(line, at: &at), at < line.count, line[at] == ASCII.comma else { return nil }
    at += 1
    guard let end = CaptionTime.loose(line, at: &at), at == line.count else { return nil }
    return Caption(startMs: start, endMs: end, text: [], line: number, settings: "", isDamaged: false)
  }
}
