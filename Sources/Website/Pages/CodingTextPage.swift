import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Leads to the next text that somebody has not coded.
enum NextCodingPage {
  static let page = Page(.get, "/coding/:number", for: .coders) { visit in
    let seat = try visit.codingSeat()
    return Answer.see(place(seat, after: 0))
  }

  static func place(_ seat: CodingSeat, after place: Int) -> String {
    seat.next(after: place).map { "/coding/\(seat.room.round.id)/texts/\($0)" } ?? "/coding"
  }
}

/// One text to be coded: its words, and nothing of whose they are or what anybody else said of them.
enum CodingTextPage {
  static let page = Page(.get, "/coding/:number/texts/:place", for: .coders) { visit in
    let seat = try visit.codingSeat()
    let (place, item) = try visit.codingPlace(seat)
    let fields = CodingFields(item.codings[seat.coder], kind: item.kind, themes: try visit.desk.workspace.themeNames())
    return try await answer(visit, seat, place, fields)
  }

  /// - Parameter faults: keys of words.
  static func answer(
    _ visit: Visit, _ seat: CodingSeat, _ place: Int, _ fields: CodingFields, faults: [String] = []
  ) async throws -> Response {
    guard let item = seat.item(at: place) else { throw HTTPError(.notFound) }
    let words = visit.words()
    let round = seat.room.round.id
    let text = try await visit.codingWords(round, item, ahead: seat.ahead(of: place))
    let path = "/coding/\(round)/texts/\(place)"
    return visit.page(
      words("coding.text", ["number": words.number(place)]), path: path, words: words,
      status: faults.isEmpty ? .ok : .badRequest
    ) {
      CodingProgress.html(seat.done, of: seat.room.items.count, words)
      CodingWordsView.html(text, item.kind, words)
      if text != nil { CodingForm(words: words, fields: fields, faults: faults).html(path) }
      HTML(.div, .class("actions")) {
        skip(path, isAgain: item.skippedBy.contains(seat.coder), words)
        if let last = seat.last(before: place) {
          Anchor.html("/coding/\(round)/texts/\(last)", words["coding.back"])
        }
        Anchor.html("/coding", words["coding.pause"])
      }
      HTML(.p, .class("small keys"), text: words["coding.keys"])
    }
  }

  private static func skip(_ path: String, isAgain: Bool, _ words: PageWords) -> HTML {
    Form.html(path) {
      HTML(.input, .input(.hidden), .name("skip"), .value("yes"))
      HTML(.button, .submit, .class("quiet"), .accessKey("0")) {
        words[isAgain ? "coding.skip.again" : "coding.skip"]
        CodingForm.key("0")
      }
    }
  }
}

/// The words of a text.
enum CodingWordsView {
  static func html(_ text: RoundText?, _ kind: TextKind, _ words: PageWords) -> HTML {
    guard let text else { return HTML(.p, .class("notice"), text: words["coding.gone"]) }
    return HTML(.section, .class("text"), .labelled(by: "kind")) {
      HTML(.p, .class("small"), .id("kind"), text: words["coding.kind." + kind.rawValue])
      HTML(.p, .class("words"), .automaticDirection, text: text.text)
    }
  }
}

/// Keeps what somebody said of a text, and goes on to the next one. The same form twice says the same.
enum SaveCodingPage {
  static let page = Page(.post, "/coding/:number/texts/:place", for: .coders) { visit in
    let seat = try visit.codingSeat()
    let (place, item) = try visit.codingPlace(seat)
    let fields = CodingFields(
      try await FormFields.read(visit.request, clock: visit.desk.clock), kind: item.kind,
      themes: try visit.desk.workspace.themeNames())
    let coding = fields.isSkip ? nil : try fields.coding()
    guard fields.isSkip || fields.faults.isEmpty else {
      return try await CodingTextPage.answer(visit, seat, place, fields, faults: fields.faults)
    }
    // Somebody had the last word, with this answer before their eyes: it stays.
    if item.codings[CodingRound.lastWord] == nil, let first = item.places.first {
      try await visit.keep(
        CodingAnswer(round: seat.room.round.id, place: first, coder: seat.coder, coding: coding))
    }
    guard let after = CodingSeat(try CodingRoom(seat.room.round, visit.desk), coder: seat.coder) else {
      return Answer.see("/coding")
    }
    return Answer.see(NextCodingPage.place(after, after: place))
  }
}
