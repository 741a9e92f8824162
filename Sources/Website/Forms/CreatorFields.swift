import Records
import Workflows

/// What was typed about a creator, checked, and as a registry file for the command that takes it.
struct CreatorFields {
  static let languages: [LanguageTag] = ["ky", "ru", "uz-Latn", "uz-Cyrl"].compactMap(LanguageTag.init(rawValue:))

  private static let columns = [
    "code", "name", "languages", "country", "youtube_id", "youtube_name", "youtube_handle", "instagram_id",
    "instagram_name", "instagram_handle", "consent_what", "consent_with", "consent_from", "consent_until",
  ]

  let fields: FormFields

  var code: String { fields["code"] ?? "" }

  /// Keys of words that say what is wrong; none when the form can be taken.
  var faults: [String] {
    [
      CreatorCode.isValid(code) ? nil : "fault.code", fields["name"] == nil ? "fault.name" : nil,
      hasOnly("languages", Self.languages.map(\.rawValue)) ? nil : "fault.languages",
      CreatorForm.countries.contains(fields["country"] ?? "") ? nil : "fault.country",
      Self.columns[4...9].contains { fields[$0] != nil } ? nil : "fault.account",
      hasOnly("consent_what", ConsentSubject.allCases.map(\.rawValue)) ? nil : "fault.consent",
      audience == nil ? "fault.audience" : nil,
      hasDates ? nil : "fault.dates",
    ].compactMap { $0 }
  }

  private func hasOnly(_ name: String, _ known: [String]) -> Bool {
    let chosen = fields.all(name)
    return !chosen.isEmpty && chosen.allSatisfy(known.contains)
  }

  private var hasDates: Bool {
    guard let until = fields["consent_until"].flatMap({ Day($0) }) else { return false }
    guard let text = fields["consent_from"] else { return true }
    return Day(text).map { $0 <= until } ?? false
  }

  /// Pages name audiences in words of their own.
  static func word(_ audience: ConsentAudience) -> String { audience == .donors ? "readers" : audience.rawValue }

  private var audience: ConsentAudience? {
    ConsentAudience.allCases.first { Self.word($0) == fields["consent_with"] }
  }

  private func cell(_ name: String) -> String {
    switch name {
    case "languages", "consent_what": fields.all(name).joined(separator: " ")
    case "consent_with": audience?.rawValue ?? ""
    default: fields[name] ?? ""
    }
  }

  /// One line below the names of the columns.
  var table: [UInt8] { TableText.csv([Self.columns, Self.columns.map(cell)]) }
}
