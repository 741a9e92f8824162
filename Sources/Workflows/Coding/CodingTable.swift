import Records

/// A row of a filled coding file.
struct CodedRow: Sendable {
  let line: Int
  let item: String
  let kind: TextKind
  /// Empty when the file has no texts.
  let text: String
  /// Nil when the file has no weights.
  let weight: Double?
  /// Nil when the file has no column for it.
  let coder: String?
  let coding: Coding
}

/// A filled coding file as it was read.
struct CodingFile: Sendable {
  let path: String
  let hasTexts: Bool
  var rows: [CodedRow] = []
  var problems: [Problem] = []
  /// Rows in which nobody filled anything in.
  var empty = 0

  /// Files of one run, so that memory stays bounded.
  static let mostRows = 200_000
}

/// Reads filled coding files: columns by name in any order; comma, semicolon or TAB; UTF-8, UTF-16 or Windows-1251.
struct CodingTable {
  /// Themes that the lexicon knows.
  let themes: Set<String>

  /// - Throws: `WorkflowError` when the file cannot be read at all, or a needed column is missing.
  func read(_ path: String) throws -> CodingFile {
    let rows = try TableFile.rows(path)
    guard let first = rows.first else { throw WorkflowError("\(path): empty") }
    let header = first.cells.map { $0.trimmingSpaces.lowercased() }
    let names = Set(header)
    guard names.contains("id") || names.contains("text"), !names.isDisjoint(with: Self.codeColumns) else {
      throw WorkflowError(
        "\(path):\(first.line): no columns of a coding file; the first line must name id (or text), kind and some of "
          + Self.codeColumns.sorted().joined(separator: ", "))
    }
    guard rows.count <= CodingFile.mostRows else {
      throw WorkflowError("\(path): \(rows.count) rows, expected at most \(CodingFile.mostRows); divide the file")
    }
    var file = CodingFile(path: path, hasTexts: names.contains("text"))
    for row in rows.dropFirst() { add(row.line, row.cells, header, &file) }
    return file.withoutRepeats()
  }

  static let codeColumns: Set<String> = ["variety", "themes", "sentiment", "response", "alerts"]

  private func add(_ line: Int, _ cells: [String], _ header: [String], _ file: inout CodingFile) {
    var row = CodingCells(file: file.path, line: line, header: header, cells: cells)
    let item = row["id"] ?? row["text"] ?? ""
    let kind = kind(item, &row)
    let coding = row.coding(kind, themes: themes)
    guard row.problems.isEmpty else {
      file.problems += row.problems
      return
    }
    guard !coding.isEmpty else {
      file.empty += 1
      return
    }
    file.problems += row.notes
    file.rows.append(
      CodedRow(
        line: line, item: item, kind: kind, text: row.text, weight: row.weight, coder: row["coder"], coding: coding))
  }

  private func kind(_ item: String, _ row: inout CodingCells) -> TextKind {
    if let word = row["kind"] {
      if let kind = TextKind(rawValue: word.lowercased()) { return kind }
      row.refuse("kind", word, expected: "talk or comment")
    }
    return item.hasPrefix("t-") ? .talk : .comment
  }
}

extension CodingFile {
  /// Of rows with the same id and coder the last one counts.
  fileprivate func withoutRepeats() -> CodingFile {
    var file = self
    var seen: Set<String> = []
    var kept: [CodedRow] = []
    for row in rows.reversed() {
      if seen.insert("\(row.coder ?? "")\t\(row.item)").inserted {
        kept.append(row)
      } else {
        file.problems.append(
          Problem(
            "coding.repeated-row", .note, file: path, line: row.line, column: "id",
            found: "an id that comes again below",
            expected: "each id once", remedy: "The last row with it was taken."))
      }
    }
    file.rows = kept.reversed()
    return file
  }
}
