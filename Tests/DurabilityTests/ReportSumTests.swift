import Records
import Storage
import Testing
import Workflows

/// The sums that reports read are those of their parts, whatever happens to the parts.
@Suite struct ReportSumTests {
  private let home: TestHome
  private let first = [
    TestHome.Line(id: "UgxA1", author: "@aida", text: "Рахмат устаз жакшы маек"),
    TestHome.Line(id: "UgxA2", author: "@bek", text: "Спасибо за урок, очень полезно", day: -40),
  ]
  private let second = [TestHome.Line(id: "UgxB1", author: "@aida", text: "Кыздарды окутуу керек")]

  init() throws {
    home = try TestHome()
    try home.ingest(first, day: 0)
    try home.ingest(second, post: "PPPPPPPPPP2", day: 0)
    try home.analyse(0)
  }

  private func expectSums(of comments: Int, _ step: Comment) throws {
    #expect(try home.at(0).openForReading().read { try $0.monthsWithWrongSums() } == 0, step)
    #expect(try home.number("SELECT count(*) FROM stale_month") == 0, step)
    #expect(
      try home.number("SELECT coalesce(sum(comments), 0) FROM comment_month WHERE kind = 'all'") == comments, step)
  }

  @Test func theyFollowWhatComesAndExpires() throws {
    try expectSums(of: 3, "read")
    #expect(try home.number("SELECT count(DISTINCT month) FROM comment_month") == 2)
    try home.ingest([TestHome.Line(id: "UgxA3", author: "@cholpon", text: "Жакшы", day: 2)], day: 3)
    try home.analyse(3)
    try expectSums(of: 4, "more of them")
    _ = try home.at(91).runRetention()
    try expectSums(of: 4, "words expired")
    _ = try home.at(380).runRetention(clockIsRight: true)
    try expectSums(of: 4, "rows expired")
  }

  @Test func theyFollowWhatIsTakenOut() throws {
    let second = try home.number("SELECT max(id) FROM import")
    _ = try home.at(1).undoImport(Int64(second))
    try home.analyse(1)
    try expectSums(of: 2, "an import undone")
    _ = try home.at(1).purge(.creator("K01"), isRehearsal: false)
    try expectSums(of: 0, "a creator purged")
  }

  @Test func wrongSumsAreFoundAndMended() throws {
    try home.change("UPDATE comment_month SET comments = comments + 1")
    #expect(try home.at(0).openForReading().read { try $0.monthsWithWrongSums() } == 1)
    try home.at(0).recount()
    try expectSums(of: 3, "recounted")
  }
}
