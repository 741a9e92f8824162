/// A text with places for values: `{n} talks in {month}`.
enum Message {
  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")

  static func areBracesPaired(_ bytes: some Sequence<UInt8>) -> Bool {
    var isInside = false
    for byte in bytes where byte == open || byte == close {
      guard (byte == open) != isInside else { return false }
      isInside = byte == open
    }
    return !isInside
  }

  /// Names of the places in a text.
  static func places(in text: String) -> Set<String> {
    var names: Set<String> = []
    _ = fill(text) { name in
      names.insert(name)
      return ""
    }
    return names
  }

  /// The text with each place filled. Values are not read again, so a brace in one stays a brace.
  static func fill(_ text: String, _ value: (String) -> String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
      result += rest[..<start]
      result += Array(value(String(decoding: rest[(start + 1)..<end], as: UTF8.self)).utf8)
      rest = rest[(end + 1)...]
    }
    return String(decoding: result + rest, as: UTF8.self)
  }
}
