import Figures
import Hummingbird
import HummingbirdCore
import Records

/// How codes are called in forms: names that say nothing to somebody who looks over a shoulder.
enum CodingNames {
  static let varieties: [LanguageTag] = [.kyrgyz, .russian, .uzbekLatin, .uzbekCyrillic]
  static let otherVarieties: [LanguageTag] = [
    .kazakh, .tajik, .tatar, .turkish, .azerbaijani, .turkmen, .english, .arabic, .other, .unknown,
  ]
  static let mixed = "mixed"

  static func theme(_ theme: String) -> String { FigureName.shown(theme: theme) }
  static func field(_ theme: String) -> String { "theme-" + self.theme(theme) }

  static func alert(_ alert: Alert) -> String { alert == .extremist ? "violence" : alert.rawValue }
}

/// The codes that a form brings, or what was chosen so far.
struct CodingFields {
  let fields: FormFields
  let kind: TextKind
  let themes: [String]

  /// What somebody said before, as a form would bring it.
  init(_ coding: Coding?, kind: TextKind, themes: [String]) {
    var pairs: [(name: String, value: String)] = []
    for theme in coding?.themes ?? [] { pairs.append((CodingNames.field(theme.theme), theme.stance.rawValue)) }
    if let variety = coding?.variety { pairs.append(("variety", variety)) }
    if let sentiment = coding?.sentiment { pairs.append(("sentiment", sentiment.rawValue)) }
    if let response = coding?.response { pairs.append(("response", response.rawValue)) }
    for alert in coding?.alerts ?? [] { pairs.append(("alert", CodingNames.alert(alert))) }
    self.init(FormFields(pairs), kind: kind, themes: themes)
  }

  init(_ fields: FormFields, kind: TextKind, themes: [String]) {
    self.fields = fields
    self.kind = kind
    self.themes = themes
  }

  /// What is still to be chosen, as keys of words.
  var faults: [String] {
    guard kind == .comment else { return [] }
    return [("response", "fault.response"), ("sentiment", "fault.sentiment")].filter { fields[$0.0] == nil }.map(\.1)
  }

  var isSkip: Bool { fields["skip"] != nil }

  /// - Throws: `HTTPError` 400 for codes that the form does not offer.
  func coding() throws -> Coding {
    var coding = Coding(variety: try variety(), themes: try stances())
    guard kind == .comment else { return coding }
    coding.sentiment = try one("sentiment")
    coding.response = try one("response")
    coding.alerts = try fields.all("alert").map { name in
      guard let alert = Alert.allCases.first(where: { CodingNames.alert($0) == name }) else { throw Self.unknown }
      return alert
    }
    return coding
  }

  private static let unknown = HTTPError(.badRequest)

  private func stances() throws -> [ThemeStance] {
    try themes.compactMap { theme in
      guard let name = fields[CodingNames.field(theme)] else { return nil }
      guard let stance = Stance(rawValue: name) else { throw Self.unknown }
      return ThemeStance(theme: theme, stance: stance)
    }.sorted()
  }

  private func one<Code: RawRepresentable>(_ name: String) throws -> Code? where Code.RawValue == String {
    try fields[name].map { value in
      guard let code = Code(rawValue: value) else { throw Self.unknown }
      return code
    }
  }

  private func variety() throws -> String? {
    guard let name = fields["variety"] ?? fields["other-variety"] else { return nil }
    guard name == CodingNames.mixed || LanguageTag(rawValue: name) != nil else { throw Self.unknown }
    return name
  }
}
