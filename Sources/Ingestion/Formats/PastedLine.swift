/// A line of a transcript copied from a web page.
enum PastedLine: Equatable {
  /// A time alone, or with the text behind it, in milliseconds.
  case stamp(Int, text: String)
  case text(String)
  /// What the page says beside the transcript: headings, names of tracks, and times in words.
  case chrome

  init(_ line: Bytes) {
    let body = line.trimmed()
    var at = 0
    if let time = CaptionTime.stamp(body, at: &at) {
      let rest = body.part(at..<body.count)
      if rest.isEmpty || rest.leadingBlank > 0 {
        let text = rest.trimmed().string
        self = .stamp(time, text: SpokenTime.isAlone(text) ? "" : text)
        return
      }
    }
    let text = body.string
    self = PastedLine.isChrome(text) ? .chrome : .text(text)
  }

  private static func isChrome(_ text: String) -> Bool {
    guard text.utf8.count <= longestChrome else { return false }
    return SpokenTime.isAlone(text) || headings.contains(text.lowercased()) || TrackName(text) != nil
  }

  /// Bytes; headings, times in words and names of tracks are shorter.
  private static let longestChrome = 200

  /// In English and Russian; those of other languages stand before the first time and are short.
  private static let headings: Set<String> = [
    "transcript", "search in video", "search transcript", "show transcript", "follow along using the transcript.",
    "расшифровка видео", "расшифровка", "текст видео", "поиск по видео", "поиск в видео", "показать текст видео",
  ]

  /// Whether a text before the first time is a heading or title: few words and no end of a sentence.
  static func isHeading(_ text: String) -> Bool {
    let isSentence = text.utf8.last.map { [ASCII.dot, ASCII.comma, 0x21, 0x3F, ASCII.colon].contains($0) } ?? false
    return !isSentence && text.utf8.count <= 120 && text.utf8.split(separator: ASCII.space).count <= 6
  }
}

/// Times in words, in the languages that staff use YouTube in.
enum SpokenTime {
  /// `4 seconds`, `1 minute, 4 seconds`, `1 минута 4 секунды`: numbers and units of time, nothing else.
  static func isAlone(_ text: String) -> Bool {
    guard text.utf8.count <= 100, let first = text.utf8.first, ASCII.isDigit(first) else { return false }
    let words = text.lowercased().utf8.split { $0 == ASCII.space || $0 == ASCII.comma || $0 == 0xC2 || $0 == 0xA0 }
      .map { String(Substring($0)) }.filter { !links.contains($0) }
    guard (2...6).contains(words.count), words.count % 2 == 0 else { return false }
    return words.indices.allSatisfy { index in
      index % 2 == 0
        ? words[index].utf8.allSatisfy(ASCII.isDigit)
        : units.contains { words[index].utf8.starts(with: $0.utf8) }
    }
  }

  private static let links: Set<String> = ["and", "и", "жана", "va", "ва", "және", "ve"]

  private static let units = [
    "second", "minute", "hour", "секунд", "минут", "час", "мүнөт", "саат", "soniya", "daqiqa", "soat", "sekund",
    "minut", "сония", "дақиқа", "соат", "сағат", "saniye", "dakika", "saat", "saniyə", "dəqiqə",
  ]
}
