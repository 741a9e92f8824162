import Records

/// A transcript typed as plain text (`.txt`) or in Word: paragraphs, perhaps with names of speakers and times. Taken
/// only where nothing else fits, since any text looks like it.
struct PlainTranscript: ExportFormat {
  let id = "plain-transcript"
  let title = "Transcript as plain text (.txt, .docx)"

  func score(_ probe: Probe) -> Int {
    let isText = probe.fileExtension == "txt" || probe.form == .document
    guard isText, probe.json == nil, probe.head.first != ASCII.less else { return 0 }
    let lines = probe.lines(40)
    let letters = lines.joined().utf8.count { ASCII.isLetter($0) || $0 >= 0x80 }
    return !PastedSketch(probe).isChapters && letters >= 20 ? 10 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "text", platform: nil))
    try output.transcript(input.transcriptHead(.unknown, language: nil, platform: nil))
    let lines = LineReader(input.text)
    // A time on a line of its own, for the line below it.
    var waiting: SpokenLine?
    var count = 0
    while let line = try lines.next() {
      if lines.isDamaged { try output.problem(.damagedText(line: lines.line)) }
      let spoken = SpokenLine(line)
      guard !spoken.text.isEmpty else {
        waiting = spoken.startMs == nil ? waiting : spoken
        continue
      }
      count += 1
      let times = spoken.startMs == nil ? waiting ?? spoken : spoken
      waiting = nil
      try output.cue(Cue(startMs: times.startMs, endMs: times.endMs, text: spoken.text, row: lines.line))
    }
    if count == 0 { try output.problem(.nothingRead("lines of a transcript")) }
  }
}
