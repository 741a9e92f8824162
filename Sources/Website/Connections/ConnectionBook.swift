import NIOCore
import Synchronization

/// All open connections. When there are too many, the one that has kept the desk waiting longest makes room: addresses say
/// nothing, since behind a proxy everybody has the same one.
final class ConnectionBook: Sendable {
  private struct Entry {
    let channel: any Channel
    /// Since when its sender owes something; nil while the desk works for it.
    var waitsSince: UInt64?
  }

  private struct Entries {
    var open: [ObjectIdentifier: Entry] = [:]
    /// Counts what happens: an order that no clock is needed for.
    var turn: UInt64 = 0

    mutating func next() -> UInt64 {
      turn += 1
      return turn
    }
  }

  private let most: Int
  private let entries = Mutex(Entries())

  init(most: Int) { self.most = most }

  var count: Int { entries.withLock { $0.open.count } }

  /// Takes a new connection in. Beyond the limit another is closed for it; when the desk works for all, the new one is.
  func add(_ channel: any Channel) {
    let evicted: (any Channel)? = entries.withLock { entries in
      let turn = entries.next()
      let key = ObjectIdentifier(channel)
      guard entries.open.count >= most else {
        entries.open[key] = Entry(channel: channel, waitsSince: turn)
        return nil
      }
      let waiting = entries.open.filter { $0.value.waitsSince != nil }
      guard let oldest = waiting.min(by: { ($0.value.waitsSince ?? 0) < ($1.value.waitsSince ?? 0) }) else {
        return channel
      }
      entries.open[oldest.key] = nil
      entries.open[key] = Entry(channel: channel, waitsSince: turn)
      return oldest.value.channel
    }
    evicted?.close(promise: nil)
  }

  /// The desk has what it needs and works: the connection is not closed for another.
  func works(for channel: any Channel) {
    entries.withLock { $0.open[ObjectIdentifier(channel)]?.waitsSince = nil }
  }

  /// The desk waits for the sender again.
  func waits(for channel: any Channel) {
    entries.withLock { entries in
      let turn = entries.next()
      entries.open[ObjectIdentifier(channel)]?.waitsSince = turn
    }
  }

  func remove(_ channel: any Channel) {
    entries.withLock { $0.open[ObjectIdentifier(channel)] = nil }
  }
}
