/// Languages that pages are written in.
package enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case russian = "ru"
  case kyrgyz = "ky"
  /// Uzbek in Latin letters.
  case uzbek = "uz"

  /// Uzbek in Cyrillic letters, written from the Latin words.
  case uzbekCyrillic = "uz-Cyrl"

  /// Languages with a file of words of their own.
  static let written = allCases.filter { $0 != .uzbekCyrillic }

  /// BCP 47 tag for pages.
  package var tag: String { self == .uzbek ? "uz-Latn" : rawValue }
}
