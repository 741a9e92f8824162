import Synchronization

/// Keeps what was worked out from the archive until another process writes to it: pages are asked for far more often than
/// files come in.
final class KeptResults: Sendable {
  /// Results that are kept at a time; they are some hundred kilobytes each at most.
  static let most = 40

  private struct State {
    var version: Int64 = -1
    var results: [String: any Sendable] = [:]
  }

  private let state = Mutex(State())

  /// - Parameters:
  ///   - key: what it is, with everything that it was worked out from besides the archive.
  ///   - version: the archive's; a result of another one is forgotten.
  func result<T: Sendable>(_ key: String, version: Int64, make: () throws -> T) rethrows -> T {
    let found = state.withLock { state in
      if state.version != version { state = State(version: version) }
      return state.results[key] as? T
    }
    if let found { return found }
    let made = try make()
    state.withLock { state in
      guard state.version == version else { return }
      if state.results.count >= Self.most { state.results = [:] }
      state.results[key] = made
    }
    return made
  }
}
