/// Ids of platforms, which are texts whatever they look like.
package enum Identifier {
  /// 11 letters, digits, `-` and `_`.
  package static func isVideo(_ bytes: Bytes) -> Bool { bytes.count == 11 && isToken(bytes) }

  /// `UC` and 22 letters, digits, `-` and `_`.
  package static func isChannel(_ bytes: Bytes) -> Bool {
    bytes.count == 24 && bytes.starts(with: "UC") && isToken(bytes)
  }

  /// Letters, digits, `-` and `_` only, at least one.
  package static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { ASCII.isDigit($0) || ASCII.isLetter($0) || $0 == ASCII.minus || $0 == 0x5F }
  }

  /// Whether a spreadsheet turned an id into `1,79E+16`: its digits are gone.
  package static func isScientific(_ bytes: Bytes) -> Bool {
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0 else { return false }
    let exponent = bytes[(mark + 1)...].drop { $0 == ASCII.plus }
    return !exponent.isEmpty && exponent.allSatisfy(ASCII.isDigit)
      && bytes[..<mark].allSatisfy { ASCII.isDigit($0) || $0 == ASCII.comma || $0 == ASCII.dot }
  }

  /// Whether all digits behind the fifteenth are 0, as a spreadsheet leaves them.
  package static func isRounded(_ bytes: Bytes) -> Bool {
    bytes.count > 15 && bytes.allSatisfy(ASCII.isDigit) && bytes[15...].allSatisfy { $0 == ASCII.zero }
  }

  /// The short code in an Instagram link (`/p/…/`, `/reel/…/`, `/tv/…/`).
  package static func shortcode(_ link: Bytes) -> String? {
    for path: StaticString in ["/p/", "/reel/", "/reels/", "/tv/"] {
      guard let place = link.position(of: path) else { continue }
      let rest = link.part(place + path.utf8CodeUnitCount..<link.count)
      let code = rest.part(0..<(rest.position(of: ASCII.slash) ?? rest.count))
      if code.count >= 5, isToken(code) { return code.string }
    }
    return nil
  }

  /// The short code of Instagram that stands for the number of a post (`3123456789012345678`, perhaps with `_` and the
  /// account's number behind it): the number in base 64.
  package static func shortcode(mediaID: Bytes) -> String? {
    let digits = mediaID.part(0..<(mediaID.position(of: 0x5F) ?? mediaID.count))
    guard (15...20).contains(digits.count), digits.allSatisfy(ASCII.isDigit), var rest = UInt64(digits.string) else {
      return nil
    }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var code: [UInt8] = []
    while rest > 0 {
      code.append(alphabet[Int(rest % 64)])
      rest /= 64
    }
    return String(decoding: code.reversed(), as: UTF8.self)
  }

  /// The video id in a YouTube link (`watch?v=`, `youtu.be/`, `/shorts/`, `/live/`).
  package static func video(_ link: Bytes) -> String? {
    for mark: StaticString in ["watch?v=", "youtu.be/", "/shorts/", "/live/", "&v="] {
      guard let place = link.position(of: mark) else { continue }
      let start = place + mark.utf8CodeUnitCount
      let id = link.part(start..<min(link.count, start + 11))
      if isVideo(id) { return id.string }
    }
    return nil
  }
}
