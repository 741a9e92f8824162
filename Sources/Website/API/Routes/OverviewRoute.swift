import Figures
import Records
import Workflows

/// What the first page tells: how much there is, what is missing, what waits for a decision.
enum OverviewRoute {
  struct Overview: Sendable {
    let month: Month
    let counts: DeskCounts
    let channels: Int
    let missing: [(kind: DataKind, channels: Int)]
    let held: [(reason: HeldReason, files: Int)]
    let openJobs: Int
    let openObjections: Int
  }

  private static let missing = Shape<(kind: DataKind, channels: Int)>.object([
    Field("kind", "What is missing.", .word(DataKind.allCases.map(\.rawValue))) { $0.kind.rawValue },
    Field("channels", "Channels of which it is missing, in whole or in part.", .count) { $0.channels },
  ])

  private static let held = Shape<(reason: HeldReason, files: Int)>.object([
    Field("reason", "What must be said.", .word(HeldReason.allCases.map(\.rawValue))) { $0.reason.rawValue },
    Field("files", "Files that wait for it.", .count) { $0.files },
  ])

  private static let shape = Shape<Overview>.object([
    Field("month", "The month that is worked on.", .month) { $0.month },
    Field("creators", "Authors.", .count) { $0.counts.creators },
    Field("talks", "Talks and posts.", .count) { $0.counts.talks },
    Field("comments", "Comments.", .count) { $0.counts.comments },
    Field("imports", "Imports.", .count) { $0.counts.imports },
    Field("first_month", "First month with numbers.", Shape.month.orNull) { $0.counts.firstMonth },
    Field("last_month", "Last month with numbers.", Shape.month.orNull) { $0.counts.lastMonth },
    Field("channels", "Channels that are measured.", .count) { $0.channels },
    Field("missing", "What is missing for the month.", missing.list) { $0.missing },
    Field("held", "Files that wait for a person.", held.list) { $0.held },
    Field("open_jobs", "Jobs that wait or run.", .count) { $0.openJobs },
    Field("open_objections", "Findings that authors say are wrong and nobody looked at.", .count) { $0.openObjections },
  ])

  static let route = APIRoute("/overview", for: .staff, "What came in, what is missing, what waits.", shape) { visit in
    let desk = visit.desk
    let book = try desk.archive.book(through: visit.workMonth, now: desk.clock.now())
    let gaps = Dictionary(grouping: book.gaps(in: visit.workMonth), by: \.kind)
    let files = try desk.heldFiles()
    return Overview(
      month: visit.workMonth, counts: try desk.archive.counts(), channels: book.channels(.all).count,
      missing: DataKind.allCases.map { ($0, Set((gaps[$0] ?? []).map(\.account.id)).count) },
      held: HeldReason.allCases.map { reason in (reason, files.count { $0.reason == reason }) },
      openJobs: try desk.book.jobs(limit: JobBoard.longest).count { !$0.state.isOver },
      openObjections: try desk.book.objections().count { $0.settledAt == nil })
  }
}
