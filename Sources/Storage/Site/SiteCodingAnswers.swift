import GRDB

/// An answer of a coder that the archive does not hold yet.
package struct StoredCodingAnswer: Sendable, Hashable {
  /// Grows with every answer, so that one that came meanwhile is not taken for the one before it.
  package var number: Int64 = 0
  package var round: Int64
  package var place: Int
  package var coder: String
  /// The codes as text; nil where the coder could not tell.
  package var coding: String?

  package init(round: Int64, place: Int, coder: String, coding: String?) {
    self.round = round
    self.place = place
    self.coder = coder
    self.coding = coding
  }
}

extension SiteStore {
  /// Keeps an answer; an earlier one of the same coder about the same text goes.
  package func add(_ answer: StoredCodingAnswer) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO coding_answer (round, place, coder, coding) VALUES (?, ?, ?, ?)",
        arguments: [answer.round, answer.place, answer.coder, answer.coding])
    }
  }

  /// Answers that wait, the oldest first; of one round, or all.
  package func codingAnswers(of round: Int64? = nil) throws -> [StoredCodingAnswer] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM coding_answer WHERE round = coalesce(?, round) ORDER BY number", arguments: [round]
      ).map { row in
        var answer = StoredCodingAnswer(
          round: row["round"], place: row["place"], coder: row["coder"], coding: row["coding"])
        answer.number = row["number"]
        return answer
      }
    }
  }

  /// Forgets answers that the archive holds now.
  package func removeCodingAnswers(_ numbers: [Int64]) throws {
    try write { db in
      for number in numbers {
        try db.execute(sql: "DELETE FROM coding_answer WHERE number = ?", arguments: [number])
      }
    }
  }
}
