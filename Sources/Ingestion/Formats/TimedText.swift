import Records

/// Timed text of the W3C (`.ttml`, `.dfxp`).
///
/// Quirks: yt-dlp makes it for captions of every kind; automatic ones last into the next caption.
struct TimedText: ExportFormat {
  let id = "ttml"
  let title = "Timed text of the W3C (.ttml, .dfxp)"

  func score(_ probe: Probe) -> Int { probe.xmlRoot == "tt" ? 95 : 0 }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = TimedText.sketch(input.probe.head)
    try output.begin(input.transcriptDescription(id, dialect: "ttml", platform: nil))
    try output.transcript(
      input.transcriptHead(sketch.overlaps ? .automatic : .unknown, language: sketch.language, platform: nil))
    let parser = TTMLParser(input.text)
    var writer = CueWriter(output, overlap: sketch.overlaps ? .clipped : .kept)
    do {
      while let paragraph = try parser.next() {
        if parser.takeReplacement() { try output.problem(.damagedText(line: paragraph.line)) }
        if paragraph.text.trimmedText.isEmpty { continue }
        if paragraph.startMs == nil { try output.problem(TimedText.untimed(paragraph.line)) }
        try writer.write(TimedText.cue(paragraph))
      }
    } catch let fault as XMLFault {
      try output.problem(.xml(fault))
    }
    try writer.finish()
  }

  private static func cue(_ paragraph: TTMLParser.Paragraph) -> Cue {
    Cue(startMs: paragraph.startMs, endMs: paragraph.endMs, text: paragraph.text, row: paragraph.line)
  }

  private static func sketch(_ head: [UInt8]) -> (language: String?, overlaps: Bool) {
    let parser = TTMLParser(UTF8Decoder(ByteReader(MemorySource(head))))
    var cues: [Cue] = []
    // The head may end anywhere: what was seen so far is the sketch.
    while cues.count < 60, let paragraph = try? parser.next() { cues.append(cue(paragraph)) }
    return (parser.language, Cue.mostlyOverlap(cues))
  }

  private static func untimed(_ line: Int) -> Problem {
    Problem(
      "caption.untimed", .note, line: line, found: "a paragraph without a time", expected: "begin=\"00:00:01.000\"",
      remedy: "Its text was kept; look at the times on this line.")
  }
}
