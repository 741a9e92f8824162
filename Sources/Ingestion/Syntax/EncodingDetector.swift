/// Finds out how a file is encoded from its first bytes. What cannot be told is said to be so, never guessed.
package enum EncodingDetector {
  package enum Verdict: Sendable, Hashable {
    /// The encoding, and how many bytes of byte order mark to leave out.
    case certain(TextEncoding, markLength: Int)
    /// Bytes that fit no encoding well enough; the likeliest, where one stands out.
    case unsure(likeliest: CyrillicPage?)
  }

  /// - Parameter isWhole: whether `head` is the whole file; else its last letter may be cut.
  package static func detect(_ head: Bytes, isWhole: Bool) -> Verdict {
    if head.starts(with: "\u{FEFF}") { return .certain(.utf8, markLength: 3) }
    if head.count >= 2 {
      if head[0] == 0xFF, head[1] == 0xFE { return .certain(.utf16LittleEndian, markLength: 2) }
      if head[0] == 0xFE, head[1] == 0xFF { return .certain(.utf16BigEndian, markLength: 2) }
    }
    let isWebVTT = WebVTTParser.isSignature(head)
    if !isWebVTT, let encoding = markless16(head) { return .certain(encoding, markLength: 0) }
    let census = UTF8Census(head, isWhole: isWhole)
    if census.broken == 0 || census.letters > 4 * census.broken { return .certain(.utf8, markLength: 0) }
    let verdict = CyrillicGuess.verdict(head)
    // WebVTT is UTF-8 by its rules, unless it is surely something else.
    if isWebVTT, case .unsure = verdict { return .certain(.utf8, markLength: 0) }
    return verdict
  }

  /// UTF-16 without a mark: commas, digits and line ends leave zero bytes on one side only.
  private static func markless16(_ head: Bytes) -> TextEncoding? {
    let pairs = min(head.count, 4_096) / 2
    guard pairs >= 2 else { return nil }
    var even = 0
    var odd = 0
    for pair in 0..<pairs {
      even += head[2 * pair] == 0 ? 1 : 0
      odd += head[2 * pair + 1] == 0 ? 1 : 0
    }
    if odd * 10 >= pairs, even * 20 <= odd { return .utf16LittleEndian }
    if even * 10 >= pairs, odd * 20 <= even { return .utf16BigEndian }
    return nil
  }
}

/// How many sequences beyond ASCII are letters of UTF-8, and how many are none.
private struct UTF8Census {
  var letters = 0
  var broken = 0

  init(_ bytes: Bytes, isWhole: Bool) {
    var at = 0
    while at < bytes.count {
      let first = bytes[at]
      if first < 0x80 {
        at += 1
        continue
      }
      switch UTF8Sequence(bytes.part(at..<min(bytes.count, at + 4))) {
      case .letter(let length):
        letters += 1
        at += length
      case .broken(let length):
        broken += 1
        at += length
      case .cut:
        broken += isWhole ? 1 : 0
        return
      }
    }
  }
}
