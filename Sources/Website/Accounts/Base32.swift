/// RFC 4648 base 32, without padding: what authenticators take, and what people can copy by hand.
enum Base32 {
  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        result.append(signs[buffer >> bits & 31])
      }
    }
    if bits > 0 { result.append(signs[buffer << (5 - bits) & 31]) }
    return String(decoding: result, as: UTF8.self)
  }

  /// In groups of four, for the eye.
  static func grouped(_ bytes: [UInt8]) -> String {
    let signs = Array(text(bytes).utf8)
    return stride(from: 0, to: signs.count, by: 4).map { start in
      String(decoding: signs[start..<min(start + 4, signs.count)], as: UTF8.self)
    }.joined(separator: " ")
  }

  /// What somebody typed, with spaces, hyphens and case as they please, as `text` would write it.
  static func plain(_ typed: String) -> String {
    String(
      decoding: typed.utf8.prefix(200).filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        .map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
  }
}
