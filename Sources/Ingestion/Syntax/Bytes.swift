import Glibc

/// Bytes of a cell, a line or a record. They are valid only until the reader that handed them out moves on.
package typealias Bytes = UnsafeRawBufferPointer

/// The bytes that syntax is made of.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let greater: UInt8 = 0x3E
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D

  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  /// Space, tab and line ends.
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || (byte >= tab && byte <= carriageReturn) }
}

/// Eight bytes at a time.
enum Word {
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte that is zero; bytes above the lowest zero byte may be marked wrongly.
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}

extension UnsafeRawBufferPointer {
  func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// The text; what is no UTF-8 becomes U+FFFD.
  var string: String { String(decoding: self, as: UTF8.self) }

  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && starts(with: word)
  }

  func starts(with word: StaticString) -> Bool {
    guard let base = baseAddress, count >= word.utf8CodeUnitCount else { return word.utf8CodeUnitCount == 0 }
    return memcmp(base, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  func ends(with word: StaticString) -> Bool {
    count >= word.utf8CodeUnitCount && part(count - word.utf8CodeUnitCount..<count).equals(word)
  }

  /// The value of ASCII digits alone, at least one and at most 18; nil for anything else. Unlike its generic
  /// twin in Records it is compiled into the loops that read millions of rows.
  var decimal: Int? {
    guard !isEmpty, count <= 18 else { return nil }
    var value = 0
    for byte in self {
      guard ASCII.isDigit(byte) else { return nil }
      value = value &* 10 &+ Int(byte &- ASCII.zero)
    }
    return value
  }

  /// The value of the digits in a part of these bytes.
  func decimal(_ range: Range<Int>) -> Int? { part(range).decimal }

  /// The first place of `byte` at or after `start`.
  func position(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The first place of `word`, which is not empty, at or after `start`.
  func position(of word: StaticString, from start: Int = 0) -> Int? {
    var start = start
    while let place = position(of: word.utf8Start.pointee, from: start) {
      if part(place..<count).starts(with: word) { return place }
      start = place + 1
    }
    return nil
  }

  /// Without white space at both ends: ASCII, no-break and thin spaces, zero-width space and byte order mark.
  func trimmed() -> Bytes {
    var start = 0
    var end = count
    while start < end {
      let width = part(start..<end).leadingBlank
      guard width > 0 else { break }
      start += width
    }
    while end > start {
      let width = part(start..<end).trailingBlank
      guard width > 0 else { break }
      end -= width
    }
    return part(start..<end)
  }

  /// Width of the white space that comes first, or 0.
  var leadingBlank: Int {
    guard let first else { return 0 }
    if ASCII.isBlank(first) { return 1 }
    return first < 0xC2 ? 0 : Bytes.wideBlanks.first { starts(with: $0) }?.utf8CodeUnitCount ?? 0
  }

  private var trailingBlank: Int {
    guard let last else { return 0 }
    if ASCII.isBlank(last) { return 1 }
    return last < 0x80 ? 0 : Bytes.wideBlanks.first { ends(with: $0) }?.utf8CodeUnitCount ?? 0
  }

  private static let wideBlanks: [StaticString] = [
    "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{200B}", "\u{FEFF}",
  ]
}

extension String {
  /// The UTF-8 bytes of the text, for as long as `body` runs.
  package func withBytes<Result>(_ body: (Bytes) throws -> Result) rethrows -> Result {
    var copy = self
    return try copy.withUTF8 { try body(Bytes($0)) }
  }
}
