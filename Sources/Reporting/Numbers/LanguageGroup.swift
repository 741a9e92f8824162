import Records

/// Languages that tables for readers outside tell apart; the rest stands together.
struct LanguageGroup {
  var name: String
  /// Nil = all.
  var languages: Set<LanguageTag>?

  private static let named: [LanguageTag] = [.kyrgyz, .russian, .uzbekLatin, .uzbekCyrillic]

  static let all = LanguageGroup(name: "all")
  /// Parts that make up the whole.
  static let parts =
    named.map { LanguageGroup(name: $0.rawValue, languages: [$0]) }
    + [LanguageGroup(name: "other", languages: Set(LanguageTag.allCases).subtracting(named))]
}
