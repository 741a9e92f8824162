/// A line of a transcript copied from a web page.
enum PastedLine: Equatable {
  /// A time alone, or with the text behind it, in milliseconds.
  case stamp(Int, text: String)
  case text(String)
  /// What the page says beside the transcript: headings, and times in words.
  case chrome

  init(_ line: Bytes) {
    let body = line.trimmed()
    var at = 0
    if let time = CaptionTime.stamp(body, at: &at) {
      let rest = body.part(at..<body.count)
      if rest.isEmpty || rest.leadingBlank > 0 {
        let text = rest.trimmed().string
        self = .stamp(time, text: PastedLine.isSpokenTime(text) ? "" : text)
        return
      }
    }
    let text = body.string
    self = PastedLine.isSpokenTime(text) || PastedLine.headings.contains(text.lowercased()) ? .chrome : .text(text)
  }

  private static let headings: Set<String> = [
    "transcript", "search in video", "search transcript", "show transcript", "расшифровка видео", "расшифровка",
    "текст видео", "поиск по видео", "поиск в видео", "показать текст видео",
  ]

  /// `4 seconds`, `1 minute, 4 seconds`, `1 минута 4 секунды`: numbers and units of time, nothing else.
  private static func isSpokenTime(_ text: String) -> Bool {
    let words = text.lowercased().utf8.split { $0 == ASCII.space || $0 == ASCII.comma }.map { String(Substring($0)) }
    guard (2...6).contains(words.count), words.count % 2 == 0 else { return false }
    return words.indices.allSatisfy { index in
      index % 2 == 0
        ? words[index].utf8.allSatisfy(ASCII.isDigit)
        : units.contains { words[index].utf8.starts(with: $0.utf8) }
    }
  }

  private static let units = [
    "second", "minute", "hour", "секунд", "минут", "час", "мүнөт", "саат", "soniya", "daqiqa", "soat",
  ]
}
