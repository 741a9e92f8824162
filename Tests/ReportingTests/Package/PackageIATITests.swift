import Reporting
import Testing

@Suite("IATI 2.03 results")
struct PackageIATITests {
  /// Children that each element may have, in the standard's order.
  private static let order: [String: [String]] = [
    "iati-activity": [
      "iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status",
      "activity-date", "result",
    ],
    "result": ["title", "description", "document-link", "reference", "indicator"],
    "indicator": ["title", "description", "document-link", "reference", "baseline", "period"],
    "baseline": ["location", "dimension", "document-link", "comment"],
    "period": ["period-start", "period-end", "target", "actual"],
    "target": ["location", "dimension", "comment", "document-link"],
    "actual": ["location", "dimension", "comment", "document-link"],
  ]

  @Test("Elements stand in the standard's order")
  func order() throws {
    let root = try XMLTree.read(PackageSupport.files(PackageSupport.package())["iati/result.xml"])
    var seen = 0
    for (name, allowed) in Self.order {
      for element in root.all(name) {
        let places = element.children.map { allowed.firstIndex(of: $0.name) ?? -1 }
        #expect(!places.contains(-1) && places == places.sorted(), "\(name): \(element.children.map(\.name))")
        seen += 1
      }
    }
    #expect(seen > 40)
    #expect(root.all("iati-activities").first?.attributes["version"] == "2.03")
    #expect(root.all("baseline").allSatisfy { $0.attributes["year"] == "2026" })
    #expect(root.all("result").map { $0.attributes["type"] } == ["1", "2", "2", "3"])
  }

  @Test("Values are those of the table; bounded and hidden ones have none, and say why")
  func values() throws {
    let files = try PackageSupport.files(PackageSupport.package())
    let rows = try PackageSupport.table(files["data/indicators.csv"])
    let indicators = try XMLTree.read(files["iati/result.xml"]).all("indicator")
    #expect(indicators.count == rows.count)
    for row in rows {
      let own = try #require(
        indicators.first { $0.all("reference").first?.attributes["code"] == row["indicator_code"] })
      let whole = try #require(own.all("actual").first { $0.all("dimension").isEmpty })
      #expect((whole.attributes["value"] ?? "") == row["actual"])
      #expect((own.all("target").first?.attributes["value"] ?? "") == row["target"])
      let said = whole.all("narrative").first?.text ?? ""
      for key in ["low", "high"] { #expect(said.contains(row[key] ?? ""), "\(row["indicator_code"] ?? "") \(said)") }
      #expect(row["actual"] != "" || !said.isEmpty)
    }
  }
}
