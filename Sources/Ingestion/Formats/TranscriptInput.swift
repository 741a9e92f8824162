import Records

extension FormatInput {
  /// What the file's name tells of a transcript, and the head that follows from it.
  func transcriptHead(
    _ source: TranscriptSource, language: String?, platform: Platform?
  ) -> TranscriptHead {
    let name = PostFileName(probe.name)
    return TranscriptHead(
      postID: name.postID, account: account(platform), source: source, statedLanguage: name.language ?? language)
  }

  func transcriptDescription(_ format: String, dialect: String, platform: Platform?) -> SourceDescription {
    SourceDescription(
      format: format, encoding: probe.encoding.name, dialect: dialect, account: account(platform))
  }
}

/// Passes captions on as cues: cleans their text, unrolls rolling ones, leaves out empty ones.
struct CueWriter {
  private let output: RecordOutput
  private var rolling: RollingCaptions?
  /// The cue that waits for the start of the next: an unrolled line ends there at the latest.
  private var held: Cue?
  private(set) var count = 0

  init(_ output: RecordOutput, unrolls: Bool) {
    self.output = output
    rolling = unrolls ? RollingCaptions() : nil
  }

  /// - Parameter text: without markup.
  mutating func write(_ caption: Caption, text: String) throws {
    if caption.isDamaged { try output.problem(.damagedText(line: caption.line)) }
    guard caption.endMs >= caption.startMs else { return try output.problem(CueWriter.backwards(caption.line)) }
    guard rolling != nil else {
      let body = text.trimmedText
      guard !body.isEmpty else { return }
      count += 1
      return try output.cue(Cue(startMs: caption.startMs, endMs: caption.endMs, text: body, row: caption.line))
    }
    for line in rolling?.newLines(text) ?? [] {
      try flush(before: caption.startMs)
      held = Cue(startMs: caption.startMs, endMs: caption.endMs, text: line, row: caption.line)
    }
  }

  mutating func finish() throws {
    try flush(before: nil)
    if count == 0 { try output.problem(.nothingRead("captions")) }
  }

  private mutating func flush(before start: Int?) throws {
    guard var cue = held else { return }
    held = nil
    if let start, let end = cue.endMs, start > (cue.startMs ?? 0) { cue.endMs = min(end, start) }
    count += 1
    try output.cue(cue)
  }

  static func broken(line: Int) -> Problem {
    Problem(
      "caption.broken", .rowRefused, line: line, found: "lines that are no caption", expected: "times and a text",
      remedy: "The rest was read; look at the times on this line.")
  }

  private static func backwards(_ line: Int) -> Problem {
    Problem(
      "caption.backwards", .rowRefused, line: line, found: "an end before its start", expected: "a start, then an end",
      remedy: "The rest was read; look at the times on this line.")
  }
}
