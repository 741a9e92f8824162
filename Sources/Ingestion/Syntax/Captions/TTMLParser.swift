/// Reads timed text of the W3C (TTML, DFXP): paragraphs with their times, which count from those of what
/// encloses them.
final class TTMLParser {
  struct Paragraph {
    var startMs: Int?
    var endMs: Int?
    var text: String
    var line: Int
  }

  /// The language that the document states.
  private(set) var language: String?
  private let reader: XMLReader
  private var clock = TTMLClock()
  private var hasRoot = false
  /// Starts of the elements that are open around a paragraph.
  private var origins: [Int] = []

  init(_ text: any TextSource) { reader = XMLReader(text) }

  /// Whether bytes that could not be read were replaced since this was last asked.
  func takeReplacement() -> Bool { reader.takeReplacement() }

  /// The next paragraph; nil at the end.
  /// - Throws: `XMLFault`, and what the source throws.
  func next() throws -> Paragraph? {
    while let event = try reader.next() {
      switch event {
      case .start(let element) where !hasRoot: try open(element)
      case .start(let element) where element.name == "head": try reader.skipElement()
      case .start(let element) where element.name == "p": return try paragraph(element)
      case .start(let element): origins.append(origin + (clock.milliseconds(element["begin"]) ?? 0))
      case .end: if !origins.isEmpty { origins.removeLast() }
      case .text: break
      }
    }
    return nil
  }

  private var origin: Int { origins.last ?? 0 }

  private func open(_ root: XMLElement) throws {
    guard root.name == "tt" else { throw XMLFault(kind: .broken, line: root.line) }
    hasRoot = true
    clock = TTMLClock(root)
    language = root["lang"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func paragraph(_ element: XMLElement) throws -> Paragraph {
    var times = times(element, from: origin)
    let base = times.start ?? origin
    let isTimed = times.start != nil
    var text: [UInt8] = []
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start(let inner):
        depth += 1
        if inner.name == "br" { text.append(ASCII.lineFeed) }
        let own = self.times(inner, from: base)
        if !isTimed, let start = own.start { times.start = min(times.start ?? start, start) }
        if !isTimed, let end = own.end { times.end = max(times.end ?? end, end) }
      case .end: depth -= 1
      case .text(let piece): TTMLParser.add(piece, to: &text)
      }
    }
    return Paragraph(
      startMs: times.start, endMs: times.end, text: String(decoding: text, as: UTF8.self), line: element.line)
  }

  private func times(_ element: XMLElement, from origin: Int) -> (start: Int?, end: Int?) {
    let start = clock.milliseconds(element["begin"]).map { origin + $0 }
    if let end = clock.milliseconds(element["end"]) { return (start, origin + end) }
    return (start, clock.milliseconds(element["dur"]).flatMap { length in start.map { $0 + length } })
  }

  /// Line ends and runs of blanks in the document are one space, as the W3C's default wants it.
  private static func add(_ piece: String, to text: inout [UInt8]) {
    for byte in piece.utf8 {
      guard ASCII.isBlank(byte) else {
        text.append(byte)
        continue
      }
      if let last = text.last, !ASCII.isBlank(last) { text.append(ASCII.space) }
    }
  }
}

/// Times of TTML: `00:00:01.000`, `00:00:01:12` with frames, `12.5s`, `500ms`, `24f`, `10000t`.
struct TTMLClock {
  private var framesPerSecond = 30.0
  private var ticksPerSecond = 1.0

  init() {}

  /// - Parameter root: states the rates of frames and ticks.
  init(_ root: XMLElement) {
    let rate = root["frameRate"].flatMap(Double.init).flatMap { $0 > 0 && $0 < 1_000 ? $0 : nil }
    let parts = (root["frameRateMultiplier"] ?? "").utf8.split { $0 == ASCII.space || $0 == ASCII.colon }
      .compactMap { Double(String(Substring($0))) }
    let multiplier = parts.count == 2 && parts[0] > 0 && parts[1] > 0 ? parts[0] / parts[1] : 1
    framesPerSecond = (rate ?? 30) * multiplier
    let ticks = root["tickRate"].flatMap(Double.init).flatMap { $0 > 0 && $0 < 1e12 ? $0 : nil }
    ticksPerSecond = ticks ?? (rate == nil ? 1 : framesPerSecond)
  }

  /// Nil for what is no time in a talk.
  func milliseconds(_ text: String?) -> Int? {
    guard let text else { return nil }
    let seconds = text.withBytes { $0.trimmed().contains(ASCII.colon) ? clockTime($0.trimmed()) : offset($0.trimmed()) }
    guard let seconds, seconds >= 0, seconds < 1e6 else { return nil }
    return Int((seconds * 1_000).rounded())
  }

  private func clockTime(_ text: Bytes) -> Double? {
    let parts = text.split(separator: ASCII.colon, omittingEmptySubsequences: false).map { Bytes(rebasing: $0) }
    guard parts.count == 3 || parts.count == 4, let hours = parts[0].decimal, let minutes = parts[1].decimal,
      minutes <= 59, let seconds = TTMLClock.number(parts[2]), seconds < 61
    else { return nil }
    var time = Double(hours) * 3_600 + Double(minutes * 60) + seconds
    if parts.count == 4 {
      // Parts of frames stand behind a dot: too short to matter, and read as parts of one.
      guard let frames = TTMLClock.number(parts[3]) else { return nil }
      time += frames / framesPerSecond
    }
    return time
  }

  private func offset(_ text: Bytes) -> Double? {
    let digits = text.prefix { ASCII.isDigit($0) || $0 == ASCII.dot }.count
    guard let value = TTMLClock.number(text.part(0..<digits)) else { return nil }
    switch text.part(digits..<text.count).string {
    case "h": return value * 3_600
    case "m": return value * 60
    case "s": return value
    case "ms": return value / 1_000
    case "f": return value / framesPerSecond
    case "t": return value / ticksPerSecond
    default: return nil
    }
  }

  private static func number(_ text: Bytes) -> Double? {
    guard let first = text.first, ASCII.isDigit(first), text.count <= 20,
      text.allSatisfy({ ASCII.isDigit($0) || $0 == ASCII.dot })
    else { return nil }
    return Double(text.string)
  }
}
