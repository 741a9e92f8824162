import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// A text that two people coded differently, for the last word of a third one. Which of the two said what is not told.
enum DecideCodingPage {
  static let page = Page(.get, "/coding/:number/decide/:place", for: .staff) { visit in
    let room = try visit.decidingRoom()
    let item = try item(visit, room)
    let said = item.codings[CodingRound.lastWord] ?? common(item, room)
    let fields = CodingFields(said, kind: item.kind, themes: try visit.desk.workspace.themeNames())
    return try await answer(visit, room, item, fields)
  }

  static func item(_ visit: Visit, _ room: CodingRoom) throws -> CodingItem {
    let place = Int(clamping: try visit.number("place"))
    guard let item = room.items.first(where: { $0.places.first == place }), room.pair(item) != nil else {
      throw HTTPError(.notFound)
    }
    return item
  }

  /// - Parameter faults: keys of words.
  static func answer(
    _ visit: Visit, _ room: CodingRoom, _ item: CodingItem, _ fields: CodingFields, faults: [String] = []
  ) async throws -> Response {
    let words = visit.words()
    let round = room.round.id
    let place = item.places.first ?? 0
    let ahead = room.disagreements.compactMap(\.places.first).filter { $0 > place }
    let text = try await visit.codingWords(round, item, ahead: Array(ahead.prefix(Workspace.roundTextsAtOnce)))
    let path = "/coding/\(round)/decide/\(place)"
    return visit.page(
      words("coding.text", ["number": words.number(place)]), path: path, words: words,
      status: faults.isEmpty ? .ok : .badRequest
    ) {
      CodingWordsView.html(text, item.kind, words)
      if let pair = room.pair(item) { opinions([pair.0, pair.1], words) }
      if text != nil { CodingForm(words: words, fields: fields, faults: faults).html(path) }
      HTML(.p) { Anchor.html("/coding/\(round)/results", words["coding.results"]) }
    }
  }

  /// What both said.
  private static func common(_ item: CodingItem, _ room: CodingRoom) -> Coding {
    guard let (one, other) = room.pair(item) else { return Coding() }
    return Coding(
      variety: one.variety == other.variety ? one.variety : nil,
      themes: one.themes?.filter { other.themes?.contains($0) == true },
      sentiment: one.sentiment == other.sentiment ? one.sentiment : nil,
      response: one.response == other.response ? one.response : nil,
      alerts: one.alerts?.filter { other.alerts?.contains($0) == true })
  }

  /// In an order that does not tell who is who.
  private static func opinions(_ codings: [Coding], _ words: PageWords) -> HTML {
    let texts = codings.map { lines($0, words) }.sorted { $0.joined() < $1.joined() }
    return HTML(.section) {
      HTML(.h2, text: words["coding.opinions"])
      HTML(.div, .class("pair")) {
        texts.map { lines in HTML(.ul, .class("plain")) { lines.map { HTML(.li, text: $0) } } }
      }
    }
  }

  private static func lines(_ coding: Coding, _ words: PageWords) -> [String] {
    let themes = (coding.themes ?? []).map { theme in
      words["theme." + CodingNames.theme(theme.theme)] + ": " + words["coding.stance." + theme.stance.rawValue]
    }
    let alerts = (coding.alerts ?? []).map { words["coding.alert." + CodingNames.alert($0)] }
    let variety = coding.variety.map { LanguageTag(rawValue: $0).map(words.name) ?? words["coding.mixed"] }
    return [coding.response.map { words["response." + $0.rawValue] }].compactMap { $0 }
      + [coding.sentiment.map { words["sentiment." + $0.rawValue] }].compactMap { $0 } + alerts
      + (themes.isEmpty ? [words["coding.noThemes"]] : themes) + [variety].compactMap { $0 }
  }
}

/// Keeps the last word on a text.
enum SaveDecisionPage {
  static let page = Page(.post, "/coding/:number/decide/:place", for: .staff) { visit in
    let room = try visit.decidingRoom()
    let item = try DecideCodingPage.item(visit, room)
    let fields = CodingFields(
      try await FormFields.read(visit.request, clock: visit.desk.clock), kind: item.kind,
      themes: try visit.desk.workspace.themeNames())
    let coding = try fields.coding()
    guard fields.faults.isEmpty else {
      return try await DecideCodingPage.answer(visit, room, item, fields, faults: fields.faults)
    }
    let place = item.places.first ?? 0
    try visit.note(.codingDecided, "\(room.round.id) \(place)")
    try await visit.keep(
      CodingAnswer(round: room.round.id, place: place, coder: CodingRound.lastWord, coding: coding))
    let open = room.disagreements.compactMap(\.places.first).filter { $0 != place }.sorted()
    let next = open.first { $0 > place } ?? open.first
    return Answer.see(next.map { "/coding/\(room.round.id)/decide/\($0)" } ?? "/coding/\(room.round.id)/results")
  }
}
