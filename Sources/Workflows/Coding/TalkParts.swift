import Storage

/// The texts of a talk that are read and coded.
struct TalkParts {
  let parts: [(name: String, text: String)]

  init(_ talk: TalkTexts) {
    let transcript = TranscriptText(talk.cues, durationSeconds: talk.durationSeconds).text
    parts = [("title", talk.title ?? ""), ("description", talk.description ?? ""), ("transcript", transcript)]
      .filter { !$0.1.isEmpty }
  }

  func text(_ part: String) -> String? { parts.first { $0.name == part }?.text }
}
