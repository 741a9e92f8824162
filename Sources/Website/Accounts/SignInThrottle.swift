import Synchronization

/// Makes guessing slow: after each failure the next try of the same account has to wait twice as long, up to a minute;
/// a source of many failures has to wait too. Lives in memory; nothing of it is written down.
final class SignInThrottle: Sendable {
  /// The longest wait, in seconds: the owner of an account comes in a minute after an attack ended.
  static let longest: Int64 = 60
  /// Failures of one source before it has to wait: several people may share one.
  static let patience = 10
  /// Seconds after which failures are forgotten.
  static let memory: Int64 = 900
  /// Names and sources that are remembered; more than these share one entry.
  static let entries = 20_000

  private struct Failures {
    var count: Int
    var next: Int64
    var last: Int64
  }

  private enum Key: Hashable {
    case account(String)
    case source(String)
    case others
  }

  private struct State {
    var failures: [Key: Failures] = [:]
    var swept: Int64 = 0
  }

  private let state = Mutex(State())

  /// Takes the right to try once, which counts as a failure until it succeeds.
  /// - Returns: nil when it may be tried; otherwise the seconds to wait.
  func begin(account: String, source: String, at steady: Int64) -> Int64? {
    state.withLock { state in
      Self.sweep(&state, at: steady)
      let keys = [Key.account(account), Key.source(source)].map { Self.entry(of: $0, in: state) }
      let wait = keys.compactMap { state.failures[$0] }.map { $0.next - steady }.max() ?? 0
      guard wait <= 0 else { return wait }
      for key in keys { Self.count(key, in: &state, at: steady) }
      return nil
    }
  }

  /// The account's owner came in.
  func succeeded(account: String, source: String) {
    state.withLock { state in
      state.failures[.account(account)] = nil
      // One's own success gives one's own failure back, and no more: a guesser may have an account too.
      guard var own = state.failures[.source(source)] else { return }
      own.count -= 1
      own.next = 0
      state.failures[.source(source)] = own.count > 0 ? own : nil
    }
  }

  private static func count(_ key: Key, in state: inout State, at steady: Int64) {
    let count = (state.failures[key]?.count ?? 0) + 1
    let free = if case .account = key { 0 } else { patience }
    let doubled = max(0, count - free)
    let wait = doubled == 0 ? 0 : min(longest, 1 << Int64(min(doubled, 6)))
    state.failures[key] = Failures(count: count, next: steady + wait, last: steady)
  }

  /// The entry of a key, or the shared one when there is no room for more.
  private static func entry(of key: Key, in state: State) -> Key {
    state.failures[key] != nil || state.failures.count < entries ? key : .others
  }

  /// Forgets what is old, once a minute at most: a full table must not make every try dear.
  private static func sweep(_ state: inout State, at steady: Int64) {
    guard steady - state.swept >= longest else { return }
    state.swept = steady
    state.failures = state.failures.filter { steady - $0.value.last < memory }
  }
}
