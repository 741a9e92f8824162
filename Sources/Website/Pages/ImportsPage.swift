import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// What was taken in, newest first. Names of files are sealed; the page of an import shows them.
enum ImportsPage {
  private static let perPage = 100

  static let page = Page(.get, "/imports", for: .staff) { visit in
    let words = visit.words()
    let all = try visit.desk.archive.imports()
    let part = max(1, visit.query("part").flatMap { Int($0) } ?? 1)
    let shown = all.dropFirst(min(all.count, (min(part, 1_000_000) - 1) * perPage)).prefix(perPage)
    return visit.page(words["imports.title.list"], path: "/imports", words: words) {
      if all.isEmpty {
        HTML(.p, .class("empty"), text: words["imports.empty"])
        HTML(.p) { Anchor.button("/upload", words["overview.upload"]) }
      } else {
        HTML(.p, .class("lead"), text: words("imports.count", n: all.count))
        table(Array(shown), visit, words)
        parts(all.count, part, words)
      }
    }
  }

  private static func table(_ cards: [ImportCard], _ visit: Visit, _ words: PageWords) -> HTML {
    var table = Table([
      words["column.number"], words["imports.what"], words["column.received"], words["imports.rows"],
      words["column.refused"],
    ])
    for card in cards {
      table.add([
        Anchor.html("/imports/\(card.number)", String(card.number)), HTML(text: ImportText.what(card, words)),
        HTML(text: visit.moment(card.receivedAt, words)), HTML(text: words.number(card.rows)),
        HTML(text: card.refusedRows + card.refusedFiles == 0 ? "\u{2013}" : refused(card, words)),
      ])
    }
    return table.html()
  }

  private static func refused(_ card: ImportCard, _ words: PageWords) -> String {
    let parts = [("imports.refused.rows", card.refusedRows), ("imports.refused.files", card.refusedFiles)]
    return parts.filter { $0.1 > 0 }.map { words($0.0, n: $0.1) }.joined(separator: ", ")
  }

  private static func parts(_ count: Int, _ part: Int, _ words: PageWords) -> HTML {
    let last = (count + perPage - 1) / perPage
    guard last > 1 else { return .empty }
    return HTML(.p, .class("actions")) {
      if part > 1 { Anchor.html("/imports", words["page.newer"], query: [("part", String(min(part, last) - 1))]) }
      if part < last { Anchor.html("/imports", words["page.older"], query: [("part", String(part + 1))]) }
    }
  }
}
