import Drawing
import Figures
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// What the talks are about over the months: the dashboard's own blocks.
enum ThemesPage {
  static let page = Page(.get, "/themes", for: .staff) { visit in
    let words = visit.words()
    let pieces = try ThemeMonth(visit, withWords: true)
    return visit.page(words["nav.themes"], path: "/themes", words: words) {
      ThemeMonth.chooser("/themes", pieces.month, visit, words)
      HTML(.p) { themeLinks(words, pieces.month) }
      pieces.blocks.themes()
      pieces.blocks.keyness()
    }
  }

  private static func themeLinks(_ words: PageWords, _ month: Month) -> [HTML] {
    FigureBook.themeOrder.enumerated().flatMap { index, theme in
      [
        HTML(text: index == 0 ? "" : " \u{B7} "),
        Anchor.html(
          "/themes/" + SafeCode.theme(theme), words.theme(theme), query: [("month", month.description)]),
      ]
    }
  }
}

/// One theme: its trend, and lines of talks that speak for it.
enum ThemePage {
  private static let mostLines = 60

  static let page = Page(.get, "/themes/:theme", for: .staff) { visit in
    guard let code = visit.parameters.get("theme"), let theme = theme(code) else { throw HTTPError(.notFound) }
    let words = visit.words()
    let pieces = try ThemeMonth(visit, withWords: false)
    let found = try visit.desk.archive.themeLines(
      theme, pieces.month, limit: mostLines, now: visit.desk.clock.now())
    let place = "/themes/" + SafeCode.theme(theme)
    return visit.page(words.theme(theme), path: place, words: words) {
      ThemeMonth.chooser(place, pieces.month, visit, words)
      HTML(.section) {
        HTML(.h2, text: words["themes.trend"])
        pieces.blocks.trend(theme)
      }
      HTML(.section) {
        HTML(.h2, text: words("themes.lines", ["month": words.month(pieces.month)]))
        if found.lines.isEmpty { HTML(.p, .class("empty"), text: words["themes.lines.none"]) }
        HTML(.ul, .class("plain", "kwic")) { found.lines.map(line) }
        if found.count > found.lines.count {
          HTML(.p, .class("small"), text: words("themes.lines.more", n: found.count - found.lines.count))
        }
      }
      HTML(.p, .class("actions")) {
        Anchor.html(
          "/posts", words["themes.posts"],
          query: [("theme", SafeCode.theme(theme)), ("month", pieces.month.description)])
        Anchor.html("/themes", words["themes.all"], query: [("month", pieces.month.description)])
      }
    }
  }

  /// The theme that a code names; nil for ids that must not stand in an address, and for none.
  private static func theme(_ code: String) -> String? {
    FigureBook.themeOrder.first { SafeCode.theme($0) == code }
  }

  private static func line(_ found: ThemeLine) -> HTML {
    HTML(.li) {
      HTML(.bdi) {
        found.line.left
        HTML(.strong, text: found.line.word)
        found.line.right
      }
      HTML(.small, .automaticDirection) {
        Anchor.html("/posts/\(found.post)", found.line.talk.isEmpty ? "\(found.post)" : found.line.talk)
        " \u{B7} " + found.creator
      }
    }
  }
}

/// The month that a page of themes is about, with the parts of the dashboard.
struct ThemeMonth {
  let month: Month
  let blocks: ThemePieces

  init(_ visit: Visit, withWords: Bool) throws {
    let asked = visit.query("month") == nil ? try visit.desk.archive.counts().lastMonth : nil
    month = asked ?? visit.chosenMonth
    blocks = ThemePieces(
      try visit.desk.archive.themeData(month, withWords: withWords, now: visit.desk.clock.now()), month: month,
      words: visit.desk.wording(visit.language))
  }

  static func chooser(_ place: String, _ chosen: Month, _ visit: Visit, _ words: PageWords) -> HTML {
    var months = (0..<24).map { visit.today.month + -$0 }
    if !months.contains(chosen) { months.append(chosen) }
    return Form.query(place) {
      Form.select(
        "month", words["missing.month"], months.map { ($0.description, words.month($0)) },
        chosen: chosen.description)
      Form.button(words["missing.show"], "quiet")
    }
  }
}
