import Ingestion
import Records
import Testing

/// Workbooks put together from their parts.
struct WorkbookBuilder {
  var sheets: [(name: String, xml: String)] = []
  var workbook = ""
  var styles = ""
  var strings: String?
  /// Parts that stand for others, by path.
  var parts: [String: String] = [:]

  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  var zip: ZipBuilder {
    var list: [(String, String)] = [("[Content_Types].xml", "<Types/>")]
    list.append(("_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])))
    let tabs = sheets.indices.map { "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>" }
    list.append(("xl/workbook.xml", "<workbook>\(workbook)<sheets>\(tabs.joined())</sheets></workbook>"))
    let rows = sheets.indices.map { ("rId\($0)", "worksheet", "/xl/worksheets/sheet\($0).xml") }
    let shared = [("rIdA", "styles", "styles.xml"), ("rIdB", "sharedStrings", "../xl/./sharedStrings.xml")]
    list.append(("xl/_rels/workbook.xml.rels", relations(rows + shared)))
    for (index, sheet) in sheets.enumerated() { list.append(("xl/worksheets/sheet\(index).xml", sheet.xml)) }
    list.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"))
    list.append(("xl/SharedStrings.xml", "<sst>\(strings ?? "")</sst>"))
    var zip = ZipBuilder()
    for (path, text) in list { zip.add(path, Array((parts[path] ?? text).utf8)) }
    return zip
  }

  private func relations(_ list: [(String, String, String)]) -> String {
    let body = list.map { id, type, target in
      "<Relationship Id=\"\(id)\" Type=\"\(WorkbookBuilder.types)\(type)\" Target=\"\(target)\"/>"
    }
    return "<Relationships>\(body.joined())</Relationships>"
  }
}

/// The text of each file in an archive or document, and codes of problems.
func contents(of bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws -> (
  files: [String: String], problems: [String]
) {
  var files: [String: String] = [:]
  var problems: [String] = []
  try sourceFiles(MemorySource(bytes), names: ["x"], limits: limits) { file in
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1_000)
    while true {
      let count = try piece.withUnsafeMutableBytes { try file.bytes.read(into: $0) }
      if count == 0 { break }
      text += piece[..<count]
    }
    files[file.names.reversed().joined(separator: "/")] = String(decoding: text, as: UTF8.self)
    problems += (file.bytes as? any ReportingSource)?.problems.map(\.code) ?? []
  } problem: { problem in
    problems.append(problem.code)
  }
  return (files, problems)
}

@Suite struct WorkbookTests {
  private func sheet(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

  /// One cell with a number, shown in a format, as it is passed on.
  private func shown(_ number: String, _ code: String, from1904: Bool = false) throws -> String {
    var book = WorkbookBuilder()
    book.sheets = [("S", sheet("<row><c s=\"1\"><v>\(number)</v></c></row>"))]
    book.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/></numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(Int(code).map(String.init) ?? "164")\"/></cellXfs>"
    if from1904 { book.workbook = "<workbookPr date1904=\"1\"/>" }
    let text = try contents(of: book.zip.bytes).files["x!/S"] ?? ""
    return String(text.dropLast())
  }

  @Test(arguments: [
    ("3.4838847E7", "General", "34838847"), ("88.340900000000005", "0.00", "88.3409"), ("1E-3", "General", "0.001"),
    ("1.2345E-5", "General", "0.000012345"), ("-0.5", "0", "-0.5"), ("0", "0", "0"), ("100000", "#,##0", "100000"),
    ("0.30000000000000004", "General", "0.3"), ("1.79746975648843E+16", "0", "1.79746975648843E+16"),
    ("123456789012345", "0", "123456789012345"), ("5.1999999999999998E-2", "0.0%", "5.2%"), ("0.5", "10", "50%"),
    ("46298", "14", "2026-10-03"), ("46298", "dd\\.mm\\.yyyy", "2026-10-03"),
    ("46298", "[$-419]d mmm yyyy;@", "2026-10-03"),
    ("46298", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026-10-03"), ("46298.885416666664", "22", "2026-10-03T21:15"),
    ("46298.885428240741", "dd/mm/yyyy hh:mm:ss", "2026-10-03T21:15:01"), ("46298", "yyyy\"г.\"", "2026-10-03"),
    ("46145", "16", "03.May.2026"), ("46145", "d\\.mmm", "03.May.2026"), ("46143", "17", "May.2026"),
    ("2.4166666666666668E-3", "h:mm:ss", "0:03:29"), ("1.5", "[h]:mm:ss", "36:00:00"),
    ("8.0324074074074082E-3", "45", "0:11:34"),
    ("8.0324074074074082E-3", "mm:ss", "0:11:34"), ("46298.999999999", "22", "2026-10-04T00:00"),
    ("59", "14", "1900-02-28"),
    ("61", "14", "1900-03-01"), ("-1", "14", "-1"), ("99999999", "14", "99999999"), ("13.5", "0.0\\ \"s\"", "13.5"),
    ("1200", "#,##0\\ \"сом\"", "1200"), ("12", "[Red]0.00", "12"), ("12", "Standard", "12"), ("7", "@", "7"),
    ("0.5", "[Blue]h:mm AM/PM", "12:00:00"),
  ]) func numbersAreWrittenPlainly(_ number: String, _ code: String, _ text: String) throws {
    #expect(try shown(number, code) == text)
  }

  @Test func oldMacsCountFrom1904() throws {
    #expect(try shown("44836", "14", from1904: true) == "2026-10-03")
    #expect(try shown("0", "14", from1904: true) == "1904-01-01")
  }

  @Test func rowsAndColumnsKeepTheirPlaces() throws {
    var book = WorkbookBuilder()
    book.strings = "<si><t>a</t></si><si><r><t>b</t></r><r><t> c</t></r><rPh><t>no</t></rPh></si><si><t/></si>"
    book.sheets = [
      (
        "One",
        sheet(
          "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c><c r=\"E2\" t=\"s\"><v>2</v></c></row>"
            + "<row r=\"5\"><c t=\"b\"><v>1</v></c><c><v>2</v></c><c t=\"s\"><v>9</v></c></row>"
            + "<row><c t=\"inlineStr\"><is><t>x,\"y\"\r\nz_x0009_</t></is></c></row>")
      ), ("Two", sheet("<row r=\"1\"><c r=\"A1\"/></row>")), ("a/b", sheet("<row><c><v>1</v></c></row>")),
    ]
    let found = try contents(of: book.zip.bytes)
    #expect(found.files == ["x!/One": "\n,a,,b c\n\n\nTRUE,2\n\"x,\"\"y\"\"\nz\t\"\n", "x!/a b": "1\n"])
    #expect(found.problems.isEmpty)
  }

  @Test func whatCannotBeReadIsSaid() throws {
    var book = WorkbookBuilder()
    book.sheets = [
      (
        "S",
        sheet(
          "<row><c t=\"e\"><v>#N/A</v></c><c><f>A1</f></c><c><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>"
            + "<row r=\"99999999\"><c><v>2</v></c></row>"
        )
        .replacing(
          "</worksheet>",
          with: "<mergeCells><mergeCell ref=\"A1:A4\"/><mergeCell ref=\"A1:D1\"/></mergeCells></worksheet>")
      )
    ]
    let found = try contents(of: book.zip.bytes)
    #expect(found.files == ["x!/S": ",,1\n2\n"])
    #expect(found.problems == ["sheet.error", "sheet.formula-without-value", "sheet.too-wide", "sheet.merged"])
  }

  @Test func sharedTextsCannotMakeASheetEndless() throws {
    var book = WorkbookBuilder()
    book.strings = "<si><t>\(String(repeating: "x", count: 30_000))</t></si>"
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    book.sheets = [("S", sheet(String(repeating: "<row>\(cells)</row>", count: 40)))]
    let found = try contents(of: book.zip.bytes)
    // 34 cells of a row fit in 1 MiB; after some rows too much has come of the file.
    #expect(Set(found.problems) == ["archive.too-large"])
    var limits = ArchiveLimits()
    limits.ratio = 1_000
    let whole = try contents(of: book.zip.bytes, limits: limits)
    #expect(whole.files["x!/S"]?.utf8.count == 40 * (34 * 30_001))
    #expect(Set(whole.problems) == ["sheet.row-too-long"])
  }

  @Test func sheetsOfAnExportAreReadEachAsItsKind() throws {
    var book = WorkbookBuilder()
    func rows(_ rows: [[String]]) -> String {
      sheet(rows.map { "<row>" + $0.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>" }.joined())
    }
    book.sheets = [
      ("Table data", rows([["Content", "Video title", "Views"], ["AAAAAAAAAAA", "a", "5"]])),
      ("Chart data", rows([["Date", "Content", "Video title", "Views"], ["2026-10-01", "AAAAAAAAAAA", "a", "5"]])),
      ("Totals", rows([["Date", "Views"], ["2026-10-01", "5"]])),
    ]
    let sink = RecordingSink()
    let names = ["Content 2026-10-01_2026-10-31 Sample.xlsx"]
    try sourceFiles(MemorySource(book.zip.bytes), names: names) { file in
      let hints = SourceHints(names: file.names, receivedOn: Fixture.receivedOn, form: file.form)
      try SourceReader().read(file.bytes, hints: hints, into: sink)
    } problem: { problem in
      sink.problem(problem)
    }
    #expect(sink.problems.isEmpty)
    let sources = sink.lines.filter { $0.hasPrefix("{\"source\"") }
    for (line, format) in zip(sources, ["table", "chart", "totals"]) {
      #expect(line.contains("\"youtube-studio-\(format)\""))
      #expect(line.contains("\"account\": \"youtube | Sample\"}"))
    }
    #expect(sources.count == 3)
  }

  @Test func brokenWorkbooksAreRefused() throws {
    var book = WorkbookBuilder()
    book.sheets = [("S", sheet("<row><c><v>1</v></c></row>"))]
    func problems(_ path: String, _ text: String) throws -> [String] {
      var broken = book
      broken.parts[path] = text
      return try contents(of: broken.zip.bytes).problems
    }
    #expect(try problems("x", "") == [])
    #expect(try problems("xl/workbook.xml", "<workbook>") == ["xml.truncated"])
    #expect(try problems("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>") == ["xml.document-type"])
    #expect(try problems("xl/workbook.xml", "<presentation/>") == ["office.unknown"])
    #expect(try problems("xl/workbook.xml", "<workbook/>") == ["file.empty"])
    #expect(try problems("_rels/.rels", "<Relationships/>") == ["office.unknown"])
    #expect(try problems("xl/worksheets/sheet0.xml", "<worksheet>") == ["xml.truncated"])
    #expect(try problems("xl/worksheets/sheet0.xml", String(repeating: "<a>", count: 300)) == ["xml.too-deep"])
  }

  @Test func sheetsCutOffGiveWhatCameBefore() throws {
    var book = WorkbookBuilder()
    book.sheets = [("S", "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c>")]
    let found = try contents(of: book.zip.bytes)
    #expect(found.files == ["x!/S": "1\n"])
    #expect(found.problems == ["xml.truncated"])
  }

  @Test func workbooksShareTheLimitsOfTheirArchive() throws {
    var book = WorkbookBuilder()
    book.sheets = [("S", sheet("<row><c><v>1</v></c></row>"))]
    book.sheets.append(("T", ""))
    var zip = ZipBuilder()
    zip.add("folder/book.xlsx", book.zip.bytes)
    zip.add("after.csv", [0x61])
    #expect(try contents(of: zip.bytes).files == ["x/folder/book.xlsx!/S": "1\n", "x/after.csv": "a"])
    var limits = ArchiveLimits()
    limits.documentBytes = 500
    #expect(try contents(of: zip.bytes, limits: limits).problems == ["office.too-large"])
    #expect(try contents(of: zip.bytes, limits: limits).files == ["x/after.csv": "a"])
    limits = ArchiveLimits()
    limits.totalBytes = 2_500
    #expect(try contents(of: zip.bytes, limits: limits).problems == ["archive.too-large"])
    limits = ArchiveLimits()
    limits.sharedTextBytes = 5
    book.strings = "<si><t>123456</t></si>"
    #expect(try contents(of: book.zip.bytes, limits: limits).problems == ["xml.too-large"])
  }
}
