package import Records

/// A language that has a folder of its own under `Lexicons/languages/`.
package enum LexiconLanguage: UInt8, Sendable, Hashable, CaseIterable {
  case kyrgyz, russian, uzbek

  /// Name of the folder.
  package var code: String {
    switch self {
    case .kyrgyz: "ky"
    case .russian: "ru"
    case .uzbek: "uz"
    }
  }

  /// The lexicon that reads texts of `tag`; nil for languages that are only named.
  package init?(_ tag: LanguageTag) {
    switch tag {
    case .kyrgyz: self = .kyrgyz
    case .russian: self = .russian
    case .uzbekLatin, .uzbekCyrillic: self = .uzbek
    default: return nil
    }
  }
}
