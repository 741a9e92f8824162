import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// How long somebody stays signed in, and the cookie that says who it is.
enum SessionRules {
  /// Seconds without a request after which a session ends.
  static let idle: Int64 = 1_800
  /// Seconds after which it ends in any case.
  static let longest: Int64 = 43_200
  /// A request within so many seconds of the last one is not written down.
  private static let grain: Int64 = 30

  /// The prefix makes browsers refuse it unless it is secure, for this host alone and for all paths. Browsers count
  /// http://127.0.0.1 and http://localhost as secure.
  static let cookie = "__Host-minbar"

  static func isAlive(_ session: DeskSession, at steady: Int64) -> Bool {
    steady - session.begun < longest && steady - session.seen < idle
  }

  static func isWorthWriting(_ session: DeskSession, at steady: Int64) -> Bool { steady - session.seen >= grain }

  static func setting(_ token: String) -> String { "\(cookie)=\(token); Path=/; Secure; HttpOnly; SameSite=Strict" }
  static let removing = "\(cookie)=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"
}

extension Desk {
  /// Who asks, if they signed in and stayed awake.
  func session(of request: Request) throws -> DeskSession? {
    guard let token = request.cookies[SessionRules.cookie]?.value, Token.isWellFormed(token),
      var session = try book.session(token: token)
    else { return nil }
    let steady = clock.steady()
    guard SessionRules.isAlive(session, at: steady) else {
      try book.end(session)
      return nil
    }
    if SessionRules.isWorthWriting(session, at: steady) {
      session.seen = steady
      try book.update(session)
    }
    return session
  }

  /// Begins a session. A token that the browser brought along is never taken over.
  /// - Returns: the cookie.
  /// - Parameter user: nil for whoever holds the machine.
  /// - Throws: `HTTPError` 401 when the account was changed meanwhile.
  func signIn(
    _ user: DeskUser?, stage: DeskSession.Stage = .signedIn, language: ReportLanguage
  ) throws -> String {
    let token = Token.make()
    guard try book.begin(token: token, user: user, stage: stage, language: language.rawValue, at: clock.steady())
    else { throw HTTPError(.unauthorized) }
    if stage == .signedIn { try note(.signedIn, by: user?.code ?? DeskSession.owner) }
    return SessionRules.setting(token)
  }

  /// Forgets sessions that ran out.
  func sweep() throws {
    let steady = clock.steady()
    try book.sweep(begunBefore: steady - SessionRules.longest, seenBefore: steady - SessionRules.idle)
  }
}
