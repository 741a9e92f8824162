import Figures

/// Knows a theme by what people write on a card: its code, or its title in any language of the words.
package struct DeclaredThemes: Sendable {
  private let ids: [String: String]

  package init(_ words: ReportWords) {
    var ids: [String: String] = [:]
    for theme in FigureBook.themeOrder {
      ids[theme] = theme
      ids[SafeCode.theme(theme)] = theme
      for language in ReportLanguage.allCases {
        guard let title = words[language].forms("theme.\(SafeCode.theme(theme))")?[""] else { continue }
        ids[Self.folded(title)] = theme
      }
    }
    self.ids = ids
  }

  /// The theme's code where the words are those of a theme; else the words as they stand.
  package func code(_ words: String) -> String { ids[Self.folded(words)] ?? words }

  private static func folded(_ words: String) -> String {
    words.lowercased().split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ")
  }
}

extension Phrases {
  /// A theme of a card: the title where it is one of the list, else as it was written.
  func declared(_ theme: String) -> String {
    FigureBook.themeOrder.contains(theme) ? self.theme(theme) : theme
  }
}
