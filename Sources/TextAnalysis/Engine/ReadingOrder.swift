import Records

/// In which languages a word is read, and which reading counts first.
struct ReadingOrder {
  let groups: [WordAnalyses.Group]
  let languages: WordAnalyses.Languages

  private static let kyrgyz = ReadingOrder(
    groups: [.kyrgyz, .kyrgyzDamaged, .russian], languages: [.kyrgyz, .russian])
  private static let russian = ReadingOrder(groups: [.russian], languages: .russian)
  private static let russianInKyrgyz = ReadingOrder(
    groups: [.russian, .kyrgyz, .kyrgyzDamaged], languages: [.kyrgyz, .russian])
  private static let russianInUzbek = ReadingOrder(
    groups: [.russian, .uzbek, .uzbekDamaged], languages: [.uzbek, .russian])
  private static let uzbek = ReadingOrder(
    groups: [.uzbek, .uzbekDamaged, .russian], languages: [.uzbek, .russian])
  /// Words of no language that has a lexicon, or of short texts that nobody can tell.
  static let any = ReadingOrder(
    groups: [.kyrgyz, .uzbek, .russian, .kyrgyzDamaged, .uzbekDamaged], languages: .all)

  @inline(__always)
  static func of(_ token: LanguageTag, in sentence: LanguageTag) -> ReadingOrder {
    switch (token, sentence) {
    case (.kyrgyz, _): kyrgyz
    case (.russian, .kyrgyz): russianInKyrgyz
    case (.russian, .uzbekLatin), (.russian, .uzbekCyrillic): russianInUzbek
    case (.russian, _): russian
    case (.uzbekLatin, _), (.uzbekCyrillic, _): uzbek
    case (_, .kyrgyz): kyrgyz
    case (_, .russian): russian
    case (_, .uzbekLatin), (_, .uzbekCyrillic): uzbek
    default: any
    }
  }
}
