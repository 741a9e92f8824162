import Records

extension FormatInput {
  /// The head that follows from the file's name and content; what the name says comes first.
  ///
  /// - Parameter source: who wrote it down, by its content.
  func transcriptHead(
    _ source: TranscriptSource, language: String?, platform: Platform?
  ) -> TranscriptHead {
    let name = PostFileName(probe.name)
    return TranscriptHead(
      postID: name.postID, account: account(platform), source: name.source ?? source,
      statedLanguage: name.language ?? language)
  }

  func transcriptDescription(_ format: String, dialect: String, platform: Platform?) -> SourceDescription {
    SourceDescription(
      format: format, encoding: probe.encoding.name, dialect: dialect, account: account(platform))
  }
}

/// Passes captions on as cues: cleans their text, unrolls rolling ones, leaves out empty ones and what is no
/// speech.
struct CueWriter {
  /// What is done with captions that last into the next.
  enum Overlap {
    case kept
    /// They end where the next starts.
    case clipped
    /// The same, and lines that were shown before are left out.
    case unrolled
  }

  private let output: RecordOutput
  private let overlap: Overlap
  private var rolling = RollingCaptions()
  /// The cue that waits for the start of the next, where it ends at the latest.
  private var held: Cue?
  private(set) var count = 0

  init(_ output: RecordOutput, overlap: Overlap) {
    self.output = output
    self.overlap = overlap
  }

  /// - Parameter text: without markup.
  mutating func write(_ caption: Caption, text: String) throws {
    if caption.isDamaged { try output.problem(.damagedText(line: caption.line)) }
    try write(Cue(startMs: caption.startMs, endMs: caption.endMs, text: text, row: caption.line))
  }

  /// - Parameter cue: its text without markup; it may be empty.
  mutating func write(_ cue: Cue) throws {
    var cue = cue
    if let start = cue.startMs, let end = cue.endMs, end < start {
      try output.problem(CueWriter.backwards(cue.row))
      cue.endMs = nil
    }
    let text = SoundLabel.removed(cue.text)
    let lines = overlap == .unrolled ? rolling.newLines(text) : [text.trimmedText].filter { !$0.isEmpty }
    for line in lines {
      cue.text = line
      try put(cue)
    }
  }

  mutating func finish() throws {
    try flush(before: nil)
    if count == 0 { try output.problem(.nothingRead("captions")) }
  }

  private mutating func put(_ cue: Cue) throws {
    guard overlap != .kept else {
      count += 1
      return try output.cue(cue)
    }
    try flush(before: cue.startMs)
    held = cue
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
      "caption.backwards", .note, line: line, found: "an end before its start", expected: "a start, then an end",
      remedy: "The text was kept without its end; look at the times on this line.")
  }
}
