import Ingestion
import Records
import Reporting
import TestSupport
import Testing

@Suite("The month as a workbook")
struct MonthWorkbookTests {
  private func parts(_ data: ProgrammeData, _ language: ReportLanguage = .english) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    let book = MonthWorkbook(
      data: data, month: SampleTallies.month, words: try WordsSupport.words()[language],
      preparedOn: SampleTallies.preparedOn)
    try book.writeXLSX(to: folder.path + "/a.xlsx")
    return try PackageSupport.parts(folder.path + "/a.xlsx")
  }

  /// Cells of a sheet by row and column letter.
  private func cells(_ parts: [String: [UInt8]]) throws -> [[String: String]] {
    try PackageSupport.cells(parts, sheet: 1)
  }

  @Test("Each month is a row; what is not certain stands apart, as at least")
  func numbers() throws {
    var data = SampleTallies.data()
    data.metrics.removeAll { $0.account == 1 && $0.month == SampleTallies.month && $0.metric == .views }
    let rows = try cells(parts(data))
    #expect(rows.count == 13 && rows[0]["D"] == "Views (YouTube)" && rows[12]["A"] == "2026-10")
    #expect(rows[11]["D"] == "10000" && rows[11]["E"] == nil)
    #expect(rows[12]["B"] == "23400" && rows[12]["D"] == nil && rows[12]["E"] == "9600")
  }

  @Test("Charts draw the columns that they are named for, in every language", arguments: ReportLanguage.allCases)
  func charts(language: ReportLanguage) throws {
    let parts = try parts(SampleTallies.data(), language)
    let rows = try cells(parts)
    let charts = try (1...3).map { try XMLTree.read(parts["xl/charts/chart\($0).xml"]) }
    #expect(parts["xl/charts/chart4.xml"] == nil)
    for chart in charts {
      let title = chart.all("c:title").first?.all("a:t").first?.text ?? ""
      let names = chart.all("c:ser").compactMap { $0.all("c:tx").first?.all("c:f").first?.text }
      #expect(!names.isEmpty)
      for name in names {
        let column = try #require(name.split(separator: "$").dropFirst().first)
        #expect(rows[0][String(column)]?.hasPrefix(title) == true, "\(title): \(name)")
      }
    }
  }
}
