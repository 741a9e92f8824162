import Records

/// A transcript copied from the watch page: a line with a time, then its text, or both on one line.
///
/// Quirks: newer pages put the time in words between the two, in the page's language; the name of the track below
/// says whether it is automatic; a list of chapters looks alike but is sparse.
struct WatchPageTranscript: ExportFormat {
  let id = "watch-page-transcript"
  let title = "Transcript copied from the watch page"

  func score(_ probe: Probe) -> Int {
    // Looking at every line of each JSON file for a transcript cost as much as reading its records.
    probe.json == nil && PastedSketch(probe).isTranscript ? 70 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "text with times", platform: nil))
    let track = WatchPageTranscript.track(input.probe.head)
    let source = track.map { $0.isAutomatic ? TranscriptSource.automatic : .unknown }
    try output.transcript(input.transcriptHead(source ?? .unknown, language: track?.language, platform: nil))
    let lines = LineReader(input.text)
    var open: Cue?
    var isBelowTime = false
    var count = 0
    while let line = try lines.next() {
      if lines.isDamaged { try output.problem(.damagedText(line: lines.line)) }
      switch PastedLine(line) {
      case .stamp(let time, let text):
        isBelowTime = true
        count += try close(&open, at: time, output)
        open = Cue(startMs: time, endMs: nil, text: text, row: lines.line)
      case .text(let text) where !text.isEmpty && (isBelowTime || !PastedLine.isHeading(text)):
        var cue = open ?? Cue(startMs: nil, endMs: nil, text: "", row: lines.line)
        cue.text += (cue.text.isEmpty ? "" : " ") + text
        open = cue
      case .text, .chrome: break
      }
    }
    count += try close(&open, at: nil, output)
    if count == 0 { try output.problem(.nothingRead("lines of a transcript")) }
  }

  /// The name of the track below the transcript, where it was copied too.
  private static func track(_ head: [UInt8]) -> TrackName? {
    let lines = LineReader(UTF8Decoder(ByteReader(MemorySource(head))))
    var track: TrackName?
    // A source in memory throws nothing.
    while let line = try? lines.next() {
      let body = line.trimmed()
      if body.count <= 100, let found = TrackName(body.string) { track = found }
    }
    return track
  }

  private func close(_ open: inout Cue?, at time: Int?, _ output: RecordOutput) throws -> Int {
    guard var cue = open, !cue.text.isEmpty else { return 0 }
    open = nil
    if let start = cue.startMs, let time, time >= start { cue.endMs = time }
    try output.cue(cue)
    return 1
  }
}

/// What the first lines of a text tell of times in it.
struct PastedSketch {
  private var times: [Int] = []
  /// Lines that are no headings.
  private var lines = 0
  /// Times with their text on the same line, and the bytes of it.
  private var sharedLines = 0
  private var sharedBytes = 0

  init(_ probe: Probe) {
    for line in probe.lines(120) {
      switch line.withBytes({ PastedLine($0) }) {
      case .stamp(let time, let text):
        times.append(time)
        lines += 1
        sharedLines += text.isEmpty ? 0 : 1
        sharedBytes += text.utf8.count
      case .text: lines += 1
      case .chrome: break
      }
    }
  }

  /// Times that rise, on a fourth of the lines or more, and not as sparse as chapters.
  var isTranscript: Bool { looksTimed && !isSparse }

  /// A list of chapters, as descriptions of videos have it.
  var isChapters: Bool { looksTimed && isSparse && times.first == 0 }

  private var looksTimed: Bool {
    times.count >= 2 && times.count * 4 >= lines && zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// One line for each time, mostly more than 30 seconds apart, with fewer than two bytes a second.
  private var isSparse: Bool {
    let gaps = zip(times, times.dropFirst()).map { $1 - $0 }.sorted()
    guard sharedLines * 2 > times.count, sharedLines * 2 > lines, !gaps.isEmpty else { return false }
    let median = gaps[(gaps.count - 1) / 2]
    return median > 30_000 && sharedBytes / sharedLines * 1_000 < 2 * median
  }
}
