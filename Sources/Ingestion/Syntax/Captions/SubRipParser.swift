/// Reads SubRip (`.srt`) as it is found: `.` for `,`, no numbers, no empty line between captions, no hours.
final class SubRipParser {
  private let lines: LineReader
  private var current: Caption?
  /// A line of digits, which is the next caption's number if times follow it.
  private var heldNumber: [UInt8]?
  private var hasEnded = false

  init(_ text: any TextSource) { lines = LineReader(text) }

  /// The next caption; nil at the end of the file.
  func next() throws -> CaptionStep? {
    while !hasEnded {
      guard let line = try lines.next() else {
        hasEnded = true
        flushNumber()
        return current.map(CaptionStep.caption)
      }
      if let step = take(line) { return step }
    }
    return nil
  }

  private func take(_ line: Bytes) -> CaptionStep? {
    let body = line.trimmed()
    if let caption = SubRipParser.timings(body, line: lines.line) {
      heldNumber = nil
      defer {
        current = caption
      }
      return current.map(CaptionStep.caption)
    }
    if body.isEmpty {
      flushNumber()
      return nil
    }
    if body.allSatisfy(ASCII.isDigit) {
      flushNumber()
      heldNumber = Array(body)
      return nil
    }
    let isLost = current == nil || body.position(of: "-->") != nil
    flushNumber()
    add(Array(body))
    return isLost ? .broken(line: lines.line) : nil
  }

  private func flushNumber() {
    guard let number = heldNumber else { return }
    heldNumber = nil
    add(number)
  }

  private func add(_ line: [UInt8]) {
    guard current != nil else { return }
    if current?.text.isEmpty == false { current?.text.append(ASCII.lineFeed) }
    current?.text += line
    if lines.isDamaged { current?.isDamaged = true }
  }

  /// A caption without text from its line of times; nil for any other line.
  static func timings(_ line: Bytes, line number: Int) -> Caption? {
    guard let first = line.first, ASCII.isDigit(first), let arrow = line.position(of: "-->") else { return nil }
    var at = 0
    guard let start = CaptionTime.loose(line, at: &at), line.part(at..<arrow).trimmed().isEmpty else { return nil }
    let rest = line.part(arrow + 3..<line.count).trimmed()
    at = 0
    guard let end = CaptionTime.loose(rest, at: &at) else { return nil }
    let settings = rest.part(at..<rest.count).trimmed().string
    return Caption(startMs: start, endMs: end, text: [], line: number, settings: settings, isDamaged: false)
  }
}
