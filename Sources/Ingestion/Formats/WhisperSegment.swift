import Records

/// What Whisper writes although nobody said it.
enum WhisperNoise {
  /// Lines that it learned from captions of films: credits of those who made them.
  static func isCredit(_ text: String) -> Bool {
    let lower = text.lowercased()
    return lower.withBytes { bytes in
      marks.contains { bytes.position(of: $0) != nil }
        || tails.contains { bytes.trimmed().starts(with: $0) && bytes.count < $0.utf8CodeUnitCount + 8 }
    }
  }

  private static let marks: [StaticString] = [
    "dimatorzok", "субтитры сделал", "субтитры создавал", "субтитры подготов", "редактор субтитров", "subtitles by",
    "amara.org",
  ]
  private static let tails: [StaticString] = ["продолжение следует", "to be continued"]

  /// Whether a segment's own numbers say that nobody spoke.
  static func isSilence(noSpeech: Double?, logProbability: Double?) -> Bool {
    guard let noSpeech else { return false }
    return noSpeech > 0.9 || (noSpeech > 0.6 && (logProbability ?? 0) < -1)
  }
}

/// Passes segments of Whisper on as cues, without what nobody said, and says how many were left out.
struct WhisperWriter {
  private let output: RecordOutput
  private var writer: CueWriter
  private var leftOut = 0

  init(_ output: RecordOutput) {
    self.output = output
    writer = CueWriter(output, overlap: .clipped)
  }

  mutating func write(_ cue: Cue, isSilence: Bool = false) throws {
    guard !isSilence, !WhisperNoise.isCredit(cue.text) else {
      leftOut += 1
      return
    }
    try writer.write(cue)
  }

  mutating func finish() throws {
    if leftOut > 0 {
      try output.problem(
        Problem(
          "caption.not-speech", .note, found: "\(leftOut) segments that Whisper made where nobody spoke",
          expected: "speech", remedy: "They were left out; nothing needs to be done."))
    }
    try writer.finish()
  }
}

/// Languages as Whisper names them.
enum WhisperLanguage {
  /// A code as it stands; the code of an English name; nil for anything else.
  static func code(_ name: String) -> String? {
    let lower = name.lowercased()
    if let code = names[lower] { return code }
    return (2...3).contains(lower.utf8.count) && lower.utf8.allSatisfy(ASCII.isLetter) ? lower : nil
  }

  private static let names = [
    "russian": "ru", "uzbek": "uz", "kazakh": "kk", "tajik": "tg", "turkish": "tr", "tatar": "tt", "turkmen": "tk",
    "azerbaijani": "az", "bashkir": "ba", "arabic": "ar", "english": "en", "kyrgyz": "ky", "mongolian": "mn",
    "persian": "fa", "ukrainian": "uk", "urdu": "ur",
  ]
}
