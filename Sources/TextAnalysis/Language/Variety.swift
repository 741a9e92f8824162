internal import Records

/// What the profiles tell apart: languages by script, with the neighbours that are only named "other".
struct Variety: Sendable, Hashable {
  let code: String
  let tag: LanguageTag
  let script: WordScript

  /// The variety of a profile's `variety` line; codes that are no language tag are other languages.
  init(code: String, script: WordScript) {
    self.code = code
    self.script = script
    switch code {
    case "ky-Latn": tag = .kyrgyz
    case "ru-Latn": tag = .russian
    default: tag = LanguageTag(rawValue: code) ?? .other
    }
  }
}
