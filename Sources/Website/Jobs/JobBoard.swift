import FoundationEssentials
import Records
import Workflows

/// What came of a job, for its page. Lives in memory: names of files are not written down.
enum JobOutcome: Sendable {
  case none
  case receipt(IngestOutcome)
  /// Id of a report.
  case report(String)
  /// What a changed lexicon changes.
  case difference(LexiconDifference)
  /// What the command said when it failed.
  case complaint(String)
}

/// A job as its page shows it.
struct JobView: Sendable {
  let job: DeskJob
  let done: Int
  let of: Int
  let outcome: JobOutcome
}

/// What a job runs.
struct JobWork: Sendable {
  let arguments: [String]
  /// Folder that is gone afterwards.
  var spool: String?
  /// What that folder takes of the room for uploads.
  var share: SpoolShare?
  /// Whether texts that came in are read afterwards, so that pages know of them.
  var readsTexts = false
  /// Reads what the command printed.
  let outcome: @Sendable (ChildCommand.Result) -> JobOutcome
}

/// Runs one job after the other, each in a process of its own.
actor JobBoard {
  /// Jobs that may wait or run at the same time.
  static let longest = 20
  /// Outcomes that are kept.
  private static let kept = 50

  private let book: SiteBook
  private let child: ChildCommand
  private let clock: DeskClock
  private var last: Task<Void, Never>?
  private var open = 0
  private var progress: [Int64: (done: Int, of: Int)] = [:]
  private var outcomes: [Int64: JobOutcome] = [:]

  init(book: SiteBook, child: ChildCommand, clock: DeskClock) {
    self.book = book
    self.child = child
    self.clock = clock
  }

  /// - Returns: the job's number, or nil when too many wait.
  func submit(_ kind: DeskJob.Kind, subject: String = "", files: Int = 0, _ work: JobWork) throws -> Int64? {
    guard open < Self.longest else { return nil }
    let job = try book.add(DeskJob(id: 0, kind: kind, begunAt: clock.now(), subject: subject, files: files))
    open += 1
    let before = last
    last = Task {
      await before?.value
      await run(job, work)
    }
    return job.id
  }

  func view(_ id: Int64) throws -> JobView? {
    guard let job = try book.job(id) else { return nil }
    let step = progress[id] ?? (0, 0)
    let all = max(step.of, job.files)
    return JobView(job: job, done: min(step.done, max(all, 1)), of: all, outcome: outcomes[id] ?? .none)
  }

  /// Waits for everything that was submitted.
  func drain() async { await last?.value }

  private func run(_ waiting: DeskJob, _ work: JobWork) async {
    var job = waiting
    job.state = .running
    try? book.update(job)
    let outcome = await outcome(of: job, work)
    if let spool = work.spool { UploadSpool.remove(spool) }
    work.share?.giveBack()
    JobEnding.settle(&job, outcome)
    job.endedAt = clock.now()
    keep(outcome, of: job.id)
    open -= 1
    try? book.update(job)
    try? book.note(AuditEvent.jobEnded.rawValue, "\(job.id) \(job.state.rawValue)", by: "server", at: clock.now())
    if work.readsTexts, job.taken > 0 { _ = try? submit(.read, DeskWork.read) }
  }

  private func outcome(of job: DeskJob, _ work: JobWork) async -> JobOutcome {
    let id = job.id
    do {
      let result = try await child.run(work.arguments) { done, all in
        Task { await self.hear(id, done, all) }
      }
      return work.outcome(result)
    } catch {
      return .complaint("\(error)")
    }
  }

  private func hear(_ id: Int64, _ done: Int, _ all: Int) {
    guard outcomes[id] == nil else { return }
    progress[id] = (max(done, progress[id]?.done ?? 0), all)
  }

  private func keep(_ outcome: JobOutcome, of id: Int64) {
    progress[id] = nil
    outcomes[id] = outcome
    if outcomes.count > Self.kept, let oldest = outcomes.keys.min() { outcomes[oldest] = nil }
  }
}

/// The state and counts that an outcome gives a job.
enum JobEnding {
  static func settle(_ job: inout DeskJob, _ outcome: JobOutcome) {
    switch outcome {
    case .none, .report, .difference: job.state = .done
    case .complaint: job.state = .failed
    case .receipt(let receipt):
      job.state = receipt.hasProblems ? .partly : .done
      job.files = receipt.receipts.count
      job.taken = receipt.receipts.count { $0.status == .taken }
      job.known = receipt.receipts.count { $0.status == .alreadyTaken }
      job.refused = receipt.receipts.count { $0.status == .refused }
    }
  }
}
