import GRDB
package import Records

/// What is to be deleted for good.
package enum PurgeTarget: Sendable, Hashable {
  /// Every import received before a moment, with all that only it says.
  case before(Instant)
  /// A creator with accounts, posts, numbers, talks and comments.
  case creator(String)
  /// A post, by its row.
  case post(Int64)
  case importNumber(Int64)
  case all
}

/// What a purge removed: counts only.
package struct PurgeCounts: Sendable, Hashable {
  /// Rows that went, by what they are, in a fixed order; nothing that is 0.
  package let removed: [(what: String, count: Int)]
  /// Comments that live on as part of frozen tallies of posts that stay.
  package let talliesKept: Int
  /// Accounts whose monthly figures must be worked out anew.
  package let accounts: Set<Int64>

  package static func == (a: PurgeCounts, b: PurgeCounts) -> Bool {
    a.accounts == b.accounts && a.talliesKept == b.talliesKept && a.removed.elementsEqual(b.removed, by: ==)
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(accounts) }
}

extension ArchiveWriter {
  /// Deletes what `target` names. The pages that held it are overwritten; `Archive.compact` removes them.
  /// - Returns: nil when there is no such thing.
  package func purge(_ target: PurgeTarget) throws -> PurgeCounts? {
    let before = try rowCounts()
    var accounts: Set<Int64> = []
    var kept = 0
    switch target {
    case .all: try purgeAll()
    case .post(let post):
      guard let account = try purge(posts: [post]) else { return nil }
      accounts = account
    case .creator(let code):
      guard try purge(creator: code) else { return nil }
    case .importNumber(let number):
      guard try reader.imports(only: number).isEmpty == false else { return nil }
      (accounts, kept) = try purge(imports: [number])
    case .before(let moment):
      let numbers = try Int64.fetchAll(
        db, sql: "SELECT id FROM import WHERE received_at < ? ORDER BY id", arguments: [moment.seconds])
      (accounts, kept) = try purge(imports: numbers)
    }
    let after = try rowCounts()
    let removed = zip(before, after).map { ($0.what, $0.count - $1.count) }.filter { $0.1 > 0 }
    return PurgeCounts(removed: removed, talliesKept: kept, accounts: try accounts.intersection(knownAccounts()))
  }

  private static let counted = [
    ("creators", "creator"), ("accounts", "account"), ("consents", "consent"), ("imports", "import"),
    ("files", "source_file"), ("posts", "post"), ("numbers", "observation"), ("transcripts", "transcript"),
    ("figures by hand", "hand_figure"), ("talk cards", "talk_card"),
    ("comments", "comment_sighting"), ("sealed texts", "text_block"), ("readings of comments", "comment_reading"),
    ("readings of talks", "talk_reading"), ("coded texts", "coded_text"), ("tallies", "comment_rollup"),
    ("monthly figures", "metric_rollup"), ("releases", "release"), ("notes", "figure_note"),
  ]

  private func rowCounts() throws -> [(what: String, count: Int)] {
    try Self.counted.map { what, table in
      (what, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0)
    }
  }

  private func knownAccounts() throws -> Set<Int64> { try Int64.fetchSet(db, sql: "SELECT id FROM account") }

  private func purgeAll() throws {
    for table in [
      "coded_text", "import", "release", "creator", "comment_rollup", "talk_reading", "comment_reading", "copy_check",
      "stale_copies",
      "reader", "figure_note",
      "erratum", "sealed_figure", "month_step",
    ] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
  }

  /// - Returns: accounts of the posts, or nil when there are no such posts.
  private func purge(posts: [Int64]) throws -> Set<Int64>? {
    guard !posts.isEmpty else { return nil }
    var accounts: Set<Int64> = []
    var sources: Set<Int64> = []
    for post in try posts.flatMap({ [$0] + (try reader.postsSame(as: $0)) }) {
      guard let account = try Int64.fetchOne(db, sql: "SELECT account FROM post WHERE id = ?", arguments: [post]) else {
        return nil
      }
      accounts.insert(account)
      sources.formUnion(try sourcesSpeaking(of: post))
      try db.execute(sql: "DELETE FROM post WHERE id = ?", arguments: [post])
    }
    try settle(sources)
    return accounts
  }

  private func sourcesSpeaking(of post: Int64) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT source_file FROM post_sighting WHERE post = ?1 UNION SELECT source_file FROM observation WHERE post = ?1
        UNION SELECT source_file FROM transcript WHERE post = ?1 UNION SELECT source_file FROM comment_batch WHERE post = ?1
        UNION SELECT source_file FROM talk_card WHERE post = ?1
        """, arguments: [post])
  }

  /// Files that say nothing any more go, and imports without a file; the others are sealed anew.
  private func settle(_ sources: Set<Int64>) throws {
    for source in sources.sorted() {
      try SourceSeal.write(db, source)
      try db.execute(
        sql: """
          DELETE FROM source_file WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM source_seal WHERE source_file = ?1)
          """, arguments: [source])
    }
    try db.execute(sql: "DELETE FROM import WHERE id NOT IN (SELECT import FROM source_file)")
  }

  private func purge(creator code: String) throws -> Bool {
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM creator WHERE code = ?", arguments: [code]) else {
      return false
    }
    let own = "(SELECT id FROM account WHERE creator = \(id))"
    let posts = try Int64.fetchAll(db, sql: "SELECT id FROM post WHERE account IN \(own)")
    var sources = try Int64.fetchSet(
      db,
      sql: """
        SELECT DISTINCT source_file FROM observation WHERE account IN \(own)
        UNION SELECT id FROM source_file WHERE account IN \(own)
        UNION SELECT source_file FROM hand_figure WHERE creator = \(id)
        """)
    for post in posts { sources.formUnion(try sourcesSpeaking(of: post)) }
    try db.execute(sql: "UPDATE source_file SET account = NULL WHERE account IN \(own)")
    try db.execute(sql: "DELETE FROM creator WHERE id = ?", arguments: [id])
    try forgetReleased(creator: code)
    try settle(sources)
    return true
  }

  /// What was released stays noted, but not whom it held: such cells are never shown again.
  private func forgetReleased(creator code: String) throws {
    try db.execute(
      sql: """
        UPDATE release_cell SET is_complete = 0 WHERE EXISTS (SELECT 1 FROM release_part p
          WHERE p.release = release_cell.release AND p.cell = release_cell.cell AND p.creator = ?)
        """, arguments: [code])
    try db.execute(sql: "DELETE FROM release_part WHERE creator = ?", arguments: [code])
  }

  private func purge(imports numbers: [Int64]) throws -> (accounts: Set<Int64>, talliesKept: Int) {
    var accounts: Set<Int64> = []
    var posts: Set<Int64> = []
    for number in numbers {
      accounts.formUnion(
        try takeOut(import: number) { post in
          posts.insert(post)
          try deriveOrDelete(post)
        })
    }
    let kept = try posts.reduce(0) { sum, post in
      try sum
        + (Int.fetchOne(
          db,
          sql: "SELECT coalesce(sum(comments), 0) FROM comment_rollup WHERE post = ? AND frozen = 1 AND kind = 'all'",
          arguments: [post]) ?? 0)
    }
    return (accounts, kept)
  }

  /// Unlike an undo, a purge takes a post that nobody speaks of any more with its frozen tallies.
  private func deriveOrDelete(_ post: Int64) throws {
    if try sourcesSpeaking(of: post).isEmpty {
      try db.execute(sql: "DELETE FROM post WHERE id = ?", arguments: [post])
    } else {
      try derive(post: post)
    }
  }
}
