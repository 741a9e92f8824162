import Records
import Workflows

/// Reports that lie ready.
enum ReportsRoute {
  private struct Entry: Sendable {
    let id: ReportID
    let note: MonthSetNote?
    let files: [ReportFile]
  }

  private static let entry = Shape<Entry>.object([
    Field("id", "Month and language.", .text) { $0.id.text },
    Field("month", "The month.", .month) { $0.id.month },
    Field("language", "Language of the dashboard.", .word(ReportID.languages)) { $0.id.language },
    Field("made_at", "When it was made.", Shape.moment.orNull) { $0.note.map { Instant(seconds: $0.madeAt) } },
    Field("imports", "From how many imports.", Shape.count.orNull) { $0.note?.imports },
    Field("files", "What there is of it, as pages name it.", Shape.text.list) { $0.files.map(\.key) },
  ])

  private static let shape = Shape<[Entry]>.object([Field("reports", "The newest month first.", entry.list) { $0 }])

  static let route = APIRoute("/reports", for: .staff, "Reports that lie ready.", shape) { visit in
    let shelf = ReportShelf(folder: visit.desk.places.reports)
    return shelf.list().map { Entry(id: $0, note: shelf.note($0), files: shelf.files($0)) }
  }
}
