import Hummingbird
import HummingbirdCore
package import Records
import Synchronization
package import Workflows

/// Tokens of programs, as they are written.
enum AccessToken {
  static func make() -> String { SiteBook.tokenMark + Token.make() }

  /// What stands behind `Bearer`; nil for anything that cannot be a token.
  static func read(_ header: String) -> String? {
    let bytes = Array(header.utf8)
    let scheme = bytes.prefix(7).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard scheme.elementsEqual("bearer ".utf8) else { return nil }
    let text = String(decoding: bytes.dropFirst(7), as: UTF8.self)
    let mark = SiteBook.tokenMark.utf8
    guard text.utf8.starts(with: mark),
      Token.isWellFormed(String(decoding: Array(text.utf8.dropFirst(mark.count)), as: UTF8.self))
    else { return nil }
    return text
  }
}

/// Counts requests of each token, and wrong tokens of all together, by the minute.
final class TokenThrottle: Sendable {
  /// Requests a minute of one token.
  static let allowed = 300
  /// Wrong tokens a minute, of everybody: right ones are looked at all the same.
  static let wrong = 60
  static let seconds: Int64 = 60

  private struct State {
    var minute: Int64 = 0
    var counts: [Int64: Int] = [:]
    var wrong = 0
  }

  private let state = Mutex(State())

  /// - Parameter token: its number; nil for a wrong one.
  /// - Returns: nil when the request may be answered; otherwise the seconds to wait.
  func take(_ token: Int64?, at steady: Int64) -> Int64? {
    state.withLock { state in
      let minute = steady / Self.seconds
      if state.minute != minute { state = State(minute: minute) }
      let count: Int
      if let token {
        count = (state.counts[token] ?? 0) + 1
        state.counts[token] = count
      } else {
        state.wrong += 1
        count = state.wrong
      }
      return count > (token == nil ? Self.wrong : Self.allowed) ? (minute + 1) * Self.seconds - steady : nil
    }
  }
}

extension Desk {
  /// Whose program asks; nil without a token that is in force. A cookie says nothing here.
  /// - Throws: `HTTPError` 429 after too many requests.
  func tokenSession(of request: Request) throws -> DeskSession? {
    guard let header = request.headers[.authorization] else { return nil }
    let found = try AccessToken.read(header).flatMap { try book.user(token: $0, at: clock.now()) }
    if let wait = tokens.take(found?.token.number, at: clock.steady()) {
      throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    guard let found else { return nil }
    return DeskSession(
      tokenHash: [], number: found.token.number, user: found.user, language: "en", begun: 0, seen: 0)
  }
}

extension DeskToken {
  /// Makes a token for an account from the command line.
  /// - Returns: the token itself, which nothing keeps.
  package static func add(
    to book: SiteBook, of user: DeskUser, days: Int, by who: String, at moment: Instant
  ) throws -> String {
    let token = AccessToken.make()
    _ = try book.addToken(token, of: user, days: days, by: who, at: moment)
    return token
  }
}
