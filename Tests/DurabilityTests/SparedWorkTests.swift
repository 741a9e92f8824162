import Testing
import Workflows

/// What an import or a report has no need of is not worked out.
@Suite struct SparedWorkTests {
  private let home: TestHome

  init() throws {
    home = try TestHome()
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 0)
  }

  @Test func commentsLeaveMonthlyFiguresAlone() throws {
    let figures = "SELECT count(*) FROM metric_rollup WHERE known = 77"
    try home.change("UPDATE metric_rollup SET known = 77")
    let rows = try home.number(figures)
    try #require(rows > 0)
    try home.ingest([.init(id: "UgxA", author: "@aida", text: "Рахмат устаз")], day: 0)
    #expect(try home.number(figures) == rows)
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 1)
    #expect(try home.number(figures) < rows, "numbers that come are worked out")
  }

  @Test func theLexiconIsCompiledOnlyToRead() throws {
    let engine = try TestHome.engine.get()
    var made = 0
    func analyse() throws -> Int {
      try AnalyseWorkflow(
        home.at(0), fingerprint: engine.fingerprint,
        engine: {
          made += 1
          return engine
        }
      ).run().posts
    }
    #expect(try analyse() == 1 && made == 1)
    #expect(try analyse() == 0 && made == 1)
  }
}
