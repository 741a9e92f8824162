import Records
import TestSupport
import Testing

@testable import Workflows

@Suite struct CodingTableTests {
  private let folder: TemporaryFolder
  private let table = CodingTable(themes: ["education", "girls-education", "peace"])

  init() throws {
    folder = try TemporaryFolder()
  }

  private func read(_ text: String, mark: [UInt8] = []) throws -> CodingFile {
    try table.read(try folder.write("a.csv", mark + Array(text.utf8)))
  }

  private let themes = [
    ThemeStance(theme: "education", stance: .promotes), ThemeStance(theme: "peace", stance: .mentions),
  ]

  @Test(arguments: [",", ";", "\t"])
  func columnsAreFoundByNameWhateverTheDelimiter(delimiter: String) throws {
    let rows = [
      ["Alerts", "id", "kind", "themes", "text", "response", "sentiment", "weight"],
      ["hate", "x1", "comment", "\"peace:mentions education:promotes\"", "бир", "critical", "NEGATIVE", "\"2,5\""],
      ["-", "x2", "talk", "-", "эки", "-", "", "1"],
    ].map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
    let file = try read(rows, mark: [0xEF, 0xBB, 0xBF])
    #expect(file.problems.isEmpty && file.hasTexts && file.rows.map(\.line) == [2, 3])
    #expect(
      file.rows[0].coding == Coding(themes: themes, sentiment: .negative, response: .critical, alerts: [.hate]))
    #expect(file.rows[0].weight == 2.5 && file.rows[0].text == "бир")
    #expect(file.rows[1].coding == Coding(themes: []) && file.rows[1].kind == .talk)
  }

  /// As Excel in Russian saves "CSV (delimiters - semicolons)".
  @Test func windows1251IsRead() throws {
    let head = Array("id;kind;text;variety;sentiment;response;themes;alerts\r\n".utf8)
    var bytes = head
    for row in 0..<20 {
      bytes += Array("x\(row);comment;".utf8)
      // "Большое спасибо за урок, очень полезно"
      bytes += [
        0xC1, 0xEE, 0xEB, 0xFC, 0xF8, 0xEE, 0xE5, 0x20, 0xF1, 0xEF, 0xE0, 0xF1, 0xE8, 0xE1, 0xEE, 0x20, 0xE7, 0xE0,
        0x20,
        0xF3, 0xF0, 0xEE, 0xEA, 0x2C, 0x20, 0xEE, 0xF7, 0xE5, 0xED, 0xFC, 0x20, 0xEF, 0xEE, 0xEB, 0xE5, 0xE7, 0xED,
        0xEE,
      ]
      bytes += Array(";ru;positive;supportive;;\r\n".utf8)
    }
    let file = try table.read(try folder.write("b.csv", bytes))
    #expect(file.rows.count == 20 && file.problems.isEmpty)
    #expect(file.rows.first?.text == "Большое спасибо за урок, очень полезно")
    #expect(file.rows.first?.coding.variety == "ru")
  }

  @Test(arguments: [
    ("x1;comment;goood;other;;", "sentiment", "\"goood\"", "positive"),
    ("x1;comment;;nice;;", "response", "\"nice\"", "testimony"),
    ("x1;comment;neutral;other;educaton:promotes;", "themes", "\"educaton:promotes\"", "girls-education"),
    ("x1;comment;neutral;other;education;", "themes", "\"education\"", "education:promotes"),
    ("x1;comment;neutral;other;peace:promotes peace:opposes;", "themes", "\"peace:opposes\"", "one stance"),
    ("x1;comment;neutral;other;;hateful", "alerts", "\"hateful\"", "extremist"),
    ("x1;talk;neutral;;education:promotes;", "sentiment", "\"neutral\"", "themes only"),
    ("x1;song;neutral;;;", "kind", "\"song\"", "talk or comment"),
    ("x1;comment;рахмат;other;;", "sentiment", "a text of 12 bytes", "positive"),
  ])
  func badCellsAreNamed(row: String, column: String, found: String, expected: String) throws {
    let file = try read("id;kind;sentiment;response;themes;alerts\n\(row)\nx2;comment;neutral;other;;\n")
    let problem = try #require(file.problems.first)
    #expect(problem.file.hasSuffix("a.csv") && problem.line == 2 && problem.column == column)
    #expect(problem.found == found && problem.expected.contains(expected), "\(problem)")
    #expect(file.rows.map(\.item) == ["x2"])
  }

  @Test func emptyRowsAreNotCodedAndEmptyCellsOfCodedCommentsMeanNone() throws {
    let file = try read(
      "id;kind;sentiment;response;themes;alerts\nx1;comment;;;;\nx2;comment;neutral;;;\nx3;talk;;;;\n")
    #expect(file.empty == 2)
    #expect(file.rows.map(\.coding) == [Coding(themes: [], sentiment: .neutral, alerts: [])])
    #expect(file.problems.map(\.code) == ["coding.missing-code"] && file.problems[0].severity == .note)
  }

  @Test func theLastOfRepeatedRowsCounts() throws {
    let file = try read("id;kind;sentiment\nx1;comment;neutral\nx1;comment;positive\n")
    #expect(file.rows.map(\.coding.sentiment) == [.positive])
    #expect(file.problems.map(\.code) == ["coding.repeated-row"])
  }

  @Test func whatIsNoCodingFileIsRefused() {
    #expect(throws: WorkflowError.self) { try read("name;views\na;1\n") }
    #expect(throws: WorkflowError.self) { try read("") }
  }

  @Test func anApostropheBeforeAFormulaIsTakenOffAgain() throws {
    let items = [CodingFileItem(item: "x1", kind: "comment", text: "=1+1; \"эки\"", weight: 1.5)]
    for style in [CodingFileStyle.excel, .tsv] {
      let bytes = CodingFileWriter.bytes(items, style: style)
      #expect(String(decoding: bytes, as: UTF8.self).contains("'=1+1"))
      let path = try folder.write("c.csv", String(decoding: bytes, as: UTF8.self).utf8)
      let file = try table.read(path)
      #expect(file.empty == 1 && file.rows.isEmpty)
      let filled = bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
      let delimiter = style == .excel ? ";" : "\t"
      let coded = filled[1].replacing(
        delimiter + delimiter, with: "\(delimiter)ky\(delimiter)", maxReplacements: 1)
      let again = try table.read(try folder.write("d.csv", (filled[0] + "\n" + coded + "\n").utf8))
      #expect(again.rows.first?.coding.variety == "ky")
      #expect(again.rows.first?.text == "=1+1; \"эки\"" && again.rows.first?.weight == 1.5)
    }
  }
}
