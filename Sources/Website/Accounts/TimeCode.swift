import Crypto

/// Codes of the moment (TOTP, RFC 6238): HMAC-SHA1, six digits, steps of 30 seconds, as authenticators make them.
struct TimeCode: Sendable {
  static let seconds: Int64 = 30
  /// Steps that a phone's clock may be off.
  static let drift: Int64 = 1
  /// Bytes of a new secret: as many as the hash has.
  static let secretBytes = 20

  let secret: [UInt8]
  var digits = 6

  static func step(at seconds: Int64) -> Int64 { seconds / Self.seconds }

  /// The code of a step, with leading zeros (RFC 4226, 5.3).
  func code(step: Int64) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - $0 * 8)) }
    let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(mac[19] & 15)
    let number = mac[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number)
    let zeros = max(0, digits - text.utf8.count)
    return String(repeating: "0", count: zeros) + String(decoding: text.utf8.suffix(digits), as: UTF8.self)
  }

  /// The step that a typed code belongs to; nil when it is none of the steps around a moment.
  func step(of typed: String, at seconds: Int64) -> Int64? {
    let typed = Array(typed.utf8.prefix(40).filter { $0 != UInt8(ascii: " ") })
    let now = Self.step(at: seconds)
    // All are looked at, so that the time taken says nothing.
    return (-Self.drift...Self.drift).reduce(nil) { found, drift in
      Secret.areEqual(Array(code(step: now + drift).utf8), typed) ? now + drift : found
    }
  }

  /// What an authenticator's camera or link takes. Says nothing of what the house does.
  func link(for code: String) -> String {
    "otpauth://totp/Desk:\(code)?secret=\(Base32.text(secret))&issuer=Desk"
  }
}

/// Bytes of chance, and comparing that takes the same time whatever differs.
enum Secret {
  static func make(_ count: Int) -> [UInt8] {
    SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
  }

  static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// One-time codes for somebody whose phone is gone: 80 bits each, kept as hashes.
enum RecoveryCodes {
  static let count = 8

  static func make() -> [String] { (0..<count).map { _ in Base32.text(Secret.make(10)) } }

  /// As it is shown.
  static func shown(_ code: String) -> String {
    let signs = Array(code.utf8)
    return stride(from: 0, to: signs.count, by: 4)
      .map { String(decoding: signs[$0..<min($0 + 4, signs.count)], as: UTF8.self) }.joined(separator: "-")
  }
}
