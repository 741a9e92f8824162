import Drawing
import Hummingbird
import Records
import Reporting
import Workflows

/// Files that wait for somebody: whose they are, what their columns mean, what is to be typed in.
enum HeldPage {
  static let page = Page(.get, "/held", for: .staff) { visit in
    let words = visit.words()
    let isAny = try !visit.desk.heldFiles().isEmpty
    let files = isAny ? try await DeskWork.held(visit.desk.child) : []
    return visit.page(words["held.title"], path: "/held", words: words) {
      HTML(.p, .class("lead"), text: words["held.lead"])
      if files.isEmpty { HTML(.p, .class("empty"), text: words["held.none"]) }
      HeldReason.allCases.map { group($0, files.filter { [reason = $0] in $0.reason == reason }, words) }
      if !files.isEmpty { HTML(.p, .class("small"), text: words["held.kept"]) }
    }
  }

  private static func group(_ reason: HeldReason, _ files: [HeldListing], _ words: PageWords) -> HTML {
    guard !files.isEmpty else { return .empty }
    return HTML(.section) {
      HTML(.h2, text: words["held.\(reason.rawValue)"] + " \u{B7} " + words.number(files.count))
      HTML(.ul, .class("files")) {
        files.map { file in
          HTML(.li) {
            HTML(.p, .class("file")) { HTML(.bdi, text: file.name) }
            if !file.candidates.isEmpty {
              HTML(
                .p, .class("small"), text: words("held.candidates", ["codes": file.candidates.joined(separator: ", ")]))
            }
            HTML(.p) { Anchor.html("/held/\(file.id)", words["held.\(reason.rawValue).do"]) }
          }
        }
      }
    }
  }
}

extension Desk {
  /// Files that wait, as can be told without keys.
  func heldFiles() throws -> [HeldFile] { HeldShelf(places).list(days: try archive.spoolDays(), now: clock.now()) }
}

extension Visit {
  /// The file that the address names.
  /// - Throws: `HTTPError` 404 for what cannot be one.
  func heldID() throws -> String {
    guard let id = parameters.get("held"), HeldShelf.isID(id) else { throw HTTPError(.notFound) }
    return id
  }

  /// What a page says of a file that went meanwhile.
  func heldIsGone(_ words: PageWords) -> Response {
    page(words["held.gone.title"], path: "/held", words: words, status: .notFound) {
      HTML(.p, text: words["held.gone"])
      HTML(.p, .class("actions")) {
        Anchor.button("/upload", words["overview.upload"])
        Anchor.html("/held", words["held.title"])
      }
    }
  }
}
