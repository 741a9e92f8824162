import Records
import Testing

@testable import Figures

@Suite("What a cell is known by") struct CellKeyTests {
  @Test("Months and spans are read back", arguments: ["views/youtube/2026-10/all", "a.b/all/2026-07--2026-09/ky"])
  func there(id: String) { #expect(CellKey(id)?.id == id) }

  @Test(
    "Other texts are no keys",
    arguments: ["", "ky", "a/b/2026-Q3/all", "a/b/2026-09--2026-07/all", "a/b/2026-07-2026-09/all", "a/b/2026-13/all"])
  func notThere(id: String) { #expect(CellKey(id) == nil) }
}

@Suite("What follows from shown months and quarters") struct KnowledgeBoundsTests {
  private func key(_ span: String, _ platform: String = "all", _ language: String = "all") -> CellKey {
    CellKey("comments/\(platform)/\(span)/\(language)")
      ?? CellKey(
        measure: "", platform: "", first: Month(index: 0), last: Month(index: 0), language: "")
  }

  private let quarter = "2026-07--2026-09"

  @Test("A quarter less two months is the third")
  func quarterLessMonths() {
    let keys = [key(quarter), key("2026-07"), key("2026-08"), key("2026-09")]
    let ranges = KnowledgeBounds(Set(keys)).ranges([keys[0]: 98...102, keys[1]: 38...42, keys[3]: 48...52])
    #expect(ranges[keys[2]] == 4...16)
  }

  @Test("Overlapping quarters tell what lies between them")
  func overlap() {
    // July to September and August to October, with the four months together: July and October follow.
    let spans = [quarter, "2026-08--2026-10", "2026-07--2026-10", "2026-07", "2026-10", "2026-08--2026-09"]
    let keys = spans.map { key($0) }
    let ranges = KnowledgeBounds(Set(keys)).ranges([keys[0]: 60...60, keys[1]: 70...70, keys[2]: 90...90])
    #expect(ranges[keys[3]] == 20...20 && ranges[keys[4]] == 30...30 && ranges[keys[5]] == 40...40)
  }

  @Test("A platform's month follows from a quarter, the other platform and two months")
  func threeSteps() {
    var shown: [CellKey: ClosedRange<Double>] = [:]
    shown[key(quarter)] = 300...300
    shown[key(quarter, "youtube")] = 200...200
    shown[key("2026-07", "instagram")] = 50...50
    shown[key("2026-09", "instagram")] = 45...45
    let open = key("2026-08", "instagram")
    let keys = Set(shown.keys).union([open, key(quarter, "instagram")])
    #expect(KnowledgeBounds(keys).ranges(shown)[open] == 5...5)
  }

  @Test("Without the whole, nothing follows of the rest")
  func unknown() {
    let keys = [key(quarter), key("2026-07"), key("2026-08")]
    let ranges = KnowledgeBounds(Set(keys)).ranges([keys[1]: 40...40])
    #expect((ranges[keys[2]]?.upperBound ?? 0) > 1e9 && ranges[keys[0]]?.lowerBound == 40)
  }
}
