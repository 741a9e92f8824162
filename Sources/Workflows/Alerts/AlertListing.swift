/// Something that waits for a person, as `minbar alerts list` shows it: never words of a comment, never its author.
package struct AlertListing: Sendable, Codable, Hashable {
  /// A comment, or a talk that seems to speak against a theme.
  package enum Subject: String, Sendable, Codable { case comment, talk }

  package let id: String
  package let subject: Subject
  /// `threat`, `extremist`, `hate`; of a talk the theme.
  package let noticed: [String]
  package let creator: String
  package let platform: String
  package let talk: String?
  /// Of a comment its language.
  package let language: String?
  /// Of a talk, how many sentences.
  package let sentences: Int?
  /// When the comment was written or the talk published.
  package let day: String?
  package let importNumber: Int64?
  package let receivedOn: String?
}

/// The words of something that waits, opened for the person who decides. Kept nowhere.
package struct AlertWords: Sendable, Codable, Hashable {
  package let alert: AlertListing
  /// The comment; or sentences of the talk.
  package let words: [String]
}

/// Names an alert from outside: `c12-0a1b…` a comment under a post, `t12-peace` a talk and a theme.
package enum AlertID: Sendable, Hashable {
  case comment(post: Int64, identity: [UInt8])
  case talk(post: Int64, theme: String)

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 80, let dash = bytes.firstIndex(of: UInt8(ascii: "-")), let kind = bytes.first,
      let post = Int64(String(decoding: bytes[1..<max(1, dash)], as: UTF8.self)), post > 0
    else { return nil }
    let rest = Array(bytes[(dash + 1)...])
    switch kind {
    case UInt8(ascii: "c"):
      guard let identity = Self.bytes(rest), identity.count == 16 else { return nil }
      self = .comment(post: post, identity: identity)
    case UInt8(ascii: "t"):
      guard !rest.isEmpty, rest.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      self = .talk(post: post, theme: String(decoding: rest, as: UTF8.self))
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .comment(let post, let identity):
      "c\(post)-" + identity.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    case .talk(let post, let theme): "t\(post)-\(theme)"
    }
  }

  private static func bytes(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
      guard let value = UInt8(pair, radix: 16) else { return nil }
      bytes.append(value)
    }
    return bytes
  }
}
