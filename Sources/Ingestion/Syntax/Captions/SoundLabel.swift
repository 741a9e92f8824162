/// `[Музыка]` and the like: what is heard and not said.
enum SoundLabel {
  /// The text without such labels in square brackets.
  static func removed(_ text: String) -> String {
    guard text.utf8.contains(ASCII.openBracket) else { return text }
    return text.withBytes { bytes in
      var output: [UInt8] = []
      var at = 0
      while let open = bytes.position(of: ASCII.openBracket, from: at) {
        let close = bytes.position(of: ASCII.closeBracket, from: open)
        output += bytes.part(at..<open)
        if let close, close - open <= longest,
          words.contains(bytes.part(open + 1..<close).trimmed().string.lowercased())
        {
          at = close + 1
        } else {
          output.append(ASCII.openBracket)
          at = open + 1
        }
      }
      output += bytes.part(at..<bytes.count)
      return String(decoding: output, as: UTF8.self)
    }
  }

  private static let longest = 60

  private static let words: Set<String> = [
    "music", "applause", "laughter", "cheering", "silence", "noise", "foreign", "blank_audio",
    "музыка", "аплодисменты", "смех", "тишина", "шум", "играет музыка", "звучит музыка",
    "күлкү", "кол чабуулар", "кол чабуу", "musiqa", "мусиқа", "qarsaklar", "қарсаклар", "kulgi", "кулги",
    "қол шапалақ", "күлкі", "müzik", "alkış", "alkışlar", "gülme", "gülüşmeler",
  ]
}
