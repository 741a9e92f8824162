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
    let name = PostFileName(input.probe.name)
    try output.transcript(
      input.transcriptHead(name.saysAutomatic ? .automatic : .unknown, language: nil, platform: nil))
    let lines = LineReader(input.text)
    var count = 0
    while let line = try lines.next() {
      if lines.isDamaged { try output.problem(.damagedText(line: lines.line)) }
      let (time, text) = PlainTranscript.parts(line.trimmed())
      guard !text.isEmpty else { continue }
      count += 1
      try output.cue(Cue(startMs: time, endMs: nil, text: text, row: lines.line))
    }
    if count == 0 { try output.problem(.nothingRead("lines of a transcript")) }
  }

  /// A line's time (`[00:12]`, `(00:12)`, `00:12 –`) and its text, without the speaker's name.
  static func parts(_ line: Bytes) -> (time: Int?, text: String) {
    var rest = line
    var time: Int?
    let isBracketed = line.first == ASCII.openBracket || line.first == 0x28
    var at = isBracketed ? 1 : 0
    if let found = CaptionTime.stamp(line, at: &at) {
      let isClosed = at < line.count && (line[at] == ASCII.closeBracket || line[at] == 0x29)
      if isBracketed ? isClosed : at == line.count || line.part(at..<line.count).leadingBlank > 0 {
        time = found
        rest = line.part((isClosed ? at + 1 : at)..<line.count).trimmed().withoutDash
      }
    }
    return (time, withoutSpeaker(rest).string)
  }

  /// `Имам: …` without its label. Only labels that are known go: `Пайгамбар айтты: …` belongs to the talk.
  private static func withoutSpeaker(_ line: Bytes) -> Bytes {
    guard let colon = line.part(0..<min(line.count, 60)).position(of: ASCII.colon) else { return line }
    let words = line.part(0..<colon).string.lowercased().utf8.split { $0 == ASCII.space || ASCII.isDigit($0) }
    let name = words.map { String(Substring($0)) }.joined(separator: " ")
    return speakers.contains(name) ? line.part(colon + 1..<line.count).trimmed() : line
  }

  private static let speakers: Set<String> = [
    "имам", "устаз", "устоз", "домла", "молдо", "ведущий", "ведущая", "спикер", "вопрос", "ответ", "алып баруучу",
    "суроо", "жооп", "имом", "бошловчи", "савол", "жавоб", "imom", "ustoz", "domla", "boshlovchi", "savol", "javob",
    "speaker", "host", "imam", "question", "answer",
  ]
}

extension UnsafeRawBufferPointer {
  fileprivate var withoutDash: Bytes {
    for dash: StaticString in ["–", "—", "-", ":"] where starts(with: dash) {
      return part(dash.utf8CodeUnitCount..<count).trimmed()
    }
    return self
  }
}
