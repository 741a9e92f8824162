import GRDB
package import Records

extension ArchiveWriter {
  /// Keeps what a coding showed of a reader. A smaller coding does not replace a larger one: coded comments go in time,
  /// what they showed stays true of the same lexicon and engine.
  package func keep(_ measures: [CodingMeasure], reader: Int64, texts: Int) throws {
    let known =
      try Int.fetchOne(db, sql: "SELECT max(texts) FROM coding_measure WHERE reader = ?", arguments: [reader]) ?? 0
    guard texts >= known else { return }
    try db.execute(sql: "DELETE FROM coding_measure WHERE reader = ?", arguments: [reader])
    for measure in measures {
      try db.execute(
        sql: """
          INSERT INTO coding_measure (reader, kind, language, variable, label, texts, sensitivity, specificity, coded,
            others, coded_effective, others_effective) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          reader, measure.kind.rawValue, measure.language?.rawValue ?? "", measure.variable, measure.label, texts,
          measure.sensitivity, measure.specificity, measure.coded, measure.others, measure.codedEffective,
          measure.othersEffective,
        ])
    }
  }
}

extension ArchiveReader {
  /// What coding showed of the reader with this fingerprint.
  func codingMeasures(fingerprint: String) throws -> [CodingMeasure] {
    let sql = """
      SELECT m.* FROM coding_measure m JOIN reader ON reader.id = m.reader WHERE fingerprint = ?
      ORDER BY kind, language, variable, label
      """
    return try Row.fetchAll(db, sql: sql, arguments: [fingerprint]).compactMap { row in
      guard let kind = TextKind(rawValue: row["kind"]) else { return nil }
      return CodingMeasure(
        kind: kind, language: LanguageTag(rawValue: row["language"]), variable: row["variable"], label: row["label"],
        sensitivity: row["sensitivity"], specificity: row["specificity"], coded: row["coded"], others: row["others"],
        codedEffective: row["coded_effective"], othersEffective: row["others_effective"])
    }
  }

  /// Whether anybody coded anything.
  package func hasCodes() throws -> Bool { try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM label)") ?? false }
}
