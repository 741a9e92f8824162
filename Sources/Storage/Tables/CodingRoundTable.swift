import GRDB
package import Records

/// A text that a round begins with.
package struct NewCodingItem: Sendable {
  package let text: CodedText
  /// Where it stands for the first and for the second coder, from 1.
  package let places: [Int]

  package init(text: CodedText, places: [Int]) {
    self.text = text
    self.places = places
  }
}

extension ArchiveWriter {
  /// Keeps a round and its texts.
  /// - Returns: its number.
  package func addRound(
    _ kind: CodingRound.Kind, month: Month?, coders: [String], _ items: [NewCodingItem], at now: Instant
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO coding_round (kind, month, first_coder, second_coder, texts, made_at) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [kind.rawValue, month?.index, coders.first, coders.last, items.count, now.seconds])
    let round = db.lastInsertedRowID
    for item in items {
      try db.execute(
        sql: "INSERT INTO coding_item (round, text, first_place, second_place) VALUES (?, ?, ?, ?)",
        arguments: [round, try codedText(item.text), item.places.first, item.places.last])
    }
    return round
  }

  /// Keeps an answer; what the same coder said of the text before goes.
  /// - Returns: false when the text is gone.
  package func keep(_ answer: CodingAnswer) throws -> Bool {
    let text = try Int64.fetchOne(
      db, sql: "SELECT text FROM coding_item WHERE round = ? AND first_place = ?",
      arguments: [answer.round, answer.place])
    guard let text else { return false }
    try db.execute(
      sql: "DELETE FROM coding_skip WHERE text = ? AND coder = ?", arguments: [text, answer.coder])
    try replaceLabels(answer.coding ?? Coding(), of: text, coder: answer.coder)
    if answer.coding == nil {
      try db.execute(
        sql: "INSERT INTO coding_skip (text, coder) VALUES (?, ?)", arguments: [text, answer.coder])
    }
    return true
  }
}

extension ArchiveReader {
  /// Rounds, the newest first.
  package func codingRounds() throws -> [CodingRound] {
    try Row.fetchAll(db, sql: "SELECT * FROM coding_round ORDER BY id DESC").compactMap { row in
      guard let kind = CodingRound.Kind(rawValue: row["kind"]) else { return nil }
      return CodingRound(
        id: row["id"], kind: kind, month: (row["month"] as Int?).map { Month(index: $0) },
        coders: [row["first_coder"], row["second_coder"]], texts: row["texts"],
        madeAt: Instant(seconds: row["made_at"]))
    }
  }

  /// The texts of a round that are still there, in the first coder's order, with what was said of them.
  package func codingItems(of round: Int64) throws -> [CodingItem] {
    var items: [Int64: CodingItem] = [:]
    let all = "FROM coding_item i JOIN coded_text t ON t.id = i.text WHERE i.round = ?"
    for row in try Row.fetchAll(
      db, sql: "SELECT t.id, t.identity IS NULL, i.first_place, i.second_place \(all)", arguments: [round])
    {
      items[row[0]] = CodingItem(kind: row[1] ? .talk : .comment, places: [row[2], row[3]])
    }
    let texts = "SELECT text FROM coding_item WHERE round = ?"
    for row in try Row.fetchAll(
      db, sql: "SELECT text, coder FROM coding_skip WHERE text IN (\(texts))", arguments: [round])
    {
      items[row[0]]?.skippedBy.insert(row[1])
    }
    for (text, coder, coding) in try labels(ofRound: round) { items[text]?.codings[coder] = coding }
    return items.values.sorted { ($0.places.first ?? 0) < ($1.places.first ?? 0) }
  }

  /// What the texts at these places of the first coder are.
  package func codedTexts(of round: Int64, at places: [Int]) throws -> [Int: CodedText] {
    var texts: [Int: CodedText] = [:]
    for place in places {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT t.* FROM coding_item i JOIN coded_text t ON t.id = i.text WHERE i.round = ? AND i.first_place = ?
          """, arguments: [round, place])
      texts[place] = row.map(Self.codedText)
    }
    return texts
  }

  /// Sentences of a talk in which a theme was found; none when a round of objections holds some of them already.
  package func contestedSentences(of post: Int64, theme: String) throws -> [(part: String, range: Range<Int>)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT part, sentence_start, sentence_end FROM talk_finding f WHERE post = ? AND theme = ?
          AND sentence_end > sentence_start AND NOT EXISTS (
            SELECT 1 FROM talk_finding g JOIN coded_text t ON t.post = g.post AND t.part = g.part
              AND t.first_unit = g.sentence_start AND t.end_unit = g.sentence_end
            JOIN coding_item i ON i.text = t.id JOIN coding_round r ON r.id = i.round
            WHERE g.post = f.post AND g.theme = f.theme AND r.kind = 'objections')
        ORDER BY part, sentence_start
        """, arguments: [post, theme]
    ).map { row in (row[0], (row[1] as Int)..<(row[2] as Int)) }
  }
}
