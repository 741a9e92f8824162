import Drawing
import Figures
import Hummingbird
import Records
import Reporting
import Workflows

/// What each channel still owes for a month: by author, so that one message asks for all of it.
enum MissingPage {
  static let page = Page(.get, "/missing", for: .staff) { visit in
    let words = visit.words()
    let month = visit.chosenMonth
    let book = try visit.desk.archive.book(through: month, now: visit.desk.clock.now())
    let gaps = Dictionary(grouping: book.gaps(in: month), by: \.account.creator)
    let reminders = try Reminders(visit, month)
    let codes = Set(gaps.keys).union(reminders.texts.keys).sorted()
    let hasChannels = !book.channels(.all).isEmpty
    return visit.page(
      words("missing.title", ["month": words.month(month)]), path: "/missing", words: words
    ) {
      chooser(month, visit, words)
      if codes.isEmpty {
        HTML(.p, .class("empty"), text: words[hasChannels ? "missing.none" : "missing.nothing"])
      } else {
        HTML(.p, .class("lead"), text: words("missing.count", n: codes.count))
        HTML(.div, .class("people")) { codes.map { person($0, gaps[$0] ?? [], reminders, words) } }
      }
      HTML(.p, .class("small"), text: words["missing.silent"])
    }
  }

  private static func chooser(_ chosen: Month, _ visit: Visit, _ words: PageWords) -> HTML {
    let months = (0..<12).map { visit.today.month + -$0 }
    let all = months.contains(chosen) ? months : months + [chosen]
    return Form.query("/missing") {
      Form.select(
        "month", words["missing.month"], all.map { ($0.description, words.month($0)) }, chosen: chosen.description)
      Form.button(words["missing.show"], "quiet")
    }
  }

  private static func person(
    _ code: String, _ gaps: [Gap], _ reminders: Reminders, _ words: PageWords
  ) -> HTML {
    let platforms = Dictionary(grouping: gaps, by: \.account.platform).sorted { $0.key > $1.key }
    return HTML(.section) {
      HTML(.h2, text: code)
      platforms.map { platform, gaps in
        [
          HTML(.h3, text: words.name(platform)),
          HTML(.ul, .class("plain")) {
            DataKind.allCases.flatMap { kind in gaps.filter { $0.kind == kind } }.map { gap($0, words) }
          },
        ]
      }.flatMap { $0 }
      reminders.html(code, words)
    }
  }

  private static func gap(_ gap: Gap, _ words: PageWords) -> HTML {
    HTML(.li, .class(gap.state == .missing ? "gap" : "gap part")) {
      words.name(gap.kind)
      if gap.state == .partial { HTML(.span, .class("small"), text: " \u{2013} " + state(gap, words)) }
    }
  }

  private static func state(_ gap: Gap, _ words: PageWords) -> String {
    guard gap.of > 1 else { return words.name(gap.state) }
    return words("value.of", n: gap.of, ["known": words.number(gap.known)])
  }
}
