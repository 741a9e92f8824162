import Drawing
import Hummingbird
import Reporting
import Workflows

/// The receipt of one import, and the way to take it out again.
enum ImportPage {
  static let page = Page(.get, "/imports/:number", for: .staff) { visit in
    let number = try visit.number("number")
    let desk = visit.desk
    guard try desk.archive.hasImport(number), let listing = try await DeskWork.show(number, desk.child) else {
      throw HTTPError(.notFound)
    }
    try visit.note(.importShown, String(number))
    let words = visit.words()
    return visit.page(words("import.title", ["n": String(number)]), path: "/imports/\(number)", words: words) {
      HTML(.p, .class("file")) { HTML(.bdi, text: listing.name) }
      listing.files.map { ReceiptView(visit, words).file($0, of: listing.name) }
      undo(number, words)
    }
  }

  private static func undo(_ number: Int64, _ words: PageWords) -> HTML {
    HTML(.details, .class("danger")) {
      HTML(.summary, text: words["undo.title"])
      HTML(.p, text: words["undo.what"])
      Form.html("/imports/\(number)/undo") { Form.button(words["undo.button"], "warn") }
    }
  }
}
