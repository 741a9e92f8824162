/// Reads the three forms of YouTube's timed text: `<text start dur>` in seconds, `<text t d>` and `<p t d>` with
/// words in `<s>`, in milliseconds.
final class TimedTextParser {
  enum Form: String {
    case srv1, srv2, srv3
  }

  struct Line {
    /// Nil where it is no time.
    var startMs: Int?
    var durationMs: Int?
    var text: String
    var line: Int
    /// Whether words have their own times.
    var hasWordTimes = false
    /// Whether it only adds to the window of the line before.
    var isAppended = false
  }

  private(set) var form: Form?
  private let reader: XMLReader

  init(_ text: any TextSource) { reader = XMLReader(text) }

  /// Whether bytes that could not be read were replaced since this was last asked.
  func takeReplacement() -> Bool { reader.takeReplacement() }

  /// The next line; nil at the end.
  /// - Throws: `XMLFault`, and what the source throws.
  func next() throws -> Line? {
    while let event = try reader.next() {
      guard case .start(let element) = event else { continue }
      switch (form, element.name) {
      case (nil, _): form = try TimedTextParser.form(element)
      case (.srv1, "text"): return try seconds(element)
      case (.srv2, "text"), (.srv3, "p"): return try milliseconds(element)
      case (_, "head"): try reader.skipElement()
      default: break
      }
    }
    return nil
  }

  /// - Throws: `XMLFault` if it is the root of something else.
  private static func form(_ root: XMLElement) throws -> Form {
    switch root.name {
    case "transcript": return .srv1
    case "timedtext": return root["format"] == "3" ? .srv3 : .srv2
    default: throw XMLFault(kind: .broken, line: root.line)
    }
  }

  private func seconds(_ element: XMLElement) throws -> Line {
    let text = try reader.readText()
    return Line(
      startMs: element["start"].flatMap { $0.withBytes(\.seconds) },
      durationMs: element["dur"].flatMap { $0.withBytes(\.seconds) },
      text: CaptionText.plainSubRip(Array(text.utf8)), line: element.line)
  }

  private func milliseconds(_ element: XMLElement) throws -> Line {
    var line = Line(
      startMs: TimedTextParser.time(element["t"]), durationMs: TimedTextParser.time(element["d"]), text: "",
      line: element.line)
    line.isAppended = element["append"] == "1" || element["a"] == "1"
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start(let inner):
        depth += 1
        line.hasWordTimes = line.hasWordTimes || inner["t"] != nil || inner["ac"] != nil
      case .end: depth -= 1
      case .text(let piece): line.text += piece
      }
    }
    if form == .srv2 { line.text = CaptionText.plainSubRip(Array(line.text.utf8)) }
    return line
  }

  private static func time(_ text: String?) -> Int? {
    guard let value = text?.withBytes(\.decimal), CaptionTime.isInTalk(value) else { return nil }
    return value
  }
}
