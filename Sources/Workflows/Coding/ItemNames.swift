import Crypto
import Foundation
import Protection
import Records
import Storage

/// Names of texts in coding files. They lead back to a text only with this archive and, for a comment, with its keys: a file
/// that is lost tells nothing that joins it to the archive.
///
/// `t-POST-PART-FIRST-END-MARK` for a sentence of a talk, `c-POST-MARK` for a comment.
struct ItemNames {
  private let key: SymmetricKey

  init(_ keys: KeyRing) throws {
    key = try keys.key(.identity)
  }

  func sentence(_ post: CodingPost, part: String, range: Range<Int>, textHash: Int64) -> String {
    let mark = StableHash.hexadecimal(UInt64(bitPattern: textHash), digits: 8)
    return "t-\(ItemNames.post(post))-\(part)-\(range.lowerBound)-\(range.upperBound)-\(mark)"
  }

  /// Words that changed give another name.
  func comment(_ post: CodingPost, identity: some Sequence<UInt8>, textMark: Int64) -> String {
    var code = HMAC<SHA256>(key: key)
    code.update(data: Array("coding".utf8))
    code.update(data: Array(identity))
    code.update(data: withUnsafeBytes(of: textMark.littleEndian) { Array($0) })
    let mark = code.finalize().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return "c-\(ItemNames.post(post))-\(StableHash.hexadecimal(mark, digits: 16))"
  }

  static func post(_ post: CodingPost) -> String {
    let hash = StableHash("\(post.platform.rawValue):\(post.externalID)".utf8)
    return StableHash.hexadecimal(SeededChance.mixed(hash.value), digits: 12)
  }

  /// The post that an item's name points to; nil when the name is none of ours.
  static func postPart(_ item: String) -> String? {
    let parts = item.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 && parts[0] == "c" || parts.count == 6 && parts[0] == "t" else { return nil }
    return String(parts[1])
  }
}

/// Finds the texts behind item names.
struct ItemFinder {
  private let names: ItemNames
  private let posts: [String: [CodingPost]]

  init(_ reader: ArchiveReader, keys: KeyRing) throws {
    names = try ItemNames(keys)
    posts = Dictionary(grouping: try reader.codingPosts(zoneOffset: 0).map(\.post), by: ItemNames.post)
  }

  /// The texts of those items that are still in the archive with the same words.
  func find(_ items: Set<String>, _ reader: ArchiveReader) throws -> [String: CodedText] {
    var found: [String: CodedText] = [:]
    for (post, items) in Dictionary(grouping: items, by: { ItemNames.postPart($0) ?? "" }) {
      for candidate in posts[post] ?? [] {
        if items.contains(where: { $0.hasPrefix("c-") }) { try findComments(candidate, Set(items), reader, &found) }
        if items.contains(where: { $0.hasPrefix("t-") }) { try findSentences(candidate, items, reader, &found) }
      }
    }
    return found
  }

  private func findComments(
    _ post: CodingPost, _ items: Set<String>, _ reader: ArchiveReader, _ found: inout [String: CodedText]
  ) throws {
    for mark in try reader.commentMarks(of: post.id) {
      let name = names.comment(post, identity: mark.identity, textMark: mark.textMark)
      guard items.contains(name) else { continue }
      found[name] = CodedText(post: post.id, place: .comment(identity: mark.identity), textMark: mark.textMark)
    }
  }

  private func findSentences(
    _ post: CodingPost, _ items: [String], _ reader: ArchiveReader, _ found: inout [String: CodedText]
  ) throws {
    guard let talk = try reader.talk(post.id).map(TalkParts.init) else { return }
    for item in items {
      let cells = item.split(separator: "-")
      guard cells.count == 6, let first = Int(cells[3]), let end = Int(cells[4]), first < end,
        let text = talk.text(String(cells[2])), end <= text.utf16.count
      else { continue }
      let hash = Fingerprint.hash(text.utf8)
      guard names.sentence(post, part: String(cells[2]), range: first..<end, textHash: hash) == item else { continue }
      found[item] = CodedText(
        post: post.id, place: .sentence(part: String(cells[2]), range: first..<end), textMark: hash)
    }
  }
}
