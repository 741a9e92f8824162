import Records

/// A report by month and language. Files are found by it alone, never by a name that somebody sent.
struct ReportID: Sendable, Hashable {
  let month: Month
  /// `en`, `ru`, `ky`, `uz` or `uz-Cyrl`.
  let language: String

  static let languages = ["ru", "ky", "uz", "uz-Cyrl", "en"]

  init?(month: Month, language: String) {
    guard Self.languages.contains(language) else { return nil }
    self.month = month
    self.language = language
  }

  /// `2026-10.ru`; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")),
      let month = Month(String(decoding: bytes[..<dot], as: UTF8.self))
    else { return nil }
    self.init(month: month, language: String(decoding: bytes[(dot + 1)...], as: UTF8.self))
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }

  var text: String { "\(month).\(language)" }
  var fileName: String { "month-\(month).\(language).html" }
}
