import Drawing
import Figures
import Hummingbird
import Records
import Reporting
import Workflows

/// The first page: what needs a decision, what is missing, what came in.
enum OverviewPage {
  static let page = Page(.get, "/", for: .staff) { visit in
    let words = visit.words()
    let view = try Overview(visit, words)
    return visit.page(words["overview.title"], path: "/", words: words) {
      view.decisions()
      view.missing()
      view.arrived()
      view.counts()
    }
  }
}

/// The parts of the first page.
private struct Overview {
  private let visit: Visit
  private let words: PageWords
  private let creators: [Creator]
  private let gaps: [Gap]
  private let channels: Int
  private let imports: [ImportCard]
  private let jobs: [DeskJob]
  private let all: DeskCounts
  private let objections: [[HTML]]
  private let held: [HeldFile]
  private let alerts: [[HTML]]

  /// Imports that the page lists; days before the end of a consent that it is named.
  private static let shown = 6
  private static let ahead: Int32 = 60

  init(_ visit: Visit, _ words: PageWords) throws {
    self.visit = visit
    self.words = words
    let archive = visit.desk.archive
    let book = try archive.book(through: visit.workMonth, now: visit.desk.clock.now())
    gaps = book.gaps(in: visit.workMonth)
    channels = book.channels(.all).count
    creators = try archive.creators()
    imports = try archive.imports(limit: 200)
    jobs = try visit.desk.book.jobs(limit: 20)
    all = try archive.counts()
    objections = try ObjectionsPage.reminder(visit, words) + CodingPage.reminder(visit, words)
    held = try visit.desk.heldFiles()
    alerts = try AlertsPage.reminder(visit, words)
  }

  // MARK: Decisions

  func decisions() -> HTML {
    let items = alerts + firstSteps() + openJobs() + waitingFiles() + refusedFiles() + endingConsents() + objections
    return HTML(.section, .labelled(by: "decide-h")) {
      HTML(.h2, .id("decide-h"), text: words["overview.decide"])
      if items.isEmpty {
        HTML(.p, .class("empty"), text: words["overview.decide.none"])
      } else {
        HTML(.ul, .class("todo")) { items.map { item in HTML(.li) { item } } }
      }
    }
  }

  private func firstSteps() -> [[HTML]] {
    if creators.isEmpty { return [[Anchor.html("/creators", words["overview.first.creators"])]] }
    return all.imports == 0 ? [[Anchor.html("/upload", words["overview.first.upload"])]] : []
  }

  private func openJobs() -> [[HTML]] {
    jobs.filter { !$0.state.isOver }.map { job in
      [Anchor.html("/jobs/\(job.id)", words("overview.job", ["job": words["job." + job.kind.rawValue]]))]
    }
  }

  /// Files of which somebody must say whose they are or what their columns mean, or that are typed in.
  private func waitingFiles() -> [[HTML]] {
    HeldReason.allCases.compactMap { reason in
      let files = held.filter { $0.reason == reason }
      guard let first = files.first else { return nil }
      let path = files.count == 1 ? "/held/\(first.id)" : "/held"
      return [Anchor.html(path, words("overview.held.\(reason.rawValue)", n: files.count))]
    }
  }

  /// Files of the last weeks of which nothing or not all could be read.
  private func refusedFiles() -> [[HTML]] {
    let failed = jobs.filter { job in
      job.kind == .ingest && (job.refused > 0 || job.state == .failed || job.state == .stopped)
        && isRecent(job.begunAt)
    }.prefix(3).map { job in
      let text =
        job.refused > 0 ? words("overview.refused", n: job.refused) : words["overview.failed"]
      return [Anchor.html("/jobs/\(job.id)", text), HTML(text: ", " + visit.moment(job.begunAt, words))]
    }
    let partial = imports.filter { $0.refusedRows + $0.refusedFiles > 0 && isRecent($0.receivedAt) }
    guard let newest = partial.first else { return Array(failed) }
    let path = partial.count == 1 ? "/imports/\(newest.number)" : "/imports"
    return failed + [[Anchor.html(path, words("overview.partial", n: partial.count))]]
  }

  private func isRecent(_ moment: Instant) -> Bool {
    visit.today - visit.desk.archive.local(moment).day <= 31
  }

  private func endingConsents() -> [[HTML]] {
    let today = visit.today
    return creators.compactMap { creator in
      let last = creator.consents.map(\.validUntil).max()
      guard creator.status == .active, let last, last - today <= Int(Self.ahead) else { return nil }
      let key = last < today ? "overview.consent.over" : "overview.consent.ends"
      return [
        Anchor.html("/creators", words(key, ["code": creator.code, "date": words.date(last)]))
      ]
    }
  }

  // MARK: Missing

  func missing() -> HTML {
    HTML(.section, .labelled(by: "missing-h")) {
      HTML(.h2, .id("missing-h"), text: words("overview.missing", ["month": words.month(visit.workMonth)]))
      if gaps.isEmpty {
        HTML(.p, .class("empty"), text: words[channels == 0 ? "missing.nothing" : "missing.none"])
      } else {
        HTML(.ul, .class("tiles")) { DataKind.allCases.flatMap(tile) }
        HTML(.p) { Anchor.html("/missing", words["overview.missing.all"]) }
      }
    }
  }

  private func tile(_ kind: DataKind) -> [HTML] {
    let own = Set(gaps.filter { $0.kind == kind }.map(\.account.id))
    guard !own.isEmpty else { return [] }
    return [
      HTML(.li) {
        HTML(.strong, text: words.number(own.count))
        HTML(.span, text: " " + words("missing.of", n: channels))
        HTML(.span, .class("name"), text: words.name(kind))
      }
    ]
  }

  // MARK: Arrived

  func arrived() -> HTML {
    HTML(.section, .labelled(by: "arrived-h")) {
      HTML(.h2, .id("arrived-h"), text: words["overview.arrived"])
      if imports.isEmpty {
        HTML(.p, .class("empty"), text: words["imports.empty"])
      } else {
        HTML(.ul, .class("plain")) { imports.prefix(Self.shown).map(arrival) }
      }
      HTML(.p, .class("actions")) {
        Anchor.button("/upload", words["overview.upload"])
        Anchor.html("/figures", words["figures.title"])
        Anchor.html("/cards", words["cards.title"])
        Anchor.html("/registers", words["desk.registers.title"])
        Anchor.html("/imports", words("overview.imports.all", n: all.imports))
      }
    }
  }

  private func arrival(_ card: ImportCard) -> HTML {
    HTML(.li) {
      Anchor.html("/imports/\(card.number)", "\u{2116}\u{A0}\(card.number)")
      HTML(.span, text: " " + ImportText.what(card, words) + ", " + visit.moment(card.receivedAt, words))
    }
  }

  func counts() -> HTML {
    HTML(.p, .class("small")) {
      words(
        "overview.counts",
        [
          "creators": words.number(all.creators), "talks": words.number(all.talks),
          "comments": words.number(all.comments),
        ])
    }
  }
}

/// Imports in words.
enum ImportText {
  static func what(_ card: ImportCard, _ words: PageWords) -> String {
    let period = card.period.map { period in
      period == period.from.month.period ? period.from.month.description : period.description
    }
    return
      ([card.creators.joined(separator: " "), card.formats.map { format($0, words) }.joined(separator: ", ")]
      + [period].compactMap { $0 })
      .filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
  }

  /// A format in words; one that the words do not know yet keeps its id.
  static func format(_ id: String, _ words: PageWords) -> String {
    let key = "format." + id
    return words.has(key) ? words[key] : id
  }
}
