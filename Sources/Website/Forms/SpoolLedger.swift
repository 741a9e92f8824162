import Hummingbird
import Synchronization

/// Why an upload finds no room though the disk has some.
enum SpoolFull: Error {
  /// The same account's earlier uploads wait to be read.
  case own
  /// Everybody's do.
  case all

  var status: HTTPResponse.Status { self == .own ? .contentTooLarge : .insufficientStorage }

  /// Where its words stand.
  var key: String { self == .own ? "error.ownWaits" : "error.allWaits" }
}

/// Counts the bytes of uploads that come in or wait to be read, of each account and of all. The spool is empty when the
/// server starts, so that memory knows everything.
final class SpoolLedger: Sendable {
  private let own: Int64
  private let all: Int64
  private let bytes = Mutex<[String: Int64]>([:])

  init(_ limits: UploadLimits) {
    own = limits.ownWaiting
    all = limits.allWaiting
  }

  /// - Throws: `SpoolFull`.
  fileprivate func add(_ count: Int64, of who: String) throws(SpoolFull) {
    let full: SpoolFull? = bytes.withLock { bytes in
      let mine = bytes[who, default: 0] + count
      if mine > own { return .own }
      if bytes.values.reduce(count, +) > all { return .all }
      bytes[who] = mine
      return nil
    }
    if let full { throw full }
  }

  fileprivate func remove(_ count: Int64, of who: String) {
    bytes.withLock { bytes in
      let rest = bytes[who, default: 0] - count
      bytes[who] = rest > 0 ? rest : nil
    }
  }
}

/// What one upload takes of the spool, until it is given back or nobody knows of it any more.
final class SpoolShare: Sendable {
  private let ledger: SpoolLedger
  private let who: String
  private let bytes = Mutex<Int64>(0)

  init(_ ledger: SpoolLedger, of who: String) {
    self.ledger = ledger
    self.who = who
  }

  deinit { giveBack() }

  /// - Throws: `SpoolFull`; then nothing was added.
  func add(_ count: Int64) throws(SpoolFull) {
    try ledger.add(count, of: who)
    bytes.withLock { $0 += count }
  }

  func giveBack() {
    let count = bytes.withLock { bytes in
      defer { bytes = 0 }
      return bytes
    }
    ledger.remove(count, of: who)
  }
}
