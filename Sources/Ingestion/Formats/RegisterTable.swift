import Records

/// A register that staff keep: survey results, trainings, events, security incidents, change stories. Which one it is,
/// the name of the column of codes says.
struct RegisterTable: ExportFormat {
  let id = "register"
  let title = "Register: surveys, trainings, events, incidents, stories"
  let neededColumns = ["Training code", "Date"]

  func score(_ probe: Probe) -> Int { RegisterColumns.read(probe.table.header) == nil ? 0 : 94 }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    try output.begin(
      SourceDescription(format: id, encoding: input.probe.encoding.name, dialect: sketch.dialect.summary))
    guard let header = sketch.rows.first, let (kind, columns) = RegisterColumns.read(sketch.header) else { return }
    let rows = RegisterRows(
      kind: kind, header: header, columns: columns, receivedOn: input.hints.receivedOn, output: output)
    let table = input.table()
    var count = 0
    var isForm = false
    while try table.nextRow(header, allowsShort: true, output) {
      if table.isExample {
        isForm = true
      } else {
        count += 1
        if let row = try rows.row(table) { try output.registerRow(row) }
      }
    }
    if count > 0 { return }
    if isForm { output.emptyForm() } else { try output.problem(.nothingRead("rows")) }
  }
}

/// Reads the rows of a register.
private struct RegisterRows {
  private static let storyLimit = 2_000

  let kind: RegisterKind
  let header: TableSketch.Row
  let columns: [RegisterField?]
  let receivedOn: Day
  let output: RecordOutput

  /// Nil for a row that is refused, which is reported by its line and column.
  func row(_ table: TableReader) throws -> RegisterRow? {
    var values: [RegisterField: String] = [:]
    for field in kind.fields {
      guard let cell = cell(field, table) else {
        if kind.needed.contains(field) { return try refuse(field, table, "a value in this column") }
        continue
      }
      guard let value = value(field, cell) else { return try refuse(field, table, expected(field)) }
      values[field] = value
    }
    guard let day = values.removeValue(forKey: .day).flatMap({ Day($0) }) else { return nil }
    guard day <= receivedOn + 1 else { return try refuse(.day, table, "a day that is not in the future") }
    if values[.withdrawn] == "no" { values[.withdrawn] = nil }
    let creator = values.removeValue(forKey: .creator)
    let story = values.removeValue(forKey: .story)
    let row = RegisterRow(kind: kind, day: day, values: values, creator: creator, story: story, row: table.line)
    return try checked(row, table)
  }

  /// What the cells of a row say together.
  private func checked(_ row: RegisterRow, _ table: TableReader) throws -> RegisterRow? {
    if let asked = row.count(.asked), let agreed = row.count(.agreed), agreed > asked {
      return try refuse(.agreed, table, "no more than were asked")
    }
    if let total = row.count(.total) {
      let parts = [row.count(.women), row.count(.men)]
      let sum = parts.compactMap { $0 }.reduce(0, +)
      guard parts.contains(nil) ? sum <= total : sum == total else {
        return try refuse(.total, table, "women and men together, or a blank cell")
      }
    }
    if let consent = row.consent, consent.validUntil < consent.givenOn {
      return try refuse(.until, table, "a day on or after the one on which consent was given")
    }
    return row
  }

  private func cell(_ field: RegisterField, _ table: TableReader) -> Bytes? {
    guard let place = columns.firstIndex(of: field) else { return nil }
    let cell = table[place].trimmed()
    return MissingMark.isMissing(cell) && !(field == .age && cell.first == ASCII.less) ? nil : cell
  }

  private func value(_ field: RegisterField, _ cell: Bytes) -> String? {
    switch field.content {
    case .code: Self.code(cell, allowsParts: field == .code)
    case .day: DateParser.civil(cell, order: .dayFirst)?.day.description
    case .count: Self.count(cell)
    case .choice: RegisterChoices.code(field, cell.string)
    case .oblast: Oblast.code(cell.string)
    case .age: cell.count <= 20 ? AudienceGroup.age(cell.string) : nil
    case .creator: (1...32).contains(cell.count) && Identifier.isToken(cell) ? cell.string : nil
    case .text: Self.text(cell)
    }
  }

  /// Letters and digits of any script would let a name pass: there must be a digit, and no space.
  private static func code(_ cell: Bytes, allowsParts: Bool) -> String? {
    guard (1...32).contains(cell.count), cell.contains(where: ASCII.isDigit) else { return nil }
    // Codes of questions stand in names of figures, which these marks part.
    let marks = Array((allowsParts ? "-_./" : "-_").utf8)
    let isPlain = cell.allSatisfy {
      ASCII.isDigit($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || marks.contains($0)
    }
    return isPlain ? cell.string : nil
  }

  private static func count(_ cell: Bytes) -> String? {
    guard let value = NumberParser().parse(cell, as: .count).value, value >= 0, value <= 10_000_000,
      value == value.rounded()
    else { return nil }
    return String(Int(value))
  }

  /// The apostrophe in front of what a spreadsheet would reckon is no part of it.
  private static func text(_ cell: Bytes) -> String? {
    var scalars = Array(cell.string.unicodeScalars)
    if scalars.first == "'", let next = scalars.dropFirst().first, "=+-@".unicodeScalars.contains(next) {
      scalars.removeFirst()
    }
    guard scalars.count <= storyLimit else { return nil }
    return String(String.UnicodeScalarView(scalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  private func expected(_ field: RegisterField) -> String {
    switch field.content {
    case .code: "a code of Latin letters, digits and -_./ with a digit in it, such as T-01; no names"
    case .day: "a day such as 09.10.2026"
    case .count: "a whole number, or a blank cell where nobody counted"
    case .choice(let codes): "one of the list: " + codes.joined(separator: ", ")
    case .oblast: "an oblast by its name or ISO code, such as KG-O"
    case .age: "years such as 18-24 or 65+"
    case .creator: "the code of a creator, such as K01"
    case .text: "at most \(Self.storyLimit) characters"
    }
  }

  private func refuse(_ field: RegisterField, _ table: TableReader, _ expected: String) throws -> RegisterRow? {
    let place = columns.firstIndex(of: field)
    let cell = place.map { table[$0].trimmed() }
    try output.problem(
      Problem(
        "register.unclear", .rowRefused, line: table.line, column: place.map { header.cells[$0] },
        found: cell.map { $0.isEmpty ? "nothing" : Problem.shape(of: $0) } ?? "no such column", expected: expected,
        remedy: "Correct the row and hand the file in again."))
    return nil
  }
}
