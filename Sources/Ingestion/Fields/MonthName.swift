/// Names of months by their first letters: English, Russian, Kyrgyz, Uzbek (Latin, Cyrillic), Kazakh,
/// Portuguese.
enum MonthName {
  private static let stems: [String: Int] = {
    let lists = [
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "янв фев мар апр май июн июл авг сен окт ноя дек",
      "yan fev mar apr may iyn iyl avg sen okt noy dek",
      "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
      "jan fev mar abr mai jun jul ago set out nov dez",
    ]
    // Bulgarian Excel is met too.
    var stems = ["мая": 5, "юни": 6, "юли": 7]
    for list in lists {
      for (index, stem) in list.utf8.split(separator: ASCII.space).enumerated() {
        stems[String(Substring(stem))] = index + 1
      }
    }
    return stems
  }()

  /// The month (1...12) that a word names; nil if none.
  static func month(_ word: Bytes) -> Int? {
    guard word.count <= 40 else { return nil }
    let letters = String(word.string.lowercased().unicodeScalars.prefix(3))
    return stems[letters]
  }
}
