/// Takes out of a text what leads to a person: mentions, links, phone numbers, e-mail addresses. Bytes only; each is
/// replaced by a mark that text analysis knows: `[mention]`, `[link]`, `[phone]`, `[mail]`.
package enum TextScrubber {
  /// Appends the scrubbed text to `out`. Most texts hold none of this and are copied as they are.
  package static func scrub(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var index = 0
    var copied = 0
    while index < text.count {
      // Triggers are ASCII; most texts are not, so that this is asked of few bytes.
      guard text[index] < 0x80, isTrigger(text[index]),
        let piece = PrivatePiece.find(in: text, at: index, after: copied)
      else {
        index += 1
        continue
      }
      out.append(contentsOf: text[copied..<piece.range.lowerBound])
      out.append(contentsOf: piece.mark.utf8)
      index = piece.range.upperBound
      copied = index
    }
    out.append(contentsOf: text[copied...])
  }

  /// Bytes at which a piece can be noticed: `@`, `:` of a scheme, `.` of a domain, `/` after one, digits and `+`.
  private static func isTrigger(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), 0x30...0x39: true
    default: false
    }
  }
}

/// A stretch of text that leads to a person.
struct PrivatePiece {
  let range: Range<Int>
  let mark: String

  /// The piece noticed at `index`, which may begin before it but not before `floor`.
  static func find(
    in text: UnsafeBufferPointer<UInt8>, at index: Int, after floor: Int
  ) -> PrivatePiece? {
    switch text[index] {
    case UInt8(ascii: "@"): address(text, index, floor)
    case UInt8(ascii: ":"): scheme(text, index, floor)
    case UInt8(ascii: "."): domain(text, index, floor)
    default: phone(text, index)
    }
  }

  /// `name@host.tld` or `@handle`.
  private static func address(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ floor: Int
  ) -> PrivatePiece? {
    var start = at
    while start > floor, isMailByte(text[start - 1]) { start -= 1 }
    var end = at + 1
    while end < text.count, isHandleByte(text[end]) { end += 1 }
    if start < at, text[at + 1..<end].contains(UInt8(ascii: ".")) {
      return PrivatePiece(range: start..<trimmed(text, at + 1, end), mark: "[mail]")
    }
    while end < text.count, text[end] == UInt8(ascii: "@"), end == at + 1 {
      end += 1  // YouTube writes `@@handle` in replies.
      while end < text.count, isHandleByte(text[end]) { end += 1 }
    }
    let last = trimmed(text, at + 1, end)
    return last > at + 1 ? PrivatePiece(range: at..<last, mark: "[mention]") : nil
  }

  /// `http://...`, `tg://...`: everything up to white space.
  private static func scheme(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ floor: Int
  ) -> PrivatePiece? {
    guard at + 2 < text.count, text[at + 1] == UInt8(ascii: "/"), text[at + 2] == UInt8(ascii: "/")
    else { return nil }
    var start = at
    while start > floor, isLetter(text[start - 1]) { start -= 1 }
    guard start < at else { return nil }
    return PrivatePiece(range: start..<endOfLink(text, at + 3), mark: "[link]")
  }

  /// `t.me/name`, `www.example.org`, `example.kg`: letters on both sides and a known ending or a path.
  private static func domain(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ floor: Int
  ) -> PrivatePiece? {
    var start = at
    while start > floor, isDomainByte(text[start - 1]) { start -= 1 }
    var end = at
    while end < text.count, isDomainByte(text[end]) || text[end] == UInt8(ascii: ".") { end += 1 }
    while end > at, !isDomainByte(text[end - 1]) { end -= 1 }
    guard start < at, end > at + 1 else { return nil }
    var label = end
    while label > at, text[label - 1] != UInt8(ascii: ".") { label -= 1 }
    let hasPath = end < text.count && text[end] == UInt8(ascii: "/")
    guard isTopLevel(text[label..<end], withPath: hasPath) else { return nil }
    return PrivatePiece(range: start..<(hasPath ? endOfLink(text, end) : end), mark: "[link]")
  }

  /// Nine digits and more, with the signs people write between them.
  private static func phone(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> PrivatePiece? {
    guard at == 0 || !isDigit(text[at - 1]) else { return nil }
    var end = at
    var digits = 0
    var gap = 0
    var lastDigit = at
    while end < text.count, gap <= 2 {
      if isDigit(text[end]) {
        digits += 1
        gap = 0
        lastDigit = end
      } else if isPhoneSign(text[end]) || end == at {
        gap += 1
      } else {
        break
      }
      end += 1
    }
    return digits >= 9 ? PrivatePiece(range: at..<lastDigit + 1, mark: "[phone]") : nil
  }

  private static func endOfLink(_ text: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var end = from
    while end < text.count, text[end] > 0x20 { end += 1 }
    while end > from, isClosing(text[end - 1]) { end -= 1 }
    return end
  }

  private static func trimmed(
    _ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int
  ) -> Int {
    var end = end
    while end > from, isClosing(text[end - 1]) || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  private static let topLevels: Set<[UInt8]> = Set(
    [
      "com", "org", "net", "info", "biz", "me", "io", "tv", "ly", "ru", "kg", "uz", "kz", "tj", "tm", "su", "by",
      "ua", "az", "tr", "de", "uk", "us", "eu", "online", "site", "shop", "store", "club", "xyz", "app", "gl",
      "link", "pro", "top", "win", "bet", "be", "cc", "co",
    ].map { Array($0.utf8) })

  private static func isTopLevel(_ label: Slice<UnsafeBufferPointer<UInt8>>, withPath: Bool) -> Bool {
    guard label.count >= 2, label.count <= 12 else { return false }
    let small = label.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return topLevels.contains(small) || (withPath && small.allSatisfy(isLetter))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  private static func isDomainByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
  }
  private static func isMailByte(_ byte: UInt8) -> Bool {
    isDomainByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "+")
  }
  /// Handles may be written in any script, so every byte above ASCII counts.
  private static func isHandleByte(_ byte: UInt8) -> Bool {
    isDomainByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
  private static func isPhoneSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }
  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "]")
  }
}
