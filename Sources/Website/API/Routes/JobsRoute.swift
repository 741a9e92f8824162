import Hummingbird
import Records
import Workflows

/// A job for programs.
private enum JobShape {
  static let shape = Shape<DeskJob>.object([
    Field("number", "Number of the job.", .number) { $0.id },
    Field("kind", "What it does.", .word(DeskJob.Kind.allCases.map(\.rawValue))) { $0.kind.rawValue },
    Field("state", "How far it is.", .word(DeskJob.State.allCases.map(\.rawValue))) { $0.state.rawValue },
    Field("begun_at", "When it was asked for.", .moment) { $0.begunAt },
    Field("ended_at", "When it was over.", Shape.moment.orNull) { $0.endedAt },
    Field("files", "Files handed in.", .count) { $0.files },
    Field("taken", "Files taken.", .count) { $0.taken },
    Field("known", "Files that were there already.", .count) { $0.known },
    Field("refused", "Files of which nothing was taken.", .count) { $0.refused },
  ])
}

/// Jobs, the newest first.
enum JobsRoute {
  private static let shown = 100
  private static let shape = Shape<[DeskJob]>.object([
    Field("jobs", "The newest first, a hundred at most.", JobShape.shape.list) { $0 }
  ])

  static let route = APIRoute("/jobs", for: .staff, "What the desk works on.", shape) { visit in
    try visit.desk.book.jobs(limit: shown)
  }
}

/// One job and how far it is.
enum JobRoute {
  private static let shape = Shape<JobView>.object([
    Field("job", "The job.", JobShape.shape) { $0.job },
    Field("done", "Steps done.", .count) { $0.done },
    Field("of", "Steps in all; 0 where nobody knows.", .count) { $0.of },
  ])

  static let route = APIRoute("/jobs/:number", for: .staff, "A job and how far it is.", shape) { visit in
    guard let view = try await visit.desk.jobs.view(try visit.number("number")) else { throw HTTPError(.notFound) }
    return view
  }
}
