import Records
import Workflows

/// Files that wait for a person, without their names, which only keys open.
enum HeldRoute {
  private static let file = Shape<HeldFile>.object([
    Field("id", "Under which it is kept.", .text) { $0.id },
    Field("reason", "What must be said.", .word(HeldReason.allCases.map(\.rawValue))) { $0.reason.rawValue },
    Field("since", "When it was kept.", .moment) { $0.since },
    Field("until", "When it goes.", .moment) { $0.until },
  ])

  private static let shape = Shape<[HeldFile]>.object([Field("files", "That wait.", file.list) { $0 }])

  static let route = APIRoute("/held", for: .staff, "Files that wait for a person.", shape) { visit in
    try visit.desk.heldFiles()
  }
}
