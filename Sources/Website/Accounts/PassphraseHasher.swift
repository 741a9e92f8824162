import Crypto
import CryptoExtras
import Dispatch
import FoundationEssentials

/// How a passphrase becomes a hash.
package struct PassphraseHashing: Sendable {
  /// Passphrase and salt to hash.
  package let derive: @Sendable ([UInt8], [UInt8]) throws -> [UInt8]

  package init(derive: @escaping @Sendable ([UInt8], [UInt8]) throws -> [UInt8]) { self.derive = derive }

  /// scrypt with N = 2^17, r = 8, p = 1: half a second and 128 MiB for every guess.
  package static let standard = scrypt(rounds: 1 << 17)

  package static func scrypt(rounds: Int) -> PassphraseHashing {
    PassphraseHashing { passphrase, salt in
      // The library cannot take an empty passphrase; nobody has one.
      try scrypt(passphrase.isEmpty ? [0] : passphrase, salt, rounds: rounds, blockSize: 8, parallelism: 1, count: 32)
    }
  }

  /// RFC 7914. Neither the passphrase nor the salt may be empty.
  static func scrypt(
    _ passphrase: [UInt8], _ salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int, count: Int
  ) throws -> [UInt8] {
    try KDF.Scrypt.deriveKey(
      from: passphrase, salt: salt, outputByteCount: count, rounds: rounds, blockSize: blockSize,
      parallelism: parallelism
    ).withUnsafeBytes { Array($0) }
  }
}

/// Hashes passphrases behind two slots: hashing is dear on purpose, so that many sign-ins at once must not take all
/// memory. A third waits, and so do a few more; the others are sent away.
actor PassphraseHasher {
  static let slots = 2
  /// Sign-ins that may wait, each for some seconds at most.
  static let longestQueue = 8
  static let saltBytes = 16

  private let hashing: PassphraseHashing
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ hashing: PassphraseHashing) { self.hashing = hashing }

  /// - Returns: nil when too many wait.
  func hash(_ passphrase: [UInt8], salt: [UInt8]) async throws -> [UInt8]? {
    guard await enter() else { return nil }
    defer { leave() }
    let derive = hashing.derive
    // On a thread of its own: half a second of work would hold up every other request.
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try derive(passphrase, salt) }) }
    }
  }

  private func enter() async -> Bool {
    if running < Self.slots {
      running += 1
      return true
    }
    guard waiting.count < Self.longestQueue else { return false }
    await withCheckedContinuation { waiting.append($0) }
    return true
  }

  /// Hands the slot to whoever waits longest.
  private func leave() {
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
  }
}
