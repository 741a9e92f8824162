import Ingestion
import Records
import Testing

/// Which times of comments are those of the clocks where a table was made.
@Suite struct LocalTimeTests {
  private func time(_ text: String, _ name: String = "AAAAAAAAAAA.csv") throws -> Instant? {
    let sink = RecordingSink()
    let hints = SourceHints(names: [name], receivedOn: Fixture.receivedOn, clock: LocalClock { _ in 6 * 3_600 })
    try SourceReader().read(MemorySource(Array(text.utf8)), hints: hints, into: sink)
    return sink.comments.first?.publishedAt
  }

  @Test(arguments: ["Date", "Дата", "Sana", "Time"]) func peopleWriteLocalTimes(_ column: String) throws {
    let found = try time("Author,Comment,\(column)\n@a,Рахмат,16.10.2026 21:30\n")
    #expect(found?.description == "2026-10-16T15:30:00Z")
  }

  @Test(arguments: ["publishedAt", "created_at", "timestamp"]) func programsWriteUTC(_ column: String) throws {
    let found = try time("Author,Comment,\(column)\n@a,Рахмат,2026-10-16 21:30:00\n")
    #expect(found?.description == "2026-10-16T21:30:00Z")
  }

  @Test func aStatedZoneCounts() throws {
    let found = try time("Author,Comment,Date\n@a,Рахмат,2026-10-16T21:30:00Z\n")
    #expect(found?.description == "2026-10-16T21:30:00Z")
  }

  @Test func serialsAreLocalToo() throws {
    #expect(try time("Author,Comment,Date\n@a,Рахмат,46311.5\n")?.description == "2026-10-16T06:00:00Z")
  }
}
