import Drawing
import Hummingbird
import Records
import Reporting

/// How far a job is; when it is over, what came of it.
enum JobPage {
  /// Seconds between two looks at a job that runs.
  private static let refresh = 2

  static let page = Page(.get, "/jobs/:number", for: .staff) { visit in
    let number = try visit.number("number")
    guard let view = try await visit.desk.jobs.view(number) else { throw HTTPError(.notFound) }
    let words = visit.words()
    let isOver = view.job.state.isOver
    return visit.page(
      words["job." + view.job.kind.rawValue], path: "/jobs/\(number)", refresh: isOver ? nil : refresh, words: words
    ) {
      HTML(.p, .class("state", view.job.state.rawValue), text: words["state.job." + view.job.state.rawValue])
      if isOver { ending(view, visit, words) } else { progress(view, words) }
    }
  }

  private static func progress(_ view: JobView, _ words: PageWords) -> [HTML] {
    let bar =
      view.of > 0 && view.job.state == .running
      ? HTML(.progress, .maximum(view.of), .value(String(view.done)), .label(words["job.progress"]))
      : HTML(.progress, .label(words["job.progress"]))
    let text = words("job.step", ["done": words.number(view.done), "of": words.number(view.of)])
    return [
      HTML(.p) { bar }, view.of > 0 ? HTML(.p, text: text) : .empty,
      HTML(.p, .class("small"), text: words["job.wait"]),
      HTML(.p) { Anchor.html("/jobs/\(view.job.id)", words["job.look"]) },
    ]
  }

  private static func ending(_ view: JobView, _ visit: Visit, _ words: PageWords) -> [HTML] {
    switch view.outcome {
    case .receipt(let receipt): ReceiptView(visit, words).html(receipt) + [next(words)]
    case .report(let id):
      [
        HTML(.p, .class("actions")) {
          Anchor.button("/reports/\(id)", words["report.open"])
          Anchor.html("/reports", words["reports.all"])
        }
      ]
    case .complaint(let text): complaint(text, visit, words)
    case .none: remembered(view.job, words)
    }
  }

  private static func next(_ words: PageWords) -> HTML {
    HTML(.p, .class("actions")) {
      Anchor.button("/upload", words["overview.upload"])
      Anchor.html("/", words["nav.overview"])
    }
  }

  /// What the command said, with the folders of this machine left out.
  private static func complaint(_ text: String, _ visit: Visit, _ words: PageWords) -> [HTML] {
    let shown = Folders.hidden(in: text, visit.desk.places)
    return [
      HTML(.p, text: words["job.failed"]),
      HTML(.details) {
        HTML(.summary, text: words["job.said"])
        HTML(.p, .class("said"), .language("en"), text: shown)
      },
    ]
  }

  /// What is left of a job after the server was started again, or that has nothing to show.
  private static func remembered(_ job: DeskJob, _ words: PageWords) -> [HTML] {
    let place: (String, String) =
      switch job.kind {
      case .ingest, .undo: ("/imports", "nav.imports")
      case .read: ("/", "nav.overview")
      case .creator: ("/creators", "nav.creators")
      case .report: ("/reports", "nav.reports")
      case .month: ("/approval/\(job.subject)", "approval.title")
      case .package: ("/packages", "staffPackages.title")
      }
    let counts = [
      ("receipt.n.taken", job.taken), ("receipt.n.known", job.known), ("receipt.n.refused", job.refused),
    ].filter { $0.1 > 0 }.map { words($0.0, n: $0.1) }.joined(separator: " \u{B7} ")
    return [
      counts.isEmpty ? .empty : HTML(.p, text: counts), HTML(.p) { Anchor.button(place.0, words[place.1]) },
    ]
  }
}
