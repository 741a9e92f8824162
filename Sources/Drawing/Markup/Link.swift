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

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
