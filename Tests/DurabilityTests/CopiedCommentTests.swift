import Foundation
import GRDB
import Records
import Storage
import TestSupport
import Testing
import Workflows

@Suite("Copied comments in the archive")
struct CopiedCommentTests {
  private let home: TestHome
  private static let text = "Бул сабакты биздин айылдагы бардык ата-энелер угушу керек экен, кыздарды окутуу парз"
  private static let other =
    "Кечиресиз, базарга барганда соодагерлер менен кантип сүйлөшүү керектиги жөнүндө айтып берсеңиз"

  init() throws { home = try TestHome() }

  private func lines(_ count: Int, from first: Int = 0, _ text: String = Self.text) -> [TestHome.Line] {
    (first..<first + count).map { TestHome.Line(id: "Ugx\($0)", author: "@a\($0)", text: text) }
  }

  private func check() throws -> [Int] {
    let row = try #require(try home.sql("SELECT compared, groups, copied FROM copy_check").first)
    return [row[0], row[1], row[2]]
  }

  @Test("Copies are found across posts and pages, and only counts are kept of them")
  func found() throws {
    try home.ingest(lines(2) + lines(1, from: 90, Self.other), day: 0)
    try home.ingest(lines(2, from: 10), post: "PPPPPPPPPP2", creator: "ZEBRA77", day: 0)
    try home.analyse(0)
    #expect(try check() == [5, 1, 4])
    #expect(try home.number("SELECT sum(comments) FROM copied_rollup") == 4)
    #expect(try home.number("SELECT count(DISTINCT post) FROM copied_rollup") == 2)
    let sketches = try home.sql("SELECT sketch FROM comment_reading").map { $0[0] as Data }
    #expect(sketches.count == 5 && Set(sketches).count == 5, "four times the same words, and nobody sees it")
    #expect(sketches.allSatisfy { $0.count == 50 })
  }

  @Test("Sketches go with the words, counts stay")
  func retention() throws {
    try home.ingest(lines(4), day: 0)
    try home.analyse(0)
    #expect(try check() == [4, 1, 4])
    #expect(try home.at(90).runRetention().comments == 4)
    #expect(try home.number("SELECT count(*) FROM comment_reading WHERE sketch IS NOT NULL") == 0)
    #expect(try check() == [4, 1, 4])
    // What comes later finds the month partly expired: it is not compared by halves.
    try home.ingest(lines(3, from: 50, Self.other), day: 91)
    try home.analyse(91)
    #expect(try check() == [4, 1, 4])
    #expect(try home.number("SELECT count(*) FROM stale_copies") == 0)
  }

  @Test("An import that is undone takes its copies out of the count")
  func undo() throws {
    try home.ingest(lines(2), day: 0)
    try home.ingest(lines(2, from: 10), post: "PPPPPPPPPP2", day: 0)
    try home.analyse(0)
    #expect(try check() == [4, 1, 4])
    try home.at(1).undoImport(2)
    try home.analyse(1)
    #expect(try check() == [2, 0, 0])
    #expect(try home.number("SELECT count(*) FROM copied_rollup") == 0)
  }

  @Test("Short wishes and blessings are not compared")
  func wishes() throws {
    try home.ingest(lines(5, "Рахмат устаз жакшы маек"), day: 0)
    try home.analyse(0)
    #expect(try check() == [0, 0, 0])
  }
}
