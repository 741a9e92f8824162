package import Records
import Storage

/// Accounts in the website's book. Every change stands in the audit log beside it.
extension SiteBook {
  package func users() throws -> [DeskUser] { try store.users() }
  package func user(id: Int64) throws -> DeskUser? { try store.user(id: id) }
  package func user(code: String) throws -> DeskUser? { try store.user(code: code) }

  /// Whether somebody could sign in as administrator without the machine's own link.
  package func hasAdministrator() throws -> Bool {
    try store.users().contains { $0.role == .administrator && $0.hasPassphrase }
  }

  /// Adds an account.
  /// - Throws: `WorkflowError` when the code is taken or cannot be one.
  package func addUser(
    _ code: String, _ role: DeskRole, boundTo: String, by who: String, at moment: Instant
  ) throws -> DeskUser {
    guard CreatorCode.isValid(code), !DeskSession.reservedCodes.contains(code.lowercased()) else {
      throw WorkflowError("'\(code)': a code name is 1 to 32 letters, digits and hyphens, and no name of a person")
    }
    try check(role, boundTo)
    guard let user = try store.addUser(code, role, boundTo: boundTo, at: moment) else {
      throw WorkflowError("\(code): there is such an account already; 'minbar users list' shows them")
    }
    try note("user.added", "\(user.code) \(role.rawValue)", by: who, at: moment)
    return user
  }

  /// Gives an account other rights. Its sessions end; secrets that do not do for the new role are forgotten.
  package func change(
    _ user: DeskUser, to role: DeskRole, boundTo: String, by who: String, at moment: Instant
  ) throws {
    try check(role, boundTo)
    try store.change(user.id, to: role, boundTo: boundTo)
    if role.needsTimeCode != user.role.needsTimeCode { try store.reset(user.id) }
    try note("user.role", "\(user.code) \(role.rawValue)", by: who, at: moment)
  }

  private func check(_ role: DeskRole, _ boundTo: String) throws {
    guard role.isBound == !boundTo.isEmpty else {
      throw WorkflowError(
        role.isBound
          ? "this role needs the code that the account is for" : "only creators and donors are bound to a code")
    }
  }

  /// Forgets an account's secrets and ends its sessions; a new link lets its owner in again.
  package func reset(_ user: DeskUser, by who: String, at moment: Instant) throws {
    try store.reset(user.id)
    try note("user.reset", user.code, by: who, at: moment)
  }

  package func remove(_ user: DeskUser, by who: String, at moment: Instant) throws {
    try store.removeUser(user.id)
    try note("user.removed", user.code, by: who, at: moment)
  }

  /// Makes an account's earlier links worthless, for a new one.
  package func readyForLink(_ user: DeskUser, by who: String, at moment: Instant) throws -> DeskUser {
    guard let ready = try store.raiseEpoch(user.id) else {
      throw WorkflowError("\(user.code): there is no such account any more")
    }
    try note("user.link", user.code, by: who, at: moment)
    return ready
  }

  // MARK: Secrets

  /// What an account proves itself with. A secret that does not open with the key that is there is none.
  package func credentials(of user: DeskUser) throws -> DeskCredentials? {
    try store.credentials(of: user.id).map { held in
      var opened = held
      opened.secret = held.secret.flatMap { sealer.open($0, of: user.id) }
      return opened
    }
  }

  /// The secret of an account that chooses its passphrase: the one it has, else the one given, also where the one it has
  /// was sealed with a key that is gone.
  package func secret(of user: DeskUser, orKeep secret: [UInt8]) throws -> [UInt8]? {
    let sealed = try sealer.seal(secret, of: user.id)
    guard let held = try store.secret(of: user.id, orKeep: sealed) else { return nil }
    if let opened = sealer.open(held, of: user.id) { return opened }
    return try store.secret(of: user.id, orKeep: sealed, replaces: true).flatMap { sealer.open($0, of: user.id) }
  }

  /// How many accounts sign in with codes, and how many of their secrets do not open with the key that is there.
  package func secretCounts() throws -> (all: Int, shut: Int) {
    let all = try store.sealedSecrets()
    return (all.count, all.count { sealer.open($0.sealed, of: $0.user) == nil })
  }

  /// - Parameter recovery: one-time codes; only their hashes are kept.
  /// - Returns: the account as it is now; nil when it was changed meanwhile. All its sessions have ended.
  package func keep(
    salt: [UInt8], passphrase: [UInt8], recovery: [String] = [], of user: DeskUser
  ) throws -> DeskUser? {
    try store.keep(salt: salt, passphrase: passphrase, recovery: recovery.map(Self.hash), of: user)
  }

  package func useStep(_ step: Int64, of user: DeskUser) throws -> Bool { try store.useStep(step, of: user.id) }

  package func useRecoveryCode(_ code: String, of user: DeskUser) throws -> Bool {
    try store.useRecoveryCode(hash: Self.hash(code), of: user.id)
  }

  package func recoveryCodes(of user: DeskUser) throws -> Int { try store.recoveryCodes(of: user.id) }

  // MARK: Sessions

  /// Sessions of the same account.
  package func sessions(besides session: DeskSession) throws -> [DeskSession] {
    try store.sessions(of: session.user?.id)
  }

  /// Ends another session of the same account.
  package func end(_ number: Int64, of session: DeskSession) throws -> Bool {
    try store.removeSession(number, of: session.user?.id)
  }
}
