import Foundation
import GRDB
package import Records

/// Places of words as bytes: what lies between two words and the length of each, as LEB128.
enum SearchPlaces {
  static func encode(_ words: [SearchWord]) -> Data {
    var data = Data()
    var end = 0
    for word in words {
      append(word.range.lowerBound - end, to: &data)
      append(word.range.count, to: &data)
      end = word.range.upperBound
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
  static func decode(_ data: Data) -> [Range<Int>] {
    var numbers: [Int] = []
    var (value, shift) = (0, 0)
    for byte in data {
      value |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 {
        numbers.append(value)
        (value, shift) = (0, 0)
      } else if shift > 28 {
        break
      }
    }
    var end = 0
    return stride(from: 0, to: numbers.count - 1, by: 2).map { index in
      let start = end + numbers[index]
      end = start + numbers[index + 1]
      return start..<end
    }
  }
}

extension ArchiveWriter {
  /// Keeps the words of a part of a talk for the search, in place of those it had.
  package func index(_ words: [SearchWord], part: String, hash: Int64, post: Int64, reader: Int64) throws {
    guard let column = TalkSearch.columns.first(where: { $0 == part }) else { return }
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO talk_index (post, part, reader, text_hash, places) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [post, part, reader, hash, SearchPlaces.encode(words)])
    let keys = words.map(\.key).joined(separator: " ")
    let isThere = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM talk_search WHERE rowid = ?"), arguments: [post])
    if isThere == nil {
      try db.cachedStatement(
        sql: "INSERT INTO talk_search (rowid, title, description, transcript) VALUES (?, '', '', '')"
      ).execute(arguments: [post])
    }
    try db.cachedStatement(sql: "UPDATE talk_search SET \(column) = ? WHERE rowid = ?").execute(
      arguments: [keys, post])
  }

  /// Takes a part out of the search.
  package func forgetIndex(part: String, post: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM talk_index WHERE post = ? AND part = ?").execute(arguments: [post, part])
  }

  /// Takes the talks of creators who do not agree to passages of talks being shown, on this day, out of the search.
  package func forgetIndex(withoutConsentOn day: Day) throws {
    try db.execute(
      sql: """
        DELETE FROM talk_index WHERE post IN (SELECT DISTINCT i.post FROM talk_index i
          CROSS JOIN post ON post.id = i.post JOIN account ON account.id = post.account WHERE NOT \(TalkSearch.hasConsent))
        """, arguments: ["today": day.number])
  }

  /// Merges the index, so that it holds nothing of words that were taken out. Costs what the whole index does.
  package func settleSearch() throws {
    try TalkSearch.settle(db)
    try db.execute(sql: "INSERT INTO talk_search (talk_search) VALUES ('optimize')")
  }
}

extension ArchiveWriter {
  /// Makes the search anew and empty; the next reading of talks fills it.
  package func emptySearch() throws {
    try db.execute(sql: "DROP TABLE talk_search")
    try db.execute(sql: TalkSearchSchema.search)
    try db.execute(sql: "DELETE FROM talk_index")
  }
}

/// What the statements of the search share.
enum TalkSearch {
  static let columns = ["title", "description", "transcript"]

  /// Takes out of the search what left its text in this transaction.
  static func settle(_ db: Database) throws {
    let gone = try Row.fetchAll(db.cachedStatement(sql: "SELECT post, part FROM talk_departure"))
    guard !gone.isEmpty else { return }
    let isThere = try db.cachedStatement(sql: "SELECT 1 FROM talk_index WHERE post = ? AND part = ?")
    let hasOthers = try db.cachedStatement(sql: "SELECT 1 FROM talk_index WHERE post = ? LIMIT 1")
    for row in gone {
      let (post, part): (Int64, String) = (row[0], row[1])
      guard try Int.fetchOne(isThere, arguments: [post, part]) == nil else { continue }
      if try Int.fetchOne(hasOthers, arguments: [post]) == nil {
        try db.cachedStatement(sql: "DELETE FROM talk_search WHERE rowid = ?").execute(arguments: [post])
      } else if let column = columns.first(where: { $0 == part }) {
        try db.cachedStatement(sql: "UPDATE talk_search SET \(column) = '' WHERE rowid = ?").execute(arguments: [post])
      }
    }
    try db.execute(sql: "DELETE FROM talk_departure")
  }

  /// Whether the creator of `account` agrees, on the day `:today`, to passages of talks being shown to the team at least.
  static let hasConsent = """
    EXISTS (SELECT 1 FROM consent WHERE consent.creator = account.creator AND what = 'talks' AND revoked_on IS NULL
      AND given_on <= :today AND valid_until >= :today)
    """
}

extension ArchiveReader {
  /// Whether passages of a post's talk may be shown to the team on this day.
  package func mayQuote(_ post: Int64, on day: Day) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(TalkSearch.hasConsent) FROM post JOIN account ON account.id = post.account WHERE post.id = :post
          """), arguments: ["post": post, "today": day.number]) == true
  }

  /// Hash and reader of the parts of a talk that can be searched.
  package func indexedParts(of post: Int64) throws -> [String: (hash: Int64, reader: Int64)] {
    let statement = try db.cachedStatement(sql: "SELECT part, text_hash, reader FROM talk_index WHERE post = ?")
    let rows = try Row.fetchAll(statement, arguments: [post])
    return Dictionary(uniqueKeysWithValues: rows.map { row in (row[0] as String, (row[1] as Int64, row[2] as Int64)) })
  }

  /// Posts that were read and may be searched, but are not in the index.
  package func postsToIndex(today: Day) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT r.post FROM talk_reading r CROSS JOIN post ON post.id = r.post
        JOIN account ON account.id = post.account
        WHERE NOT EXISTS (SELECT 1 FROM talk_index i WHERE i.post = r.post AND i.part = r.part)
          AND \(TalkSearch.hasConsent) ORDER BY 1
        """, arguments: ["today": today.number])
  }

  /// Whether the index holds as many words as the texts it was made from.
  package func isSearchWhole() throws -> Bool {
    var words = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT places FROM talk_index")
    while let row = try rows.next() { words += SearchPlaces.decode(row[0]).count }
    try db.execute(
      sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.talk_vocabulary USING fts5vocab('main', 'talk_search', 'row')")
    return try Int.fetchOne(db, sql: "SELECT coalesce(sum(cnt), 0) FROM temp.talk_vocabulary") == words
  }
}
