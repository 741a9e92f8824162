import GRDB
package import Records

/// A post as the archive knows it.
package struct StoredPost: Sendable, Hashable {
  package let id: Int64
  package let account: Int64
  package let externalID: String
}

extension ArchiveWriter {
  /// The post with this id at the platform, made now if it was never seen.
  package func post(account: Int64, platform: Platform, externalID: String) throws -> StoredPost {
    if let known = try reader.post(platform: platform, externalID: externalID) { return known }
    try db.run(
      "INSERT INTO post (account, platform, external_id) VALUES (?, ?, ?)", [account, platform.rawValue, externalID])
    return StoredPost(id: db.lastInsertedRowID, account: account, externalID: externalID)
  }

  /// Keeps what an import says of a post. Of two rows of one file about the same post the later one fills gaps only.
  package func addSighting(_ sighting: PostSighting, post: Int64, source: Int64, alias: String?) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO post_sighting (post, source_file, row, alias, kind, title, description, published_at,
          published_precision, duration_seconds, permalink) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (post, source_file) DO UPDATE SET alias = coalesce(alias, excluded.alias),
          kind = coalesce(kind, excluded.kind), title = coalesce(title, excluded.title),
          description = coalesce(description, excluded.description),
          published_precision = coalesce(published_precision, excluded.published_precision),
          published_at = coalesce(published_at, excluded.published_at),
          duration_seconds = coalesce(duration_seconds, excluded.duration_seconds),
          permalink = coalesce(permalink, excluded.permalink)
        """)
    try statement.execute(arguments: [
      post, source, sighting.row, alias, sighting.kind?.rawValue, sighting.title, sighting.description,
      sighting.publishedAt?.seconds,
      sighting.publishedAt == nil ? nil : sighting.publishedPrecision.rawValue, sighting.durationSeconds,
      sighting.permalink,
    ])
  }

  /// Works a post's attributes out from all its sightings, or removes the post when nothing speaks of it any more.
  package func derive(post: Int64) throws {
    guard try !removeUnspoken(post) else { return }
    try db.cachedStatement(sql: Self.derivation).execute(arguments: [post])
  }

  /// Adds what the newest file says of a post to what was worked out from those before it. It comes to the same as working
  /// it out from all of them, and costs the same however many there are.
  /// - Returns: whether numbers of other imports get another meaning, since the post is dated differently now.
  package func derive(post: Int64, saidBy source: Int64, of importID: Int64) throws -> Bool {
    let news = try Row.fetchOne(db.cachedStatement(sql: Self.newsOfSighting), arguments: [post, source])
    guard let news else {
      _ = try removeUnspoken(post)
      return false
    }
    let isDatedAnew: Bool = news[1]
    guard news[0] || isDatedAnew else { return false }
    try db.cachedStatement(sql: Self.additionOfSighting).execute(arguments: [post, source])
    return try isDatedAnew && hasNumbers(post, besides: importID)
  }

  private func hasNumbers(_ post: Int64, besides importID: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM observation JOIN source_file ON source_file.id = source_file WHERE post = ?
            AND import <> ?)
          """), arguments: [post, importID]) == true
  }

  /// - Returns: whether the post went, since nothing speaks of it.
  private func removeUnspoken(_ post: Int64) throws -> Bool {
    let spokenOf = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM post_sighting WHERE post = ?1)
            OR EXISTS (SELECT 1 FROM observation WHERE post = ?1)
            OR EXISTS (SELECT 1 FROM transcript WHERE post = ?1)
            OR EXISTS (SELECT 1 FROM comment_batch WHERE post = ?1)
            OR EXISTS (SELECT 1 FROM talk_card WHERE post = ?1)
            OR EXISTS (SELECT 1 FROM comment_rollup WHERE post = ?1 AND frozen = 1)
          """), arguments: [post])
    guard spokenOf != true else { return false }
    try db.execute(sql: "DELETE FROM post WHERE id = ?", arguments: [post])
    return true
  }

  private static let attributes = ["alias", "kind", "title", "description", "duration_seconds", "permalink"]
  private static let publication = ["published_at", "published_precision"]

  /// How exact a publication time is, 0 most; nil counts as least.
  private static func exactness(in table: String) -> String {
    "CASE \(table).published_precision WHEN 'second' THEN 0 WHEN 'minute' THEN 1 WHEN 'day' THEN 2 ELSE 3 END"
  }

  /// Whether a sighting's publication time counts before the one that is known.
  private static let isAsExact =
    "s.published_at IS NOT NULL AND \(exactness(in: "s")) <= \(exactness(in: "post"))"

  /// Whether the sighting of a file changes attributes, and whether it changes the publication time.
  private static let newsOfSighting: String = {
    let changes = attributes.map { "(s.\($0) IS NOT NULL AND s.\($0) IS NOT post.\($0))" }
    return """
      SELECT \(changes.joined(separator: " OR "))
          OR (\(isAsExact) AND s.published_precision IS NOT post.published_precision),
        \(isAsExact) AND s.published_at IS NOT post.published_at
      FROM post_sighting s CROSS JOIN post ON post.id = s.post WHERE s.source_file = ?2 AND s.post = ?1
      """
  }()

  private static let additionOfSighting: String = {
    let newest = attributes.map { "\($0) = coalesce(s.\($0), post.\($0))" }
    let exact = publication.map { "\($0) = iif(\(isAsExact), s.\($0), post.\($0))" }
    return """
      UPDATE post SET \((newest + exact).joined(separator: ", ")) FROM post_sighting s
      WHERE post.id = ?1 AND s.post = ?1 AND s.source_file = ?2
      """
  }()

  /// The newest word on each attribute; of several publication times the most exact one counts, then the newest.
  private static let derivation: String = {
    let newest = attributes.map { column in
      """
      \(column) = (SELECT \(column) FROM post_sighting WHERE post = ?1 AND \(column) IS NOT NULL
        ORDER BY source_file DESC LIMIT 1)
      """
    }
    let exact = publication.map { column in
      """
      \(column) = (SELECT \(column) FROM post_sighting s WHERE post = ?1 AND published_at IS NOT NULL
        ORDER BY \(exactness(in: "s")), source_file DESC LIMIT 1)
      """
    }
    return "UPDATE post SET \((newest + exact).joined(separator: ", ")) WHERE id = ?1"
  }()
}

extension ArchiveReader {
  /// Finds a post by the platform's id, or by its other name (an Instagram short code).
  package func post(platform: Platform, externalID: String) throws -> StoredPost? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, account, external_id FROM post WHERE platform = ?1 AND external_id = ?2
        UNION ALL SELECT id, account, external_id FROM post WHERE platform = ?1 AND alias = ?2 LIMIT 1
        """)
    return try Row.fetchOne(statement, arguments: [platform.rawValue, externalID]).map { row in
      StoredPost(id: row[0], account: row[1], externalID: row[2])
    }
  }
}
