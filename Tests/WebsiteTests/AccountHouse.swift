import Hummingbird
import HummingbirdTesting
import Records
import Synchronization
import Testing
import Workflows

@testable import Website

/// A passphrase that accounts of tests have.
let goodPassphrase = "besh alma jana toguz kitep"

extension DeskHouse {
  /// An account that has a passphrase and, in the team, a secret.
  func enrolled(_ code: String, _ role: DeskRole, for boundTo: String = "") async throws -> DeskUser {
    let user = try user(code, role, for: boundTo)
    if role.needsTimeCode { _ = try desk.timeCode(for: user) }
    return try await desk.keep(goodPassphrase, recovery: Self.recovery, of: user)
  }

  static let recovery = ["AAAABBBBCCCCDDDD", "EEEEFFFFGGGGHHHH"]

  /// What the account's authenticator shows, some steps from now.
  func timeCode(of user: DeskUser, steps: Int64 = 0) throws -> String {
    let secret = try #require(try desk.book.credentials(of: user)?.secret)
    return TimeCode(secret: secret).code(step: TimeCode.step(at: clocks.now) + steps)
  }
}

extension Browser {
  func signIn(
    _ code: String, _ passphrase: String = goodPassphrase, second: String = "", source: String? = nil,
    cookie: String? = nil
  ) async throws -> TestResponse {
    var headers: HTTPFields = [.fetchSite: "same-origin"]
    if let source { headers[.forwardedFor] = source }
    let form = "code=\(code)&passphrase=\(passphrase.replacing(" ", with: "+"))&second=\(second)"
    return try await post("/sign-in", form, cookie: cookie, headers)
  }
}

extension TestResponse {
  /// The cookie that the answer sets.
  var cookie: String? { headers[.setCookie].map { String($0.prefix { $0 != ";" }) } }
}

/// Counts calls and how many ran at once.
final class HashCounter: Sendable {
  private struct Counts {
    var calls = 0
    var running = 0
    var most = 0
    var sizes: Set<[Int]> = []
  }

  private let counts = Mutex(Counts())
  var calls: Int { counts.withLock { $0.calls } }
  var most: Int { counts.withLock { $0.most } }
  /// Lengths of passphrases and salts.
  var sizes: Set<[Int]> { counts.withLock { $0.sizes } }

  /// - Parameter busy: runs while a hash is made.
  func hashing(busy: @escaping @Sendable () -> Void = {}) -> PassphraseHashing {
    let inner = PassphraseHashing.scrypt(rounds: 16)
    return PassphraseHashing { passphrase, salt in
      self.counts.withLock { counts in
        counts.calls += 1
        counts.running += 1
        counts.most = max(counts.most, counts.running)
        counts.sizes.insert([passphrase.count, salt.count])
      }
      defer { self.counts.withLock { $0.running -= 1 } }
      busy()
      return try inner.derive(passphrase, salt)
    }
  }
}
