import GRDB
import Records
import Storage
import TestSupport
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
    let wrong = try home.at(0).openForReading().read { (try $0.monthsWithWrongSums(), try $0.talksWithWrongSums()) }
    #expect(wrong == (0, 0), step)
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

  @Test func theyComeBackWithABackup() throws {
    let path = home.folder.path + "/backup"
    _ = try home.at(0).backUp(to: path)
    _ = try home.at(1).purge(.everything)
    try expectSums(of: 0, "all purged")
    _ = try home.at(1).restore(from: path, replace: true)
    try expectSums(of: 3, "restored")
  }

  /// Rows made by hand: two accounts, one with two posts; one cell has a frozen part, and one of another reader.
  @Test func theyAreWhatAHandAddsUp() throws {
    try home.change(
      """
      DELETE FROM comment_rollup;
      INSERT INTO reader (fingerprint) VALUES ('other');
      INSERT INTO post (account, platform, external_id) SELECT max(id), 'youtube', 'PPPPPPPPPP3' FROM account;
      WITH rows (post, month, language, kind, label, frozen, comments, commenters) AS (VALUES
        ('PPPPPPPPPP1', 100, 'ky', 'all', '', 0, 5, 4), ('PPPPPPPPPP1', 100, 'ky', 'all', '', 1, 7, 6),
        ('PPPPPPPPPP2', 100, 'ky', 'all', '', 0, 3, 3), ('PPPPPPPPPP2', 100, 'ru', 'all', '', 0, 2, 1),
        ('PPPPPPPPPP1', 101, 'ky', 'response', 'supportive', 0, 1, 1),
        ('PPPPPPPPPP3', 100, 'ky', 'all', '', 0, 9, 8))
      INSERT INTO comment_rollup (post, month, language, kind, label, reader, frozen, comments, commenters)
        SELECT post.id, month, language, rows.kind, label, 1, frozen, comments, commenters
        FROM rows JOIN post ON external_id = rows.post;
      INSERT INTO comment_rollup (post, month, language, kind, label, reader, frozen, comments, commenters)
        SELECT post, month, language, kind, label, 2, 0, 10, 2 FROM comment_rollup
        WHERE month = 101;
      """)
    #expect(try home.number("SELECT count(*) FROM stale_month") > 0)
    try home.at(0).openForWriting("test").write { _ in }
    let sums = try home.sql(
      """
      SELECT code || ' ' || month || ' ' || language || ' ' || kind || ' ' || label || ' ' || comments || ' ' || commenters
      FROM comment_month JOIN account ON account.id = account JOIN creator ON creator.id = creator ORDER BY 1
      """
    ).map { $0[0] as String }
    #expect(
      sums == [
        "K01 100 ky all  15 6", "K01 100 ru all  2 1", "K01 101 ky response supportive 11 2", "ZEBRA77 100 ky all  9 8",
      ])
    try home.change("UPDATE post SET account = (SELECT max(id) FROM account) WHERE external_id = 'PPPPPPPPPP2'")
    try home.at(0).openForWriting("test").write { _ in }
    try expectSums(of: 26, "a post that moved")
    #expect(try home.number("SELECT comments FROM comment_month WHERE language = 'ru'") == 2)
  }

  @Test func wrongSumsAreFoundAndMended() throws {
    try home.change(
      "UPDATE comment_month SET comments = comments + 1 WHERE month = (SELECT max(month) FROM comment_month)")
    #expect(try home.at(0).openForReading().read { try $0.monthsWithWrongSums() } == 1)
    #expect(Doctor.finding("tallies", home.at(0))?.grade == .bad)
    try home.at(0).recount()
    try expectSums(of: 3, "recounted")
  }
}
