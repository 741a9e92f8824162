package import Figures
package import Records

/// Words and number forms of one language, for pages outside the reports.
package final class PageWords {
  let phrases: Phrases

  package init(_ wording: Wording) { phrases = Phrases(wording) }

  /// BCP 47 tag for pages.
  package var tag: String { phrases.language.tag }

  package subscript(_ key: String) -> String { phrases[key] }

  /// The text of a key with its places filled; `n` chooses the plural form and is written as a number.
  package func callAsFunction(_ key: String, n: Int? = nil, _ texts: [String: String] = [:]) -> String {
    var values = texts.mapValues { PhraseValue.text($0) }
    if let n { values["n"] = .count(n) }
    return phrases(key, values)
  }

  /// Whether there is a text for a key.
  package func has(_ key: String) -> Bool { phrases.wording.forms(key) != nil }

  package func number(_ count: Int) -> String { phrases.formats.number(Double(count), decimals: 0) }
  package func month(_ month: Month) -> String { phrases.monthAndYear(month) }
  package func date(_ day: Day) -> String { phrases.date(day) }
  package func shortDate(_ day: Day) -> String { phrases.shortDate(day) }
  package func name(_ platform: Platform) -> String { phrases.name(platform) }
  package func name(_ language: LanguageTag) -> String { phrases.name(language) }
  package func name(_ kind: DataKind) -> String { phrases.name(kind) }
  package func name(_ state: Completeness) -> String { phrases.name(state) }
}
