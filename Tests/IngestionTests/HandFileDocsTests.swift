import Ingestion
import Records
import TestSupport
import Testing

/// The tables in `docs/files-by-hand.md` are read as the page promises.
@Suite struct HandFileDocsTests {
  private static func tables() throws -> [String] {
    try ProjectFolder.text("docs/files-by-hand.md").split(separator: "```\n").enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func thePageHasTablesOfBothKindsInFourLanguages() throws {
    #expect(try Self.tables().count == 8)
  }

  @Test(arguments: try Self.tables()) func tablesAreReadWithoutProblem(_ table: String) throws {
    let sink = RecordingSink()
    let hints = SourceHints(names: ["x.csv"], receivedOn: Fixture.receivedOn)
    try SourceReader().read(MemorySource(Array(table.utf8)), hints: hints, into: sink)
    #expect(sink.problems.isEmpty)
    let rows = table.split(separator: "\n").count - 1
    #expect(sink.lines.count { $0.hasPrefix("{\"figure\"") || $0.hasPrefix("{\"card\"") } == rows)
  }
}
