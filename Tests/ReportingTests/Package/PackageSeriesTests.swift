import Figures
import Records
import Reporting
import Testing

@Suite("Packages after one another") struct PackageSeriesTests {
  private func rows(_ package: ReportPackage, _ name: String = "indicators") throws -> [[String: String]] {
    try PackageSupport.table(PackageSupport.files(package)["data/\(name).csv"])
  }

  private let comments = [PackageSupport.indicator("3.4", .comments, .engagement)]

  private func released(_ package: ReportPackage, series: String, at second: Int64) -> [ReleasedCell] {
    package.released.map { cell in
      var cell = cell
      (cell.series, cell.at) = (series, Instant(seconds: second))
      return cell
    }
  }

  @Test("A second reader with one author more is not told the one author's comments")
  func oneMore() throws {
    let four = SampleTallies.data()
    var three = SampleTallies.data()
    three.creators[3].sharedWithDonors = []
    let first = try PackageSupport.package(three, comments)
    #expect(try rows(first)[0]["status"] == "published")
    let history = ReleaseHistory([released(first, series: "A1", at: 1)], series: "B2")
    #expect(try rows(PackageSupport.package(four, comments, history: history))[0]["status"] == "suppressed")
    #expect(try rows(PackageSupport.package(four, comments))[0]["status"] == "published")
  }

  @Test("A month that was told stands in the quarter's table of months until it changes by ten")
  func stands() throws {
    let first = try PackageSupport.package(SampleTallies.data(), comments)
    var later = SampleTallies.data()
    later.comments += SampleTallies.comment(.kyrgyz, .supportive)
    for _ in 0..<4 { later.comments += SampleTallies.comment(.kyrgyz, .supportive) }
    let history = ReleaseHistory([released(first, series: "A1", at: 1)], series: "A1")
    let value = try rows(first)[0]["actual"]
    #expect(try rows(PackageSupport.package(later, comments, history: history))[0]["actual"] == value)
    #expect(try rows(PackageSupport.package(later, comments))[0]["actual"] != value)
  }

  @Test("An erratum names what the reader was given and is given now")
  func errata() throws {
    let first = try PackageSupport.package()
    var corrected = SampleTallies.data()
    let place = try #require(
      corrected.metrics.firstIndex { $0.metric == .views && $0.month == SampleTallies.month && $0.account == 1 })
    corrected.metrics[place].value = 2_200
    let erratum = Erratum(
      number: 7, month: SampleTallies.month, old: SealedFigure(figure: "views/youtube", value: 999),
      new: SealedFigure(figure: "views/youtube", value: 998), reason: "A late export.", by: "A", at: Instant(seconds: 5)
    )
    let history = ReleaseHistory([released(first, series: "A1", at: 1)], series: "A1")
    let package = try PackageSupport.package(corrected, history: history, errata: [erratum])
    let told = try rows(package, "errata")
    #expect(told.count == 2, "of all platforms, and of the one")
    #expect(Set(told.map { $0["platform"] }) == ["all", "youtube"])
    let all = try #require(told.first { $0["platform"] == "all" })
    #expect(all["erratum"] == "7" && all["earlier_value"] == "34200" && all["value"] == "35200")
    #expect(all["reason"] == "A late export." && all["status"] == "published")
    // What the house froze is nobody's business.
    #expect(!told.contains { $0.values.contains("999") || $0.values.contains("998") })
    #expect(
      try rows(PackageSupport.package(corrected, errata: [erratum]), "errata").isEmpty, "nothing was given before")
  }

  @Test("A draft says so on every row, page and title")
  func draft() throws {
    let files = try PackageSupport.files(PackageSupport.package(isDraft: true))
    for (path, bytes) in files where path.hasSuffix(".html") || path.hasSuffix(".xml") || path.hasSuffix(".json") {
      #expect(WordsSupport.text(bytes).contains("DRAFT"), "\(path)")
    }
    for (path, bytes) in files where path.hasPrefix("data/") {
      #expect(try PackageSupport.table(bytes).allSatisfy { $0["draft"] == "DRAFT" }, "\(path)")
    }
    let plain = try PackageSupport.files(PackageSupport.package())
    for (path, bytes) in plain where !path.hasSuffix(".html") {
      #expect(!WordsSupport.text(bytes).contains("DRAFT"), "\(path)")
    }
  }
}
