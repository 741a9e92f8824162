package import Records
import Storage

/// Tokens of accounts in the website's book. What makes or ends one stands in the audit log.
extension SiteBook {
  /// Tokens that an account may have at a time.
  package static let tokensEach = 10
  /// Days that a token may last.
  package static let tokenDays = 1...365
  /// What tokens begin with, so that people and programs that look for leaked secrets know one.
  package static let tokenMark = "minbar_"

  /// Keeps a new token of an account; only its hash is kept.
  /// - Parameter days: how long it lasts.
  /// - Throws: `WorkflowError` when the account has too many, was changed meanwhile, or the days are not allowed.
  package func addToken(
    _ token: String, of user: DeskUser, days: Int, by who: String, at moment: Instant
  ) throws -> DeskToken {
    guard Self.tokenDays.contains(days) else {
      throw WorkflowError("\(days) days: a token lasts \(Self.tokenDays.lowerBound) to \(Self.tokenDays.upperBound)")
    }
    let end = Instant(seconds: moment.seconds + Int64(days) * 86_400)
    guard
      let kept = try store.addToken(
        hash: Self.hash(token), of: user, until: end, at: moment, most: Self.tokensEach)
    else {
      throw WorkflowError(
        "\(user.code): no token was made; an account has \(Self.tokensEach) at most: 'minbar users token \(user.code)' "
          + "lists them, --revoke ends one")
    }
    try note("token.made", "\(user.code) \(kept.number)", by: who, at: moment)
    return kept
  }

  /// Tokens of an account, the newest first; those that ran out too.
  package func tokens(of user: DeskUser) throws -> [DeskToken] { try store.tokens(of: user.id) }

  /// Ends a token.
  /// - Returns: false when the account has no such token.
  package func revokeToken(_ number: Int64, of user: DeskUser, by who: String, at moment: Instant) throws -> Bool {
    guard try store.removeToken(number, of: user.id) else { return false }
    try note("token.revoked", "\(user.code) \(number)", by: who, at: moment)
    return true
  }

  /// Whose token this is, with the rights that the account has now; nil when it is none or ran out. The first use of a day
  /// stands in the audit log.
  package func user(token: String, at moment: Instant) throws -> (token: DeskToken, user: DeskUser)? {
    guard let found = try store.token(hash: Self.hash(token)), found.token.expiresAt > moment,
      found.token.madeAt <= moment
    else { return nil }
    let day = moment.seconds / 86_400
    if found.token.usedAt.map({ $0.seconds / 86_400 != day }) ?? true {
      try store.noteUse(ofToken: found.token.number, at: moment)
      try note("token.used", "\(found.user.code) \(found.token.number)", by: found.user.code, at: moment)
    }
    return found
  }
}
