import ICUBridge

/// Numbers and plural forms of one language, from the system's ICU.
final class LocaleFormats {
  private enum Style: Hashable {
    case decimal(Int)
    case percent(Int)
    case compact
  }

  private let locale: String
  private let plurals: OpaquePointer?
  private var formats: [Style: OpaquePointer] = [:]

  init(_ language: ReportLanguage) {
    locale = language.tag
    plurals = minbar_plurals_open(locale)
  }

  deinit {
    minbar_plurals_close(plurals)
    for format in formats.values { minbar_numbers_close(format) }
  }

  func number(_ value: Double, decimals: Int) -> String { text(value, .decimal(decimals)) }
  /// A ratio (0...1) as per cent.
  func percent(_ ratio: Double, decimals: Int) -> String { text(ratio, .percent(decimals)) }
  /// A short form for axes: "120K", "120 тыс.".
  func compact(_ value: Double) -> String { text(value, .compact) }

  /// CLDR plural category of a number.
  func pluralCategory(_ number: Double) -> String {
    guard let plurals else { return "other" }
    return Self.read { minbar_plurals_select(plurals, number, $0, $1) } ?? "other"
  }

  /// What the language calls a country; its code where it has no name for it.
  func country(_ code: String) -> String {
    Self.read { minbar_region_name(code, locale, $0, $1) } ?? code
  }

  private func text(_ value: Double, _ style: Style) -> String {
    guard let format = format(style) else { return String(value) }
    return Self.read { minbar_numbers_format(format, value, $0, $1) } ?? String(value)
  }

  private func format(_ style: Style) -> OpaquePointer? {
    if let open = formats[style] { return open }
    let made =
      switch style {
      case .decimal(let digits):
        minbar_numbers_open(locale, minbar_number_decimal, Int32(digits), Int32(digits))
      case .percent(let digits): minbar_numbers_open(locale, minbar_number_percent, 0, Int32(digits))
      case .compact: minbar_numbers_open(locale, minbar_number_compact, 0, 1)
      }
    formats[style] = made
    return made
  }

  private static func read(_ fill: (UnsafeMutablePointer<UInt16>?, Int32) -> Int32) -> String? {
    let units = [UInt16](unsafeUninitializedCapacity: 64) { buffer, count in
      count = Int(min(64, max(0, fill(buffer.baseAddress, 64))))
    }
    return units.isEmpty ? nil : String(decoding: units, as: UTF16.self)
  }
}
