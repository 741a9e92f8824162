import Records

/// What Whisper prints while it works, copied from its window: `[00:00.000 --> 00:04.000]  text`, or
/// `[0.00s -> 4.00s] text` of faster-whisper.
///
/// Quirks: other lines say what the program does; one of them names the language.
struct WhisperConsole: ExportFormat {
  let id = "whisper-console"
  let title = "Whisper transcript, copied from its window"

  func score(_ probe: Probe) -> Int {
    let timed = probe.lines(40).count { line in line.withBytes { WhisperConsole.cue($0, row: 0) != nil } }
    return timed >= 2 ? 92 : timed * 88
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "text with times", platform: nil))
    let language = input.probe.lines(40).lazy.compactMap { $0.withBytes { WhisperConsole.language($0) } }.first
    try output.transcript(input.transcriptHead(.automatic, language: language, platform: nil))
    let lines = LineReader(input.text)
    var writer = WhisperWriter(output)
    while let line = try lines.next() {
      if lines.isDamaged { try output.problem(.damagedText(line: lines.line)) }
      if let cue = WhisperConsole.cue(line.trimmed(), row: lines.line) { try writer.write(cue) }
    }
    try writer.finish()
  }

  private static func cue(_ line: Bytes, row: Int) -> Cue? {
    guard line.first == ASCII.openBracket, let close = line.position(of: ASCII.closeBracket) else { return nil }
    let times = line.part(1..<close)
    guard let arrow = times.position(of: "->") else { return nil }
    let isLong = arrow > 0 && times[arrow - 1] == ASCII.minus
    guard let start = time(times.part(0..<(isLong ? arrow - 1 : arrow)).trimmed()),
      let end = time(times.part(arrow + 2..<times.count).trimmed())
    else { return nil }
    return Cue(startMs: start, endMs: end, text: line.part(close + 1..<line.count).string, row: row)
  }

  /// `00:04.000`, `01:00:04.000`, `4.00s`.
  private static func time(_ text: Bytes) -> Int? {
    var at = 0
    if let time = CaptionTime.loose(text, at: &at), at == text.count { return time }
    guard text.last == UInt8(ascii: "s") else { return nil }
    return text.part(0..<text.count - 1).seconds
  }

  /// `Detected language: Russian`, `Detected language 'ru' with probability 0.99`.
  private static func language(_ line: Bytes) -> String? {
    guard let place = line.position(of: "etected language") else { return nil }
    let rest = line.part(place + 16..<line.count)
    let word = rest.drop { !ASCII.isLetter($0) }.prefix { ASCII.isLetter($0) }
    return WhisperLanguage.code(String(decoding: word, as: UTF8.self))
  }
}
