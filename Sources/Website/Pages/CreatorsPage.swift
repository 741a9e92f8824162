import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// Who is measured, by code, with what each agreed to; and a form for one more. Names stay sealed.
enum CreatorsPage {
  static let page = Page(.get, "/creators", for: .staff) { visit in
    let words = visit.words()
    return try answer(visit, words, form: CreatorForm(words: words, today: visit.today))
  }

  /// The list with a form, which may hold what somebody typed and what is wrong with it.
  static func answer(_ visit: Visit, _ words: PageWords, form: CreatorForm) throws -> Response {
    let creators = try visit.desk.archive.creators()
    let accounts = try visit.desk.archive.accounts()
    return visit.page(
      words["creators.title"], path: "/creators", words: words, status: form.faults.isEmpty ? .ok : .badRequest
    ) {
      HTML(.p, .class("lead"), text: words["creators.lead"])
      form.html(isOpen: creators.isEmpty || !form.faults.isEmpty)
      list(creators, accounts, visit.today, words)
    }
  }

  private static func list(
    _ creators: [Creator], _ accounts: [String: [Platform]], _ today: Day, _ words: PageWords
  ) -> HTML {
    guard !creators.isEmpty else { return HTML(.p, .class("empty"), text: words["creators.empty"]) }
    var table = Table([
      words["creators.code"], words["creators.languages"], words["creators.accounts"], words["creators.consent"],
    ])
    for creator in creators {
      table.add([
        HTML(text: creator.code), HTML(text: creator.languages.map(words.name).joined(separator: ", ")),
        HTML(text: accounts[creator.code, default: []].map(words.name).joined(separator: ", ")),
        HTML(ConsentText.parts(creator.consents, today, words)),
      ])
    }
    return table.html()
  }
}

/// Consents in words: what is shared with whom, until when; marked when it ran out.
enum ConsentText {
  static func parts(_ consents: [Consent], _ today: Day, _ words: PageWords) -> [HTML] {
    let groups = Dictionary(grouping: consents) { ConsentKey(audience: $0.sharedWith, until: $0.validUntil) }
    return groups.sorted { $0.key.until < $1.key.until }.map { key, consents in
      let what = consents.map { words["consent." + $0.what.rawValue] }.joined(separator: ", ")
      let text = words(
        "consent.line",
        ["what": what, "with": words["consent.with." + key.audience.rawValue], "date": words.date(key.until)])
      return HTML(.p, .class(key.until < today ? "over" : ""), text: text)
    }
  }

  private struct ConsentKey: Hashable {
    let audience: ConsentAudience
    let until: Day
  }
}
