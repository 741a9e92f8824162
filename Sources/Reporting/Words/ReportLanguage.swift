/// Languages that pages are written in.
package enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case russian = "ru"
  case kyrgyz = "ky"
  /// Uzbek in Latin letters.
  case uzbek = "uz"

  /// BCP 47 tag for pages.
  var tag: String { self == .uzbek ? "uz-Latn" : rawValue }
}
