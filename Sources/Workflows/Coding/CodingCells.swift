import Records

/// The cells of one row by column name, and what is wrong with them.
struct CodingCells {
  let file: String
  let line: Int
  let header: [String]
  let cells: [String]
  /// Why the row cannot be taken.
  private(set) var problems: [Problem] = []
  private(set) var notes: [Problem] = []

  init(file: String, line: Int, header: [String], cells: [String]) {
    self.file = file
    self.line = line
    self.header = header
    self.cells = cells
  }

  /// A cell without spaces around it; nil when it is empty.
  subscript(_ column: String) -> String? {
    guard let index = header.firstIndex(of: column), cells.indices.contains(index) else { return nil }
    let text = cells[index].trimmingSpaces
    return text.isEmpty ? nil : text
  }

  /// The text without the apostrophe that kept a spreadsheet from running it.
  var text: String {
    guard let text = self["text"] else { return "" }
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "'"), let next = bytes.dropFirst().first, "=+-@".utf8.contains(next) else {
      return text
    }
    return String(decoding: bytes.dropFirst(), as: UTF8.self)
  }

  /// How many texts the row stands for; a decimal comma is fine.
  var weight: Double? {
    guard let cell = self["weight"] else { return nil }
    let dotted = cell.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: dotted, as: UTF8.self)).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
  }

  mutating func coding(_ kind: TextKind, themes known: Set<String>) -> Coding {
    if self["weight"] != nil, weight == nil { refuse("weight", self["weight"] ?? "", expected: "a number above 0") }
    var coding = Coding(variety: variety(), themes: themes(known))
    if kind == .comment {
      coding.sentiment = one("sentiment")
      coding.response = one("response")
      coding.alerts = alerts()
    } else {
      for column in ["sentiment", "response", "alerts"] where self[column] ?? "-" != "-" {
        refuse(column, self[column] ?? "", expected: "- : a sentence of a talk has themes only")
      }
    }
    // Whoever filled in one cell looked at the others too.
    if kind == .comment, !coding.isEmpty {
      if header.contains("themes") { coding.themes = coding.themes ?? [] }
      if header.contains("alerts") { coding.alerts = coding.alerts ?? [] }
      noteMissing("sentiment", coding.sentiment == nil)
      noteMissing("response", coding.response == nil)
    }
    return coding
  }

  // MARK: Codes

  private mutating func variety() -> String? {
    guard let word = self["variety"], word != "-" else { return nil }
    if word.lowercased() == "mixed" { return "mixed" }
    let known = LanguageTag.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
    if known == nil { refuse("variety", word, expected: "ky, ru, uz-Latn, uz-Cyrl, mixed, or another language's code") }
    return known?.rawValue
  }

  private mutating func themes(_ known: Set<String>) -> [ThemeStance]? {
    guard let words = words("themes") else { return nil }
    var themes: [ThemeStance] = []
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, known.contains(parts[0]), let stance = Stance(rawValue: parts[1]) else {
        let isTheme = parts.first.map(known.contains) ?? false
        refuse(
          "themes", word,
          expected: isTheme
            ? "\(parts[0]):promotes, \(parts[0]):opposes or \(parts[0]):mentions"
            : "theme:stance, the theme one of \(known.sorted().joined(separator: ", ")); or - for none")
        continue
      }
      if themes.contains(where: { $0.theme == parts[0] && $0.stance != stance }) {
        refuse("themes", word, expected: "each theme with one stance")
      }
      themes.append(ThemeStance(theme: parts[0], stance: stance))
    }
    return Set(themes).sorted()
  }

  private mutating func alerts() -> [Alert]? {
    guard let words = words("alerts") else { return nil }
    var alerts: Set<Alert> = []
    for word in words {
      guard let alert = Alert(rawValue: word) else {
        refuse("alerts", word, expected: "hate, threat, extremist, separated by spaces; or - for none")
        continue
      }
      alerts.insert(alert)
    }
    return alerts.sorted { $0.rawValue < $1.rawValue }
  }

  private mutating func one<Code: RawRepresentable & CaseIterable>(_ column: String) -> Code?
  where Code.RawValue == String {
    guard let word = self[column]?.lowercased(), word != "-" else { return nil }
    let code = Code(rawValue: word)
    if code == nil {
      refuse(column, word, expected: "one of " + Code.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return code
  }

  /// Words of a cell in small letters; none for `-`; nil for an empty cell.
  private func words(_ column: String) -> [String]? {
    guard let cell = self[column]?.lowercased() else { return nil }
    let words = cell.unicodeScalars.split { " ,;\t\r\n\u{A0}".unicodeScalars.contains($0) }.map { String($0) }
    return words.filter { $0 != "-" }
  }

  // MARK: Problems

  mutating func refuse(_ column: String, _ found: String, expected: String) {
    problems.append(
      Problem(
        "coding.unknown-code", .rowRefused, file: file, line: line, column: column, found: CodingCells.shown(found),
        expected: expected, remedy: "Correct the cell and import the file again; the other rows were taken."))
  }

  private mutating func noteMissing(_ column: String, _ isMissing: Bool) {
    guard isMissing, header.contains(column) else { return }
    notes.append(
      Problem(
        "coding.missing-code", .note, file: file, line: line, column: column, found: "an empty cell",
        expected: "a code", remedy: "The row was taken without it."))
  }

  /// A word that looks like a code is shown; anything else could be somebody's words.
  private static func shown(_ word: String) -> String {
    let isCode = word.utf8.allSatisfy { $0 >= 0x21 && $0 < 0x7F }
    return isCode && word.utf8.count <= 40 ? "\"\(word)\"" : "a text of \(word.utf8.count) bytes"
  }
}
