import Hummingbird
import Records
import Workflows

/// What somebody typed to sign in.
struct SignInAttempt: Sendable {
  let code: String
  let passphrase: String
  /// A code of the moment, or a recovery code.
  let second: String

  init(_ fields: FormFields) {
    code = fields["code"] ?? ""
    passphrase = fields["passphrase"] ?? ""
    second = fields["second"] ?? ""
  }

  /// What failures are counted by: the same for every way of writing a code, whether an account has it or not.
  var account: String {
    String(decoding: code.utf8.prefix(32).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

extension Desk {
  /// Finds out who signs in. An account that is not there costs the same work and gives the same answer as a wrong
  /// passphrase.
  /// - Returns: nil when code name, passphrase or second code is wrong.
  /// - Throws: `HTTPError` 429 after failures, 503 when too many sign in at once.
  func user(for attempt: SignInAttempt, from source: String) async throws -> DeskUser? {
    if let wait = signIns.begin(account: attempt.account, source: source, at: clock.steady()) {
      throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    let user = try book.user(code: attempt.code)
    let held = try user.flatMap { try book.credentials(of: $0) }
    let own =
      held ?? DeskCredentials(salt: Array(decoy.prefix(PassphraseHasher.saltBytes)), passphrase: decoy, secret: decoy)
    let isRight = try await proves(attempt.passphrase, own)
    let step = TimeCode(secret: own.secret ?? decoy).step(of: attempt.second, at: clock.now().seconds)
    guard let user, held != nil, isRight, try proves(user, own, step, attempt.second) else {
      try note(.signInRefused, user?.code ?? "", by: "nobody")
      return nil
    }
    signIns.succeeded(account: attempt.account, source: source)
    return user
  }

  /// Whether a passphrase is the one that was hashed.
  func proves(_ passphrase: String, _ held: DeskCredentials) async throws -> Bool {
    let typed = PassphraseText.prepared(passphrase)
    let hash = try await hashed(typed ?? [], salt: held.salt)
    return Secret.areEqual(hash, held.passphrase) && typed != nil
  }

  /// - Throws: `HTTPError` 503 when too many wait.
  func hashed(_ passphrase: [UInt8], salt: [UInt8]) async throws -> [UInt8] {
    guard let hash = try await hasher.hash(passphrase, salt: salt) else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "10"])
    }
    return hash
  }

  /// The second proof, which is used up by this.
  private func proves(_ user: DeskUser, _ held: DeskCredentials, _ step: Int64?, _ typed: String) throws -> Bool {
    guard user.role.needsTimeCode else { return true }
    // Without a secret, or with one that does not open, a step is one of the decoy: only a recovery code helps.
    if held.secret != nil, let step { return try book.useStep(step, of: user) }
    guard try book.useRecoveryCode(Base32.plain(typed), of: user) else { return false }
    try note(.recoveryUsed, by: user.code)
    return true
  }
}

extension Visit {
  /// Where a request comes from, as far as that is known: what the proxy in front says last. Kept in memory only.
  var source: String {
    guard desk.settings.publicOrigin != nil, let line = request.headers[.forwardedFor] else { return "" }
    let last = line.utf8.suffix(100).split(separator: UInt8(ascii: ",")).last ?? []
    return String(decoding: last.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }
}
