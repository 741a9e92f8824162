import Synchronization

/// Counts wrong links: after five within a minute none is looked at, until the minute is over.
final class LinkThrottle: Sendable {
  static let allowed = 5
  static let seconds: Int64 = 60

  private let wrong = Mutex<[Int64]>([])

  /// Seconds to wait; nil when a link may be tried.
  func wait(at steady: Int64) -> Int64? {
    wrong.withLock { times in
      times.removeAll { steady - $0 >= Self.seconds }
      guard times.count >= Self.allowed, let first = times.first else { return nil }
      return Self.seconds - (steady - first)
    }
  }

  func wasWrong(at steady: Int64) { wrong.withLock { $0.append(steady) } }
}

/// Lets a few uploads in at a time.
final class UploadGate: Sendable {
  private let limit: Int
  private let open = Mutex(0)

  init(limit: Int) { self.limit = limit }

  func enter() -> Bool {
    open.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func leave() { open.withLock { $0 -= 1 } }
}
