import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// One file that waits, with the form for what must be said of it.
enum HeldFilePage {
  static let page = Page(.get, "/held/:held", for: .staff) { visit in
    let words = visit.words()
    let id = try visit.heldID()
    guard let file = try await DeskWork.held(id, visit.desk.child) else { return visit.heldIsGone(words) }
    try visit.note(.heldShown, id)
    return try answer(visit, file, words)
  }

  /// - Parameters:
  ///   - chosen: what somebody chose for each column.
  ///   - faults: keys of words that say what is wrong with it.
  static func answer(
    _ visit: Visit, _ file: HeldListing, _ words: PageWords, chosen: FormFields = FormFields([]), faults: [String] = []
  ) throws -> Response {
    let creators = try visit.desk.archive.creators().map(\.code)
    return visit.page(
      words["held.\(file.reason.rawValue)"], path: "/held/\(file.id)", words: words,
      status: faults.isEmpty ? .ok : .badRequest
    ) {
      HTML(.p, .class("file")) { HTML(.bdi, text: file.name) }
      if !faults.isEmpty { HTML(.ul, .class("faults")) { faults.map { HTML(.li, text: words[$0]) } } }
      switch file.reason {
      case .owner: owner(file, creators, words)
      case .columns: ColumnsForm(words: words, file: file, chosen: chosen).html()
      case .byHand: byHand(file, words)
      }
      done(file, words)
    }
  }

  private static func owner(_ file: HeldListing, _ creators: [String], _ words: PageWords) -> HTML {
    // Those that it could be of stand first.
    let first = creators.filter(file.candidates.contains)
    let all = first + creators.filter { !first.contains($0) }
    return Form.html("/held/\(file.id)/owner", .class("sheet")) {
      if !file.candidates.isEmpty {
        HTML(.p, text: words("held.candidates", ["codes": file.candidates.joined(separator: ", ")]))
      }
      Form.select(
        "creator", words["upload.creator"], [("", words["form.choose"])] + all.map { ($0, $0) }, chosen: "",
        hint: words["held.owner.hint"])
      Form.button(words["held.owner.button"])
    }
  }

  private static func byHand(_ file: HeldListing, _ words: PageWords) -> [HTML] {
    return [
      picture(file, words),
      HTML(.p, .class("actions")) {
        Anchor.button("/figures", words["figures.title"])
        Anchor.html("/cards", words["cards.title"])
      },
    ]
  }

  private static func picture(_ file: HeldListing, _ words: PageWords) -> HTML {
    guard file.picture != nil, let place = Link(site: "/held/\(file.id)/picture") else {
      return HTML(.p, .class("small"), text: words["held.nopicture"])
    }
    return HTML(.p) { HTML(.img, .source(place), .alternative(words["held.picture"]), .class("picture")) }
  }

  private static func done(_ file: HeldListing, _ words: PageWords) -> HTML {
    let key = file.reason == .byHand ? "held.done" : "held.drop"
    return HTML(.details) {
      HTML(.summary, text: words[key])
      HTML(.p, text: words[key + ".what"])
      Form.html("/held/\(file.id)/done") { Form.button(words[key + ".button"], file.reason == .byHand ? "" : "warn") }
    }
  }
}
