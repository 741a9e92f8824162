import Records

extension Problem {
  /// A table with the shape or the name of Studio's, in a language that no reader knows: nothing of it is taken until its numbers have names, so
  /// that it can be handed in again then.
  static func unmappedColumns(_ names: [String]) -> Problem {
    Problem(
      "columns.unmapped", .fileRefused,
      found: "a table of the shape of YouTube Studio, with columns that are not known: " + list(names),
      expected: "columns whose meaning is known",
      remedy: "Say once what they mean (minbar formats map), or export with the interface in English or Russian.")
  }

  static func unknownStudioColumns(_ names: [String]) -> Problem {
    Problem(
      "columns.unknown", .note, found: list(names), expected: "columns that are known",
      remedy: "They were left out. If their numbers are needed, say once what they mean (minbar formats map).")
  }

  static func studioKey(_ key: Bytes, line: Int, column: String?, expected: String) -> Problem {
    Problem(
      "studio.bad-key", .rowRefused, line: line, column: column,
      found: Identifier.isScientific(key) ? "an id that Excel turned into a number" : Problem.shape(of: key),
      expected: expected, remedy: "Hand in the file as downloaded, not a copy saved by Excel.")
  }
}

extension RecordOutput {
  /// Rows from which on a table may be cut off.
  private static let studioRowLimit = 499

  /// Says so where a table of Studio's has as many rows as Studio gives at most.
  func noteCutOff(rows: Int) throws {
    guard rows >= RecordOutput.studioRowLimit else { return }
    try problem(
      Problem(
        "studio.row-limit", .note, found: "\(rows) rows", expected: "fewer than 500",
        remedy: "Studio cuts tables off there: export shorter periods to have all of them."))
  }
}
