import ICUBridge

/// ISO 3166 codes of countries by what platforms' interfaces call them.
package enum CountryCode {
  /// Two-letter code of a name in one of the languages below, or of a code itself; nil if it is none.
  package static func code(_ name: String) -> String? {
    let folded = HeaderName.normalised(name)
    return codes[folded]
  }

  /// Languages of interfaces that hand in names of countries.
  private static let languages = [
    "en", "ru", "ky", "uz", "uz_Cyrl", "kk", "tg", "tr", "de", "fr", "es", "pt", "pt_PT", "ar", "uk",
  ]

  /// Names that interfaces write otherwise than ICU does.
  private static let others = [
    "Киргизия": "KG", "Кыргызстан": "KG", "Кыргызская Республика": "KG", "Kyrgyz Republic": "KG", "Turkey": "TR",
    "Türkiye": "TR", "Турция": "TR", "США": "US", "USA": "US", "ОАЭ": "AE", "UAE": "AE", "Великобритания": "GB",
    "UK": "GB", "Корея": "KR", "South Korea": "KR", "Южная Корея": "KR", "Россия": "RU", "Russian Federation": "RU",
    "Российская Федерация": "RU", "Молдавия": "MD", "Белоруссия": "BY", "Таджикистан": "TJ", "Узбекистан": "UZ",
    "Казахстан": "KZ", "Czech Republic": "CZ", "Чехия": "CZ", "Palestine": "PS", "Hong Kong": "HK", "Macau": "MO",
  ]

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    var index: Int32 = 0
    while let region = minbar_region(index) {
      let code = String(cString: region)
      for name in [code] + languages.compactMap({ CountryCode.name(code, language: $0) }) {
        codes[HeaderName.normalised(name)] = code
      }
      index += 1
    }
    for (name, code) in others { codes[HeaderName.normalised(name)] = code }
    return codes
  }()

  private static func name(_ code: String, language: String) -> String? {
    var units = [UInt16](repeating: 0, count: 128)
    let length = minbar_region_name(code, language, &units, Int32(units.count))
    guard length > 0, length <= units.count else { return nil }
    return String(decoding: units[..<Int(length)], as: UTF16.self)
  }
}
