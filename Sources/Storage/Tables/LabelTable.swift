import Foundation
import GRDB
package import Records

extension ArchiveWriter {
  /// Keeps what a coder decided about a text; what the same coder said of it before goes.
  package func save(_ coding: Coding, of text: CodedText, coder: String) throws {
    try replaceLabels(coding, of: try codedText(text), coder: coder)
  }

  func replaceLabels(_ coding: Coding, of id: Int64, coder: String) throws {
    try db.execute(sql: "DELETE FROM label WHERE text = ? AND coder = ?", arguments: [id, coder])
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO label (text, coder, variable, value, stance) VALUES (?, ?, ?, ?, ?)")
    for row in LabelRow.rows(coding) {
      try statement.execute(arguments: [id, coder, row.variable, row.value, row.stance])
    }
  }

  /// Removes all labels of a coder.
  /// - Returns: how many texts the coder had coded.
  package func forgetLabels(ofCoder coder: String) throws -> Int {
    let texts =
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT text) FROM label WHERE coder = ?", arguments: [coder]) ?? 0
    try db.execute(sql: "DELETE FROM label WHERE coder = ?", arguments: [coder])
    try db.execute(sql: "DELETE FROM coding_skip WHERE coder = ?", arguments: [coder])
    try db.execute(
      sql: """
        DELETE FROM coded_text WHERE id NOT IN (SELECT text FROM label) AND id NOT IN (SELECT text FROM coding_item)
        """)
    // What the coder's work showed goes with it; the next analysis measures what is left.
    try db.execute(sql: "DELETE FROM coding_measure")
    return texts
  }

  /// The row of a text, made when there is none.
  func codedText(_ text: CodedText) throws -> Int64 {
    let known = try find(text)
    if let known {
      try db.execute(
        sql: "UPDATE coded_text SET text_mark = ?, weight = ? WHERE id = ?",
        arguments: [text.textMark, text.weight, known])
      return known
    }
    let columns = LabelRow.placeColumns(text.place)
    try db.execute(
      sql: """
        INSERT INTO coded_text (post, part, first_unit, end_unit, identity, text_mark, weight) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        text.post, columns.part, columns.first, columns.end, columns.identity, text.textMark, text.weight,
      ])
    return db.lastInsertedRowID
  }

  /// The row of a text. Of a comment whose words changed, what was coded before goes.
  private func find(_ text: CodedText) throws -> Int64? {
    switch text.place {
    case .sentence(let part, let range):
      return try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM coded_text WHERE post = ? AND part = ? AND first_unit = ? AND end_unit = ? AND text_mark = ?
          """, arguments: [text.post, part, range.lowerBound, range.upperBound, text.textMark])
    case .comment(let identity):
      try db.execute(
        sql: "DELETE FROM coded_text WHERE post = ? AND identity = ? AND text_mark <> ?",
        arguments: [text.post, Data(identity), text.textMark])
      return try Int64.fetchOne(
        db, sql: "SELECT id FROM coded_text WHERE post = ? AND identity = ?", arguments: [text.post, Data(identity)])
    }
  }
}

/// A row of `label`: one code.
private struct LabelRow {
  var variable: String
  var value: String
  var stance: String?

  /// Stands for "looked, and found none".
  static let none = "-"

  static func rows(_ coding: Coding) -> [LabelRow] {
    var rows: [LabelRow] = []
    if let variety = coding.variety { rows.append(LabelRow(variable: "variety", value: variety)) }
    if let sentiment = coding.sentiment { rows.append(LabelRow(variable: "sentiment", value: sentiment.rawValue)) }
    if let response = coding.response { rows.append(LabelRow(variable: "response", value: response.rawValue)) }
    for theme in coding.themes ?? [] {
      rows.append(LabelRow(variable: "theme", value: theme.theme, stance: theme.stance.rawValue))
    }
    for alert in coding.alerts ?? [] { rows.append(LabelRow(variable: "alert", value: alert.rawValue)) }
    if coding.themes?.isEmpty == true { rows.append(LabelRow(variable: "theme", value: none)) }
    if coding.alerts?.isEmpty == true { rows.append(LabelRow(variable: "alert", value: none)) }
    return rows
  }

  func add(to coding: inout Coding) {
    switch variable {
    case "variety": coding.variety = value
    case "sentiment": coding.sentiment = Sentiment(rawValue: value)
    case "response": coding.response = Response(rawValue: value)
    case "theme":
      let theme = stance.flatMap(Stance.init(rawValue:)).map { ThemeStance(theme: value, stance: $0) }
      coding.themes = (coding.themes ?? []) + [theme].compactMap { $0 }
    case "alert": coding.alerts = (coding.alerts ?? []) + [Alert(rawValue: value)].compactMap { $0 }
    default: break
    }
  }

  static func placeColumns(_ place: CodedText.Place) -> (part: String?, first: Int?, end: Int?, identity: Data?) {
    switch place {
    case .sentence(let part, let range): (part, range.lowerBound, range.upperBound, nil)
    case .comment(let identity): (nil, nil, nil, Data(identity))
    }
  }
}

extension ArchiveReader {
  /// Everything that was coded, by post, place and coder.
  package func codings() throws -> [StoredCoding] {
    let sql = """
      SELECT text, post, part, first_unit, end_unit, identity, text_mark, weight, coder, variable, value, stance,
        EXISTS (SELECT 1 FROM coding_item i JOIN coding_round r ON r.id = i.round
          WHERE i.text = label.text AND r.kind = 'objections')
        AND NOT EXISTS (SELECT 1 FROM coding_item i JOIN coding_round r ON r.id = i.round
          WHERE i.text = label.text AND r.kind = 'month') AS contested
      FROM label JOIN coded_text ON coded_text.id = label.text
      ORDER BY post, part, first_unit, identity, text, coder, variable, value
      """
    var codings: [StoredCoding] = []
    var open: (text: Int64, coder: String)?
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      let key: (text: Int64, coder: String) = (row["text"], row["coder"])
      var coding = Coding()
      if let open, open == key, let last = codings.popLast() { coding = last.coding }
      LabelRow(variable: row["variable"], value: row["value"], stance: row["stance"]).add(to: &coding)
      codings.append(
        StoredCoding(
          text: Self.codedText(row), coder: key.coder, coding: coding, isContested: row["contested"]))
      open = key
    }
    return codings
  }

  /// What each coder said of the texts of a round.
  func labels(ofRound round: Int64) throws -> [(text: Int64, coder: String, coding: Coding)] {
    let sql = """
      SELECT text, coder, variable, value, stance FROM label
      WHERE text IN (SELECT text FROM coding_item WHERE round = ?) ORDER BY text, coder, variable, value
      """
    var all: [(text: Int64, coder: String, coding: Coding)] = []
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [round])
    while let row = try rows.next() {
      let key: (text: Int64, coder: String) = (row["text"], row["coder"])
      var coding = Coding()
      if let last = all.last, (last.text, last.coder) == key { coding = all.removeLast().coding }
      LabelRow(variable: row["variable"], value: row["value"], stance: row["stance"]).add(to: &coding)
      all.append((key.text, key.coder, coding))
    }
    return all
  }

  static func codedText(_ row: Row) -> CodedText {
    let place: CodedText.Place
    if let identity = row["identity"] as Data? {
      place = .comment(identity: Array(identity))
    } else {
      place = .sentence(part: row["part"], range: (row["first_unit"] as Int)..<(row["end_unit"] as Int))
    }
    return CodedText(post: row["post"], place: place, textMark: row["text_mark"], weight: row["weight"])
  }
}
