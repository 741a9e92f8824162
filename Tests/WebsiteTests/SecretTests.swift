import Testing
import Workflows

@testable import Website

@Suite("Secrets, codes and hashes against their standards")
struct SecretTests {
  @Test(
    "Codes of the moment are those of RFC 6238, appendix B",
    arguments: [
      (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
      (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ] as [(Int64, String)])
  func totp(seconds: Int64, code: String) {
    let codes = TimeCode(secret: Array("12345678901234567890".utf8), digits: 8)
    #expect(codes.code(step: TimeCode.step(at: seconds)) == code)
  }

  @Test("Counters give the codes of RFC 4226, appendix D")
  func hotp() {
    let codes = TimeCode(secret: Array("12345678901234567890".utf8))
    let expected = [
      "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ]
    #expect((0..<10).map { codes.code(step: $0) } == expected)
  }

  @Test("A code holds for its step and one before and after, with or without spaces")
  func drift() {
    let codes = TimeCode(secret: Secret.make(20))
    for offset in Int64(-3)...3 {
      let typed = codes.code(step: 1_000 + offset)
      #expect(codes.step(of: typed, at: 30_010) == (abs(offset) <= 1 ? 1_000 + offset : nil))
    }
    let code = codes.code(step: 1_000)
    #expect(codes.step(of: " \(code.prefix(3)) \(code.suffix(3)) ", at: 30_010) == 1_000)
    for wrong in ["", "12345", code + "0", "٣٣٣٣٣٣", String(repeating: "1", count: 10_000)] {
      #expect(codes.step(of: wrong, at: 30_010) == nil)
    }
  }

  @Test(
    "Base 32 is that of RFC 4648, without padding",
    arguments: [
      ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
      ("foobar", "MZXW6YTBOI"),
    ])
  func base32(plain: String, coded: String) { #expect(Base32.text(Array(plain.utf8)) == coded) }

  @Test("What people copy by hand is read with spaces, hyphens and small letters")
  func copied() {
    #expect(Base32.grouped(Array("foobar".utf8)) == "MZXW 6YTB OI")
    #expect(Base32.plain(" mzxw-6ytb OI ") == "MZXW6YTBOI")
    let codes = RecoveryCodes.make()
    #expect(Set(codes).count == 8 && codes.allSatisfy { $0.utf8.count == 16 })
    #expect(codes.allSatisfy { Base32.plain(RecoveryCodes.shown($0).lowercased()) == $0 })
  }

  @Test("scrypt gives the test values of RFC 7914, section 12")
  func scrypt() throws {
    let first = try PassphraseHashing.scrypt(
      Array("password".utf8), Array("NaCl".utf8), rounds: 1_024, blockSize: 8, parallelism: 16, count: 64)
    #expect(first.starts(with: [0xFD, 0xBA, 0xBE, 0x1C, 0x9D, 0x34, 0x72, 0x00, 0x78, 0x56, 0xE7, 0x19, 0x0D, 0x01]))
    let second = try PassphraseHashing.scrypt(
      Array("pleaseletmein".utf8), Array("SodiumChloride".utf8), rounds: 16_384, blockSize: 8, parallelism: 1, count: 64
    )
    #expect(second.starts(with: [0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48, 0x46, 0x1C, 0x06, 0xCD, 0x81, 0xFD]))
  }

  @Test("Passphrases are hashed with N = 2^17, r = 8, p = 1; an empty one is no crash")
  func standard() throws {
    let salt = Array("0123456789abcdef".utf8)
    let passphrase = Array("besh alma".utf8)
    let hash = try PassphraseHashing.standard.derive(passphrase, salt)
    let same = try PassphraseHashing.scrypt(
      passphrase, salt, rounds: 131_072, blockSize: 8, parallelism: 1, count: 32)
    #expect(hash == same && hash.count == 32)
    #expect(try PassphraseHashing.scrypt(rounds: 16).derive([], salt).count == 32)
  }

  @Test("A passphrase is the same on every keyboard")
  func normalised() {
    #expect(PassphraseText.prepared("\u{439}од") == PassphraseText.prepared("\u{438}\u{306}од"))
    #expect(PassphraseText.prepared("a\u{A0}b\u{3000}c") == Array("a b c".utf8))
    #expect(PassphraseText.prepared("A") != PassphraseText.prepared("a"))
    #expect(PassphraseText.prepared("a\u{0}b") == nil)
    #expect(PassphraseText.prepared(String(repeating: "a", count: 129)) == nil)
    #expect(PassphraseText.prepared("e" + String(repeating: "\u{301}\u{323}", count: 40_000)) == nil)
  }

  @Test(
    "Long enough and not all alike",
    arguments: [
      ("besh alma jana", true), ("беш алма жана", true), ("elevensigns", false), ("aaaaaaaaaaaaaaaa", false),
      ("121212121212", false), ("twelve signs", true), ("", false),
    ])
  func good(text: String, isGood: Bool) { #expect(PassphraseText.isGood(text) == isGood) }

  @Test("The picture for authenticators is a QR code of its address")
  func picture() throws {
    let address = TimeCode(secret: Array("12345678901234567890".utf8)).link(for: "K7")
    #expect(address == "otpauth://totp/Desk:K7?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Desk")
    let code = try #require(QRCode(address))
    // Finder patterns stand in three corners: dark ring, light ring, dark heart.
    for (row, column) in [(0, 0), (0, code.width - 7), (code.width - 7, 0)] {
      let diagonal = (0..<7).map { code.isDark(row + $0, column + $0) }
      #expect(diagonal == [true, false, true, true, true, false, true])
    }
    #expect(QRCode(String(repeating: "x", count: 5_000)) == nil)
  }
}
