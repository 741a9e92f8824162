import Foundation
import Storage

/// Takes in what appears in a folder until it is told to end.
package final class WatchWorkflow {
  private let folder: String
  private let interval: Double
  private let options: IngestOptions
  private let makeWorkspace: () -> Workspace
  private var watch: FolderWatch
  private var stop: StopSignal
  /// Files that wait for another file to tell whose they are.
  private var waiting: Set<String> = []
  /// What went wrong at the last look.
  private var complaint = ""

  /// - Parameters:
  ///   - interval: seconds between two looks.
  ///   - settle: seconds for which a file must not have changed.
  ///   - workspace: made anew for each batch, since the day goes on.
  /// - Throws: `WorkflowError` when there is no such folder.
  package init(
    folder: String, interval: Double, settle: Double, options: IngestOptions, workspace: @escaping () -> Workspace
  ) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw WorkflowError("\(folder): no such folder")
    }
    self.folder = folder
    self.interval = interval
    self.options = options
    makeWorkspace = workspace
    watch = FolderWatch(folder: folder, settle: settle)
    stop = StopSignal()
  }

  /// Looks, takes in, waits; ends between two batches when it is asked to.
  /// - Parameters:
  ///   - receipt: told what became of each batch.
  ///   - notice: told why a batch must wait, such as another command that writes.
  package func run(receipt: (IngestOutcome) throws -> Void, notice: @escaping (String) -> Void) throws {
    let clock = ContinuousClock()
    let start = clock.now
    while true {
      let elapsed = Double((clock.now - start).components.seconds) + Self.fraction(clock.now - start)
      do {
        try look(now: elapsed, receipt: receipt, notice: notice)
        complaint = ""
      } catch let error as WorkflowError {
        // A drive that is away for a while comes back: said once, tried again.
        if complaint != error.description { notice(error.description) }
        complaint = error.description
      }
      if stop.wait(seconds: interval) { return }
    }
  }

  private static func fraction(_ duration: Duration) -> Double {
    Double(duration.components.attoseconds) / 1e18
  }

  /// One file a batch, so that the request to end is heard between two files.
  private func look(
    now: Double, receipt: (IngestOutcome) throws -> Void, notice: @escaping (String) -> Void
  ) throws {
    var fresh = try watch.whole(now: now)
    guard !fresh.isEmpty else { return }
    let again = waiting.subtracting(fresh)
    fresh += again.sorted().filter { FileManager.default.fileExists(atPath: $0) }
    do {
      let workflow = try IngestWorkflow(makeWorkspace(), options: options)
      let outcome = try workflow.ingest(fresh, isStopped: { self.stop.isRaised() })
      waiting = Set(outcome.receipts.filter { $0.waits || (again.contains($0.name) && !$0.isNews) }.map(\.name))
      // A file that was looked at once more for nothing is not told of again.
      try receipt(
        IngestOutcome(
          receipts: outcome.receipts.filter { $0.isNews || !again.contains($0.name) }, collection: outcome.collection))
    } catch let busy as ArchiveError {
      watch.putBack(fresh)
      notice("\(busy)")
    }
  }
}
