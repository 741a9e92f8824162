import Drawing
import Records
import Reporting
import Workflows

/// The messages that ask for what is missing, ready to be copied: one tap chooses the whole text.
struct Reminders {
  let texts: [String: Reminder]

  /// One message an author.
  init(_ visit: Visit, _ month: Month) throws {
    let now = visit.desk.clock.now()
    let collection = try visit.desk.archive.collection(month, now: now)
    let workspace = Workspace(places: visit.desk.places, now: now, user: "desk")
    texts = Dictionary(try workspace.reminders(collection).map { ($0.creator, $0) }) { first, _ in first }
  }

  func html(_ code: String, _ words: PageWords) -> HTML {
    guard let message = texts[code] else { return .empty }
    return HTML(.details, .class("message")) {
      HTML(.summary, text: words["missing.message"])
      HTML(.p, .class("copy"), .language(message.language), text: message.text)
      HTML(.p, .class("hint"), text: words["missing.message.hint"])
    }
  }
}
