import Figures
package import Records

/// Sentences of receipts, plans and reminders in one language, with the names of months, platforms and languages that
/// reports use.
package final class Sentences {
  private let own: Phrases
  private let pages: Phrases

  package init(_ own: Wording, pages: Wording) {
    self.own = Phrases(own)
    self.pages = Phrases(pages)
  }

  package subscript(_ key: String) -> String { own[key] }

  /// The text of a key with its places filled; the value of `n` chooses the plural form.
  package func callAsFunction(_ key: String, _ values: [String: PhraseValue]) -> String { own(key, values) }

  /// Whether there is a text of that key, in this language or in English.
  package func has(_ key: String) -> Bool { own.wording.forms(key) != nil }

  /// "October 2026", inside a sentence.
  package func name(_ month: Month) -> String { pages.monthAndYear(month) }
  package func name(_ platform: Platform) -> String { pages.name(platform) }
  package func name(_ platform: HandPlatform) -> String { pages.name(platform) }
  package func name(_ language: LanguageTag) -> String { pages.name(language) }
  package func date(_ day: Day) -> String { pages.date(day) }
  package func number(_ value: Int) -> String { pages.formats.number(Double(value), decimals: 0) }
  package func count(_ value: Double) -> String {
    pages.formats.number(value, decimals: value == value.rounded() ? 0 : 2)
  }
  /// Titles of the themes that are looked for in texts.
  package var themes: [String] { FigureBook.themeOrder.map(pages.theme) }
  /// What a metric is called on pages.
  package func name(_ metric: Metric) -> String { pages.name(metric) }
}
