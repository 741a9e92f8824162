import Foundation
import TestSupport
import Testing

/// What staff make themselves: workbooks, cards of talks, figures off a screen.
@Suite struct HandRecordTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private func lines(_ kind: String) throws -> [String] {
    try program.run("dump", "--logical").output.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(kind + "\t") }
  }

  @Test func figuresOfAWorkbookAreKeptApart() throws {
    let before = try lines("metric")
    let book = "Tests/IngestionTests/Fixtures/figures-by-hand/цифры вручную.xlsx"
    let result = try program.run("ingest", book)
    #expect(result.status == 1, "some of its rows are refused")
    let figures = try lines("hand-figure")
    #expect(figures.count == 3)
    #expect(figures.allSatisfy { $0.contains("\tcode=\"K0") && !$0.contains("Сотрудник") && !$0.contains(".png") })
    #expect(try lines("metric") == before)
    try program.run("imports", "undo", "1")
    #expect(try lines("hand-figure").isEmpty)
  }

  @Test func cardsFindTheirTalks() throws {
    let zip = "Samples/exports/2026-10/YouTube/Контент 2026-10-01_2026-10-31 Айыл имамы.zip"
    try program.run("ingest", zip)
    let post = try #require(try lines("post").first { $0.contains("\ttitle=") })
    let parts = post.split(separator: "\t").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      .map { $0.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) } }
    let known = Dictionary(
      parts.filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    let id = try #require(known["external_id"])
    let title = try #require(known["title"])
    let seconds = try #require(known["published_at"].flatMap(Double.init))
    let day = Date(timeIntervalSince1970: seconds).ISO8601Format().prefix(10)
    let quoted = "\"" + title.replacing("\"", with: "\"\"") + "\""
    let table = """
      Link,Title,Date,Declared themes,Target group,Campaign,Boosted,Summary
      https://youtu.be/\(id),,,peace,,,yes,
      ,\(quoted),\(day),peace;work,young people,,no,
      ,A talk that nobody gave,\(day),peace,,,,

      """
    let result = try program.run("ingest", try folder.write("cards.csv", table.utf8))
    #expect(result.output.contains("card.talk-unknown") || result.errors.contains("card.talk-unknown"))
    let cards = try lines("talk-card")
    #expect(cards.count == 1)
    // The second row speaks of the same talk; the later one counts.
    let card = try #require(cards.first)
    for part in ["\tthemes=\"peace", "work\"\t", "\ttarget_group=\"young people\"", "\tboosted=0"] {
      #expect(card.contains(part), "\(card) lacks \(part)")
    }
  }

  @Test func aWorkbookIsTakenAsAnExport() throws {
    let book = "Tests/IngestionTests/Fixtures/youtube-studio-table/Контент 2026-10-01_2026-10-31 Пример.xlsx"
    let result = try program.run("ingest", "--creator", "K01", book)
    #expect(result.status == 0)
    #expect(try lines("post").count == 3)
    #expect(try lines("import").count == 1)
    #expect(try lines("import").first?.contains("dialect=\"sheet\"") == true)
  }
}
