/// An address that cannot leave the page's own site: a place on the page, or a file beside it.
package struct Link: Sendable, Hashable {
  let text: String

  /// A place on the same page. Nil when the id holds anything but letters, digits, `-`, `_` and `.`.
  package init?(fragment id: String) {
    guard !id.isEmpty, id.utf8.allSatisfy(Self.isPlain) else { return nil }
    text = "#" + id
  }

  /// A file beside the page, such as `K01/2026-10.html`. Nil for schemes, hosts, absolute paths and `..`.
  package init?(relative path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      part.first.map { $0 != UInt8(ascii: ".") } ?? false && part.allSatisfy(Self.isPlain)
    }
    guard isSafe else { return nil }
    text = path
  }

  /// A place on the page's own site, from its root: `/imports/12`. Nil for anything that could name another host.
  ///
  /// - Parameter query: Names and values; both of plain letters, digits, `-`, `_` and `.`.
  package init?(site path: String, query: [(name: String, value: String)] = []) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.isEmpty, parts.count > 1 else { return nil }
    let isRoot = parts.count == 2 && parts[1].isEmpty
    let isSafe = parts.dropFirst().allSatisfy { part in
      part.first.map { $0 != UInt8(ascii: ".") } ?? false && part.allSatisfy(Self.isPlain)
    }
    guard isRoot || isSafe else { return nil }
    guard query.allSatisfy({ ($0.name + $0.value).utf8.allSatisfy(Self.isPlain) }) else { return nil }
    let tail = query.map { $0.name + "=" + $0.value }.joined(separator: "&")
    text = tail.isEmpty ? path : path + "?" + tail
  }

  /// A place on the page's own site with what somebody typed in as its question; signs of all kinds are written as `%XX`.
  package init?(site path: String, asking question: [(name: String, value: String)]) {
    guard let place = Link(site: path), question.allSatisfy({ $0.name.utf8.allSatisfy(Self.isPlain) }) else {
      return nil
    }
    let tail = question.map { $0.name + "=" + Self.escaped($0.value) }.joined(separator: "&")
    text = tail.isEmpty ? place.text : place.text + "?" + tail
  }

  /// A talk at YouTube, from a second on. Nil when the id is none. The only addresses beyond the page's own site are these
  /// two; pages send no referrer.
  package init?(youTube id: String, at second: Int? = nil) {
    guard !id.isEmpty, id.utf8.count <= 32, id.utf8.allSatisfy(Self.isPlain) else { return nil }
    text = "https://www.youtube.com/watch?v=" + id + (second.map { "&t=\(max(0, $0))s" } ?? "")
  }

  /// A post at Instagram, by its short code. Nil when the code is none.
  package init?(instagram code: String) {
    guard !code.isEmpty, code.utf8.count <= 32, code.utf8.allSatisfy(Self.isPlain), code != ".", code != ".." else {
      return nil
    }
    text = "https://www.instagram.com/p/" + code + "/"
  }

  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The secret of one-time codes, for the authenticator on this device; it leads to no site. Nil for other addresses.
  package init?(authenticator address: String) {
    let head = "otpauth://totp/"
    let signs = [UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&")]
    guard address.utf8.starts(with: head.utf8),
      address.utf8.dropFirst(head.utf8.count).allSatisfy({ Self.isPlain($0) || signs.contains($0) })
    else { return nil }
    text = address
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
