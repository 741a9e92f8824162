import Foundation
import GRDB
package import Records

/// Words of one talk of a month.
package struct CountedTalk: Sendable {
  package let post: Int64
  package let language: LanguageTag
  package let title: String
  package let words: [TalkWord]
}

/// Writes and reads the words of a talk as bytes.
enum TalkWordBytes {
  /// What stands for a stem where only its presence matters.
  static func hash(_ stem: String) -> UInt64 { StableHash(stem.utf8).value }

  static func stems(_ words: [TalkWord]) -> Data {
    var data = Data(capacity: words.count * 8)
    for word in words { withUnsafeBytes(of: hash(word.stem).littleEndian) { data.append(contentsOf: $0) } }
    return data
  }

  static func hashes(_ stems: Data) -> [UInt64] {
    stems.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 7, by: 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    }
  }

  /// Stem and form with a NUL behind each, then count, start and length as LEB128.
  static func encode(_ words: [TalkWord]) -> Data {
    var data = Data()
    for word in words {
      data.append(contentsOf: word.stem.utf8)
      data.append(0)
      if word.form != word.stem { data.append(contentsOf: word.form.utf8) }
      data.append(0)
      for number in [word.count, word.first.lowerBound, word.first.count] { append(number, to: &data) }
    }
    return data
  }

  private static func append(_ number: Int, to data: inout Data) {
    var rest = UInt64(max(0, number))
    while rest > 0x7F {
      data.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    data.append(UInt8(rest))
  }

  /// Damaged bytes end the list.
  static func decode(_ data: Data) -> [TalkWord] {
    var bytes = Array(data)[...]
    var words: [TalkWord] = []
    while let stem = text(&bytes), let form = text(&bytes), let count = number(&bytes), let start = number(&bytes),
      let length = number(&bytes)
    {
      words.append(TalkWord(stem: stem, form: form.isEmpty ? stem : form, count: count, first: start..<start + length))
    }
    return words
  }

  private static func text(_ bytes: inout ArraySlice<UInt8>) -> String? {
    guard let end = bytes.firstIndex(of: 0) else { return nil }
    defer { bytes = bytes[(end + 1)...] }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), through: 28, by: 7) {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
    }
    return nil
  }
}

extension ArchiveWriter {
  /// Keeps the words of a part of a talk; its reading is there already.
  package func save(_ words: [TalkWord], part: String, post: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO talk_words (post, part, stems, words) VALUES (?, ?, ?, ?)")
      .execute(arguments: [post, part, TalkWordBytes.stems(words), TalkWordBytes.encode(words)])
  }
}

extension ArchiveReader {
  /// From the posts of the days by index, so that the cost does not grow with the talks of other months.
  private static let published = """
    FROM post CROSS JOIN talk_reading r ON r.post = post.id AND r.part = 'transcript'
    CROSS JOIN talk_words w ON w.post = r.post AND w.part = r.part
    WHERE published_at >= :from - abs(:offset) AND published_at < :before + abs(:offset)
      AND published_at + iif(published_precision = 'day', 0, :offset) >= :from
      AND published_at + iif(published_precision = 'day', 0, :offset) < :before
    """

  private static func days(_ first: Month, _ last: Month, _ zoneOffset: Int) -> StatementArguments {
    [
      "from": Instant(day: first.firstDay, secondOfDay: 0, offset: 0).seconds,
      "before": Instant(day: (last + 1).firstDay, secondOfDay: 0, offset: 0).seconds, "offset": zoneOffset,
    ]
  }

  /// Talks published in a month with the words of their transcripts, the newest first.
  package func countedTalks(in month: Month, zoneOffset: Int) throws -> [CountedTalk] {
    let sql = "SELECT w.post, r.language, title, words \(Self.published) ORDER BY published_at DESC, w.post"
    return try Row.fetchAll(db, sql: sql, arguments: Self.days(month, month, zoneOffset)).compactMap { row in
      guard let language = LanguageTag(rawValue: row[1]) else { return nil }
      return CountedTalk(
        post: row[0], language: language, title: row[2] ?? "", words: TalkWordBytes.decode(row[3] as Data))
    }
  }

  /// Of talks published in some months: how many there are by language, and how many hold each of these stems.
  package func talksHolding(
    _ stems: [LanguageTag: Set<String>], from first: Month, through last: Month, zoneOffset: Int
  ) throws -> [LanguageTag: (talks: Int, holding: [String: Int])] {
    let names = stems.mapValues { Dictionary($0.map { (TalkWordBytes.hash($0), $0) }) { one, _ in one } }
    var found: [LanguageTag: (talks: Int, counts: [UInt64: Int])] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT r.language, stems \(Self.published)", arguments: Self.days(first, last, zoneOffset))
    while let row = try rows.next() {
      guard let language = LanguageTag(rawValue: row[0]) else { continue }
      found[language, default: (0, [:])].talks += 1
      guard let asked = names[language] else { continue }
      for hash in TalkWordBytes.hashes(row[1]) where asked[hash] != nil {
        found[language, default: (0, [:])].counts[hash, default: 0] += 1
      }
    }
    return found.reduce(into: [:]) { result, entry in
      let own = names[entry.key] ?? [:]
      let holding = entry.value.counts.compactMap { hash, count in own[hash].map { ($0, count) } }
      result[entry.key] = (entry.value.talks, Dictionary(uniqueKeysWithValues: holding))
    }
  }
}
