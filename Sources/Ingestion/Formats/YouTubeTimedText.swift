import Records

/// YouTube's captions as XML: `srv1`, `srv2` and `srv3`.
///
/// Quirks: `srv1` escapes its texts twice; ends of automatic captions overlap the next; `a="1"` only moves a
/// window; windows without times of words are a machine translation of automatic captions.
struct YouTubeTimedText: ExportFormat {
  let id = "youtube-timedtext"
  let title = "YouTube captions as XML (srv1, srv2, srv3)"

  func score(_ probe: Probe) -> Int {
    switch probe.xmlRoot {
    case "timedtext": 95
    case "transcript": 90
    default: 0
    }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = Sketch(input.probe.head)
    try output.begin(
      input.transcriptDescription(id, dialect: sketch.form?.rawValue ?? "xml", platform: .youtube))
    try output.transcript(
      input.transcriptHead(sketch.source(input.probe), language: nil, platform: .youtube))
    let parser = TimedTextParser(input.text)
    var writer = CueWriter(output, overlap: .clipped)
    do {
      while let line = try parser.next() {
        if parser.takeReplacement() { try output.problem(.damagedText(line: line.line)) }
        if line.isAppended, line.text.trimmedText.isEmpty { continue }
        guard let cue = YouTubeTimedText.cue(line) else {
          try output.problem(CueWriter.broken(line: line.line))
          continue
        }
        try writer.write(cue)
      }
    } catch let fault as XMLFault {
      try output.problem(.xml(fault))
    }
    try writer.finish()
  }

  private static func cue(_ line: TimedTextParser.Line) -> Cue? {
    guard let start = line.startMs else { return nil }
    return Cue(startMs: start, endMs: line.durationMs.map { start + $0 }, text: line.text, row: line.line)
  }

  /// What the first lines tell.
  private struct Sketch {
    var form: TimedTextParser.Form?
    var hasWordTimes = false
    var isRolling = false
    var overlaps = false

    init(_ head: [UInt8]) {
      let parser = TimedTextParser(UTF8Decoder(ByteReader(MemorySource(head))))
      var cues: [Cue] = []
      // The head may end anywhere: what was seen so far is the sketch.
      while cues.count < 60, let line = try? parser.next() {
        hasWordTimes = hasWordTimes || line.hasWordTimes
        isRolling = isRolling || line.isAppended
        if let cue = YouTubeTimedText.cue(line), !line.isAppended { cues.append(cue) }
      }
      form = parser.form
      overlaps = Cue.mostlyOverlap(cues)
    }

    func source(_ probe: Probe) -> TranscriptSource {
      if hasWordTimes { return .automatic }
      guard isRolling || overlaps else { return .human }
      // Other forms tell words apart, so that their absence says something.
      if form == .srv3 { return .machineTranslated }
      return CaptionName.isOnlyTranslated(PostFileName(probe.name).language) ? .machineTranslated : .automatic
    }
  }
}
