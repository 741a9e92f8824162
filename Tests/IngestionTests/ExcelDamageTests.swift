import Ingestion
import Records
import Testing

@Suite struct ExcelDamageTests {
  private func decimal(_ text: String, beside cells: [String]) -> Reported<Double>? {
    text.withBytes { ExcelDecimal(cells).value($0) }
  }

  @Test(arguments: [
    ("03.май", 3.5), ("3.апр", 3.4), ("17.июн", 17.6), ("17.юни", 17.6), ("03.мая", 3.5), ("3-May", 3.5),
    ("03.May.2026", 3.5), ("8.ноя", 8.11), ("31.дек", 31.12), (" 1.янв. ", 1.1),
  ]) func datesBecomeDecimalsAgain(_ text: String, _ value: Double) {
    #expect(decimal(text, beside: ["74.3", "0.8", "41.0"]) == .known(value))
  }

  @Test func whatMayBeTwoDecimalsIsRefused() {
    let short = ["74.3", "0.8"]
    let hundredths = ["74.35", "0.8", "1.0"]
    let long = ["8.2409", "80.1", "88.3409"]
    // 3.5 or 3.05: nothing tells, or the column has both kinds.
    #expect(decimal("03.май", beside: short) == .unreadable("03.май"))
    #expect(decimal("03.май", beside: hundredths) == .unreadable("03.май"))
    #expect(decimal("03.ноя", beside: long) == .known(3.11))
    // 5.26 or 5.2026.
    #expect(decimal("май.26", beside: hundredths) == .known(5.26))
    #expect(decimal("May.2026", beside: hundredths) == .known(5.26))
    #expect(decimal("май.26", beside: long) == .unreadable("май.26"))
    #expect(decimal("авг.9016", beside: long) == .known(8.9016))
    #expect(decimal("авг.9016", beside: hundredths) == .unreadable("авг.9016"))
  }

  @Test(arguments: ["3.5", "3,5", "", "03.05.2026", "май", "3 мая 2026 г.", "1,2 тыс.", "12", "0.май", "32.май"])
  func otherCellsAreLeftAlone(_ text: String) {
    #expect(decimal(text, beside: ["74.3", "0.8", "41.0"]) == nil)
  }

  @Test(arguments: [
    ("0:03:29", 209.0), ("0,00241898", 209), ("0.00241898148148148", 209), ("0,0008", nil), ("0.5", nil), ("62", 62),
    ("13,5", 13.5), ("", nil),
  ]) func clocksMayBeSharesOfADay(_ text: String, _ seconds: Double?) {
    #expect(text.withBytes { DurationParser.clock($0) } == seconds)
  }

  private func published(_ dates: [String], name: String) throws -> [String] {
    let header = "Post ID,Account ID,Publish time,Permalink,Views\n"
    let rows = dates.enumerated().map { "1790000000000000\($0.offset),1,\($0.element),https://x/p/\($0.offset)/,1\n" }
    let sink = RecordingSink()
    let hints = SourceHints(names: [name], receivedOn: Fixture.receivedOn)
    try SourceReader().read(MemorySource(Array((header + rows.joined()).utf8)), hints: hints, into: sink)
    return sink.lines.compactMap { line in
      line.split(separator: "\"published\": \"").dropFirst().first.map { String($0.prefix(10)) }
    }
  }

  @Test func swappedDatesAreSwappedBack() throws {
    // What Excel could not read tells that the file was American.
    #expect(
      try published(["05.06.2026 10:00", "05/25/2026 10:00"], name: "x.csv") == ["2026-05-06", "2026-05-25"])
    #expect(
      try published(["05.06.2026 10:00", "03.07.2026 10:00"], name: "May-01-2026_May-31-2026_1.csv")
        == ["2026-06-05", "2026-07-03"])
    #expect(
      try published(["05.06.2026 10:00", "05.07.2026 10:00"], name: "May-01-2026_May-31-2026_1.csv")
        == ["2026-05-06", "2026-05-07"])
    // Nothing tells: they are left as they are.
    #expect(try published(["05.06.2026 10:00"], name: "x.csv") == ["2026-06-05"])
    #expect(try published(["25.06.2026 10:00", "05/25/2026 10:00"], name: "x.csv") == ["2026-06-25", "2026-05-25"])
    #expect(try published(["05.06.2026 10:00", "05/06/2026 10:00"], name: "x.csv") == ["2026-06-05", "2026-05-06"])
  }

  private func problems(of table: String, name: String = "AAAAAAAAAAA.csv") throws -> (codes: [String], records: Int) {
    let sink = RecordingSink()
    let hints = SourceHints(names: [name, "x 2026-10-01_2026-10-31"], receivedOn: Fixture.receivedOn)
    try SourceReader().read(MemorySource(Array(table.utf8)), hints: hints, into: sink)
    return (sink.problems.map(\.code), sink.lines.count { $0.hasPrefix("{\"comment\"") || $0.hasPrefix("{\"post\"") })
  }

  @Test func totalsByHandAreLeftOut() throws {
    let table = "Автор,Текст,Лайки\nA,один,1\nB,Итого,2\n,Всего,3\nИтого:,,6\n"
    // A comment may be the very word; a row without an author that only sums is none.
    #expect(try problems(of: table) == (["row.total-by-hand", "row.total-by-hand"], 2))
    let studio = "Content,Video title,Views\nИтого,,5\nAAAAAAAAAAA,a,5\nИтого,,5\nЧужое,,5\n"
    #expect(try problems(of: studio) == (["row.total-by-hand", "studio.bad-key"], 1))
  }

  @Test func linesAboveATableAreLeftOut() throws {
    let above = "Отчёт за октябрь,,\n\"Кому: штаб\nдата, 5\",,\n,,\n"
    let table = "Content,Video title,Views\nAAAAAAAAAAA,a,5\n"
    #expect(try problems(of: above + table) == ([], 1))
    #expect(try problems(of: String(repeating: "x,y,z\n", count: 9) + table) == (["format.unknown"], 0))
  }
}
