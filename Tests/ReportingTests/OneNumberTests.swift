import Figures
import Records
import TestSupport
import Testing

@testable import Reporting

/// The same figure, read back from every form that it is written in.
@Suite("One number, every form") struct OneNumberTests {
  private let folder: TemporaryFolder
  private let data = SampleTallies.data()
  private let month = SampleTallies.month
  private let package: [String: [UInt8]]

  init() throws {
    folder = try TemporaryFolder()
    let made = try PackageSupport.package(data)
    package = try PackageSupport.files(made)
    try made.writeXLSX(to: folder.path + "/package.xlsx")
    try MonthWorkbook(
      data: data, month: month, words: try WordsSupport.words()[.english], preparedOn: SampleTallies.preparedOn
    ).writeXLSX(to: folder.path + "/month.xlsx")
  }

  // MARK: Forms

  /// What the page says, by the figure's id.
  private func page(_ id: String) throws -> Double? {
    let page = MonthDashboard(
      data: data, month: month, words: try WordsSupport.words()[.english], style: try WordsSupport.style(),
      preparedOn: SampleTallies.preparedOn)
    return Self.value(after: "data-figure=\"\(id)\"", in: WordsSupport.text(page.html()))
  }

  private func readme(_ cell: String) -> Double? {
    Self.value(after: "data-figure=\"\(cell)\"", in: WordsSupport.text(package["README.html"] ?? []))
  }

  /// The machine-readable value of the first number behind a mark.
  private static func value(after mark: String, in text: String) -> Double? {
    let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].split(separator: "<data value=\"", maxSplits: 1, omittingEmptySubsequences: false)
    return rest.count == 2 ? rest[1].split(separator: "\"").first.flatMap { Double($0) } : nil
  }

  /// Sum over the platforms of the plain table.
  private func summary(_ indicator: String) throws -> Double {
    let table = SummaryTable(
      data: data, from: month, through: month, words: try WordsSupport.words()[.english],
      preparedOn: SampleTallies.preparedOn)
    return try PackageSupport.table(table.csv()).filter { $0["indicator_code"] == indicator && $0["language"] == "all" }
      .compactMap { $0["value"].flatMap(Double.init) }.reduce(0, +)
  }

  private func csv(_ path: String, _ code: String, delimiter: Character = ",") throws -> Double? {
    try PackageSupport.table(package[path], delimiter: delimiter).first {
      ($0["indicator_code"] ?? $0["#indicator+code"]) == code
    }?["actual"].flatMap { Double($0.replacing(",", with: ".")) }
  }

  private func iati(_ code: String) throws -> Double? {
    let indicator = try XMLTree.read(package["iati/result.xml"]).all("indicator").first { indicator in
      indicator.all("reference").contains { $0.attributes["code"] == code }
    }
    return indicator?.all("actual").first { $0.all("dimension").isEmpty }?.attributes["value"].flatMap(Double.init)
  }

  /// Of a workbook, the cell under a header in the row that a text stands in.
  private func workbook(_ file: String, _ header: String, _ row: String) throws -> Double? {
    let rows = try PackageSupport.cells(PackageSupport.parts(folder.path + "/" + file), sheet: 1)
    let column = rows.first?.first { $0.value == header }?.key
    return column.flatMap { column in rows.first { $0.values.contains(row) }?[column].flatMap(Double.init) }
  }

  private func frozen(_ measure: String) -> Double {
    FigureBook(data).sealedFigures(of: month).filter { $0.measure == measure }.compactMap(\.value).reduce(0, +)
  }

  // MARK: Equality

  @Test("Watch hours") func watchHours() throws {
    let value = try #require(try page("watch_hours/all/2026-10"))
    #expect(value > 0)
    #expect(try workbook("month.xlsx", "Watch hours (YouTube)", "2026-10") == value)
    #expect(try summary("watch_hours") == value)
    #expect(frozen("watch_hours") == value)
    try expectPackage("3.1", "watch_hours/all/2026-10/all", value)
  }

  @Test("Views") func views() throws {
    let value = try #require(try page("views/all/2026-10"))
    let platforms = try ["YouTube", "Instagram"].compactMap { try workbook("month.xlsx", "Views (\($0))", "2026-10") }
    #expect(platforms.count == 2 && platforms.reduce(0, +) == value)
    #expect(try summary("views") == value)
    #expect(frozen("views") == value)
    try expectPackage("2.1", "views/all/2026-10/all", value)
  }

  private func expectPackage(_ code: String, _ cell: String, _ value: Double) throws {
    #expect(try csv("data/indicators.csv", code) == value)
    #expect(try csv("excel/indicators.csv", code, delimiter: ";") == value)
    #expect(try csv("hxl/indicators.csv", code) == value)
    #expect(try workbook("package.xlsx", "actual", code) == value)
    #expect(try iati(code) == value)
    #expect(readme(cell) == value)
  }
}
