import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// How far a round is, how far its coders agree, and where they differ. Whoever codes it sees nothing of the other before
/// they are through, and never who said what.
enum CodingResultsPage {
  /// Seconds after which the page is asked for again while people code.
  private static let refresh = 60

  static let page = Page(.get, "/coding/:number/results", for: .staff) { visit in
    let words = visit.words()
    guard let room = try CodingRoom(try visit.number("number"), visit.desk) else { throw HTTPError(.notFound) }
    let codes = room.round.coders.contains(visit.who)
    let isOpen = !room.round.coders.allSatisfy { room.isOver(for: $0) }
    return visit.page(
      words.title(room.round), path: "/coding/\(room.round.id)/results", refresh: isOpen ? refresh : nil, words: words
    ) {
      room.round.coders.map { coder in
        HTML(.section) {
          HTML(.h2, text: coder)
          CodingProgress.html(room.done(by: coder), of: room.items.count, words)
        }
      }
      if room.items.count < room.round.texts {
        HTML(.p, .class("small"), text: words("coding.lost", n: room.round.texts - room.items.count))
      }
      if codes, !room.isOver(for: visit.who) {
        HTML(.p, .class("notice"), text: words["coding.results.later"])
      } else {
        agreement(room, words)
      }
      if !codes { differences(room, words) }
      HTML(.p) { Anchor.html("/coding", words["coding.title"]) }
    }
  }

  // MARK: Agreement

  private static func agreement(_ room: CodingRoom, _ words: PageWords) -> HTML {
    let rows = RoundAgreement.rows(room.items)
    var table = Table([words["coding.question"], words["coding.alpha"], words["coding.n"], words["coding.verdict"]])
    for row in rows {
      table.add([
        HTML(text: name(row, words)), HTML(text: alpha(row, words)), HTML(text: words.number(row.n)),
        HTML(text: words["coding.verdict." + (verdicts[row.verdict] ?? "nothing")]),
      ])
    }
    return HTML(.section, .labelled(by: "agree-h")) {
      HTML(.h2, .id("agree-h"), text: words["coding.agreement"])
      HTML(.p, .class("hint"), text: words["coding.agreement.how"])
      if rows.isEmpty { HTML(.p, .class("empty"), text: words["coding.agreement.none"]) } else { table.html() }
    }
  }

  static let verdicts = [
    "reliable": "reliable", "tentative": "tentative", "not to be reported": "low", "nothing to compare": "nothing",
  ]

  private static func name(_ row: AgreementRow, _ words: PageWords) -> String {
    let code = CodingNames.theme(row.label)
    guard !row.label.isEmpty else { return words["coding." + row.variable] }
    return words.has("theme." + code) ? words["theme." + code] : code
  }

  private static func alpha(_ row: AgreementRow, _ words: PageWords) -> String {
    guard let alpha = row.alpha else { return "\u{2013}" }
    guard let lower = alpha.lower, let upper = alpha.upper else { return words.decimal(alpha.value) }
    return words.decimal(alpha.value) + " (" + words.decimal(lower) + " \u{2026} " + words.decimal(upper) + ")"
  }

  // MARK: Differences

  /// Texts that a page lists.
  private static let most = 100

  private static func differences(_ room: CodingRoom, _ words: PageWords) -> HTML {
    let items = room.disagreements
    return HTML(.section, .labelled(by: "differ-h")) {
      HTML(.h2, .id("differ-h"), text: words["coding.differ"] + " \u{B7} " + words.number(items.count))
      if items.isEmpty {
        HTML(.p, .class("empty"), text: words["coding.differ.none"])
      } else {
        HTML(.p, .class("hint"), text: words["coding.differ.how"])
        HTML(.ul, .class("plain")) { items.prefix(most).map { item($0, room, words) } }
      }
      if room.decided > 0 { HTML(.p, .class("small"), text: words("coding.decided", n: room.decided)) }
    }
  }

  private static func item(_ item: CodingItem, _ room: CodingRoom, _ words: PageWords) -> HTML {
    let place = item.places.first ?? 0
    let title = words("coding.text", ["number": words.number(place)])
    let questions = room.questions(item).map { words[$0] }.joined(separator: ", ")
    return HTML(.li) {
      Anchor.html("/coding/\(room.round.id)/decide/\(place)", title)
      ": " + questions
    }
  }
}
