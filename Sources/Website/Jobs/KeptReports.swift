import Hummingbird
import HummingbirdCore
import Synchronization

/// Which bytes lie in a file: another file, or another content, has another stamp.
struct FileStamp: Sendable, Hashable {
  /// Its number on the disk, and its size.
  let file: String
  /// Seconds, with their fractions.
  let changedAt: Double
}

/// Reports as they were last read, with the policy that lets their own rules through, until their file is another one. The
/// policy is a hash over the rules: the same one for every reader.
final class KeptReports: Sendable {
  struct Report: Sendable {
    let stamp: FileStamp
    let bytes: ByteBuffer
    let policy: String
  }

  /// Reports that are kept at a time, and the largest of them in bytes: 32 MB at most.
  static let most = 8
  static let largest = 4 << 20

  private let reports = Mutex<[ReportID: Report]>([:])

  /// Nil when there is no such report.
  func report(_ id: ReportID, on shelf: ReportShelf) -> Report? {
    guard let stamp = shelf.stamp(id) else { return nil }
    if let kept = reports.withLock({ $0[id] }), kept.stamp == stamp { return kept }
    guard let bytes = shelf.read(id) else { return nil }
    // The stamp was taken first: a file that changed in between is read again the next time.
    let report = Report(stamp: stamp, bytes: ByteBuffer(bytes: bytes), policy: StyleHash.policy(for: bytes))
    guard bytes.count <= Self.largest else { return report }
    reports.withLock { reports in
      if reports.count >= Self.most { reports = [:] }
      reports[id] = report
    }
    return report
  }
}
