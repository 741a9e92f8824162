import Records

/// Whisper's JSON: of the original, faster-whisper, WhisperX and the web service (`segments`), and of whisper.cpp
/// (`transcription`).
///
/// Quirks: the language stands behind the segments; segments where nobody spoke hold invented text; the long
/// `text` that comes first holds all of it once more.
struct WhisperJSON: ExportFormat {
  let id = "whisper-json"
  let title = "Whisper transcript (JSON)"
  /// Cues that come before the language wait for it; more of them go out without.
  private static let waitingLimit = 20_000

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    if json.inner["segments"]?.isSuperset(of: ["start", "end", "text"]) == true { return 90 }
    if json.inner["transcription"]?.isSuperset(of: ["offsets", "text"]) == true { return 90 }
    if json.names.isSuperset(of: ["segments", "text"]) { return 90 }
    return !probe.isWhole && json.names == ["text"] ? 40 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "json", platform: nil))
    let reader = JSONRecordReader(input.text, layout: .members(["segments", "transcription"]), allowsLines: false)
    var pass = WhisperPass(input: input, output: output, waitingLimit: WhisperJSON.waitingLimit)
    while let event = try reader.next() {
      switch event {
      case .record(let value, let line, let isDamaged): try pass.record(value, line, isDamaged)
      case .member("language", let value): pass.language = value.string.flatMap(WhisperLanguage.code)
      case .member("task", let value): pass.isTranslated = value.string == "translate"
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      case .member, .documentBegan, .documentEnded: break
      }
    }
    try pass.finish()
  }
}

/// One reading of a file of segments.
private struct WhisperPass {
  let input: FormatInput
  let output: RecordOutput
  let waitingLimit: Int
  /// What was spoken, as a code.
  var language: String?
  /// Whether it was told to translate into English.
  var isTranslated = false
  private var waiting: [(cue: Cue, isSilence: Bool)] = []
  private var writer: WhisperWriter?

  init(input: FormatInput, output: RecordOutput, waitingLimit: Int) {
    self.input = input
    self.output = output
    self.waitingLimit = waitingLimit
  }

  mutating func record(_ value: JSONValue, _ line: Int, _ isDamaged: Bool) throws {
    if isDamaged { try output.problem(.damagedText(line: line)) }
    if value["text"]?.hasLoneSurrogate == true { try output.problem(.loneSurrogate(line: line)) }
    guard let cue = WhisperPass.cue(value, line) else { return try output.problem(CueWriter.broken(line: line)) }
    let isSilence = WhisperNoise.isSilence(
      noSpeech: value["no_speech_prob"]?.double, logProbability: value["avg_logprob"]?.double)
    guard writer == nil else { return try writer?.write(cue, isSilence: isSilence) ?? () }
    waiting.append((cue, isSilence))
    if waiting.count >= waitingLimit { try flush() }
  }

  mutating func finish() throws {
    try flush()
    try writer?.finish()
  }

  private mutating func flush() throws {
    guard writer == nil else { return }
    var writer = WhisperWriter(output)
    try output.transcript(
      input.transcriptHead(
        isTranslated ? .machineTranslated : .automatic, language: isTranslated ? "en" : language, platform: nil))
    for (cue, isSilence) in waiting { try writer.write(cue, isSilence: isSilence) }
    waiting = []
    self.writer = writer
  }

  private static func cue(_ value: JSONValue, _ line: Int) -> Cue? {
    guard let text = value["text"]?.string else { return nil }
    if let offsets = value["offsets"] {
      guard let start = offsets["from"]?.int, CaptionTime.isInTalk(start) else { return nil }
      let end = offsets["to"]?.int.flatMap { CaptionTime.isInTalk($0) ? $0 : nil }
      return Cue(startMs: start, endMs: end, text: text, row: line)
    }
    guard let start = value["start"]?.milliseconds else { return nil }
    return Cue(startMs: start, endMs: value["end"]?.milliseconds, text: text, row: line)
  }
}
