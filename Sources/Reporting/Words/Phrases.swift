import Records

/// A value for a place in a text.
package enum PhraseValue {
  case text(String)
  case count(Int)
}

/// Words and number forms of one language, while a page is written.
final class Phrases {
  let wording: Wording
  let formats: LocaleFormats

  init(_ wording: Wording) {
    self.wording = wording
    formats = LocaleFormats(wording.language)
  }

  var language: ReportLanguage { wording.language }

  subscript(_ key: String) -> String { self(key, [:]) }

  /// The text of a key with its places filled. The value of `n` chooses the plural form.
  func callAsFunction(_ key: String, _ values: [String: PhraseValue]) -> String {
    guard let forms = wording.forms(key) else { return key }
    let text = forms[category(values["n"])] ?? forms["other"] ?? forms[""] ?? key
    return Message.fill(text) { name in
      switch values[name] {
      case .text(let text): text
      case .count(let count): formats.number(Double(count), decimals: 0)
      case nil: ""
      }
    }
  }

  private func category(_ value: PhraseValue?) -> String {
    guard case .count(let count) = value else { return "" }
    return formats.pluralCategory(Double(count))
  }
}
