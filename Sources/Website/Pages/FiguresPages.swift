import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Numbers off a screen, typed in: for what no export is read of.
enum FiguresPage {
  static let page = Page(.get, "/figures", for: .staff) { visit in try answer(visit, FormFields([]), HandFaults()) }

  /// The form with what somebody typed and what is wrong with it.
  static func answer(_ visit: Visit, _ fields: FormFields, _ faults: HandFaults) throws -> Response {
    let words = visit.words()
    let creators = try visit.desk.archive.creators().map(\.code)
    return visit.page(
      words["figures.title"], path: "/figures", words: words, status: faults.isEmpty ? .ok : .badRequest
    ) {
      HTML(.p, .class("lead"), text: words["figures.lead"])
      faults.html(words)
      FiguresForm(words: words, creators: creators, month: visit.workMonth, fields: fields).html()
    }
  }
}

enum SaveFiguresPage {
  static let page = Page(.post, "/figures", for: .staff) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let typed = FiguresFields(fields: fields)
    let faults = typed.faults(creators: try visit.desk.archive.creators().map(\.code))
    guard faults.isEmpty else { return try FiguresPage.answer(visit, fields, HandFaults(keys: faults)) }
    try visit.note(.handFigures, fields["creator"] ?? "")
    let (place, refusal) = try await HandTable(name: FiguresFields.fileName, bytes: typed.table).submit(visit)
    if let place { return Answer.see(place) }
    return try FiguresPage.answer(visit, fields, HandFaults(problems: visit.sentences(refusal.problems)))
  }
}

/// What the team says of a talk, typed in: for talks without transcript, and to hold against what was found.
enum CardsPage {
  static let page = Page(.get, "/cards", for: .staff) { visit in answer(visit, FormFields([]), HandFaults()) }

  static func answer(_ visit: Visit, _ fields: FormFields, _ faults: HandFaults) -> Response {
    let words = visit.words()
    return visit.page(words["cards.title"], path: "/cards", words: words, status: faults.isEmpty ? .ok : .badRequest) {
      HTML(.p, .class("lead"), text: words["cards.lead"])
      faults.html(words)
      CardForm(words: words, fields: fields).html()
    }
  }
}

enum SaveCardPage {
  static let page = Page(.post, "/cards", for: .staff) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let typed = CardFields(fields: fields)
    guard typed.faults.isEmpty else {
      return CardsPage.answer(visit, fields, HandFaults(keys: Array(Set(typed.faults))))
    }
    try visit.note(.handCard)
    let table = HandTable(name: CardFields.fileName, bytes: typed.table, namesTalk: fields["link"] != nil)
    let (place, refusal) = try await table.submit(visit)
    if let place { return Answer.see(place) }
    let keys = refusal.isTalkUnknown ? ["fault.talk.unknown"] : []
    return CardsPage.answer(visit, fields, HandFaults(keys: keys, problems: visit.sentences(refusal.problems)))
  }
}

extension Visit {
  /// Problems in the visitor's language, with their line.
  func sentences(_ problems: [ProblemReceipt]) -> [String] {
    problems.map { ProblemText(words: words(), sentences: desk.sentences, language: language).text($0) }
  }
}
