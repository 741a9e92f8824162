import Foundation
import GRDB
import Protection
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// Readings, codes, frozen tallies, creators, releases: whatever Minbar does keeps their seals, whatever else changes
/// them is noticed.
@Suite struct RowSealTests {
  private let home: TestHome
  private let lines = [
    TestHome.Line(id: "UgxA", author: "@aida", text: "Рахмат устаз, кыздар окусун"),
    TestHome.Line(id: "UgxB", author: "@bek", text: "Туура эмес айттыңыз"),
  ]

  init() throws {
    home = try TestHome()
    try home.ingest(title: "Кыздар окусун, билим алсын", post: "PPPPPPPPPP1", day: 0)
    try home.ingest(lines, day: 0)
    try home.analyse(0)
    try home.at(0).openForWriting("test").write { writer in
      let post = try #require(try writer.reader.post(platform: .youtube, externalID: "PPPPPPPPPP1"))
      let text = CodedText(post: post.id, place: .sentence(part: "title", range: 0..<5), textMark: 5)
      try writer.save(Coding(sentiment: .positive), of: text, coder: "A")
      let month = Month(year: 2026, month: 9)
      let cell = StoredReleaseCell(
        cell: "c", isShown: true, size: 10, isComplete: true, values: [10, nil, nil, nil],
        parts: [.init(creator: "K01", contribution: 10, commenters: 10)])
      try writer.addRelease(
        [cell], series: "", from: month, through: month,
        sha256: Array(repeating: 1, count: 32), at: home.at(0).now)
      try writer.add(
        MonthStep(
          month: month, edition: 1, step: .prepared, by: "anna", at: home.at(0).now,
          sha256: Array(repeating: 2, count: 32)))
      let figures = [SealedFigure(figure: "views"), SealedFigure(figure: "views", value: 10)]
      try writer.freeze([figures[1]], month: month, edition: 1)
      try writer.addErratum(
        month: month, edition: 1, old: figures[0], new: figures[1], reason: "counted late", by: "anna",
        at: home.at(0).now)
    }
  }

  private func broken(_ day: Double = 0) throws -> [String] {
    try home.at(day).openForReading().read { try $0.brokenRowSeals().map(\.part) }
  }

  private func due() throws -> Int { try home.number("SELECT count(*) FROM seal_due") }

  @Test func everyPartIsSealed() throws {
    #expect(try broken() == [])
    let sealed = try home.sql("SELECT DISTINCT part FROM row_seal ORDER BY 1").map { $0[0] as String }
    #expect(
      sealed == [
        "codes", "comment readings", "creators", "imports", "months", "posts", "releases", "talk readings",
      ])
    _ = try home.at(91).runRetention()
    #expect(try home.number("SELECT count(*) FROM row_seal WHERE part = 'frozen tallies'") == 1)
  }

  @Test func whatMinbarDoesKeepsTheSeals() throws {
    let steps: [(day: Double, step: () throws -> Void)] = [
      (1, { try home.ingest(lines + [.init(id: "UgxC", author: "@cholpon", text: "Омийин")], day: 1) }),
      (1, { try home.analyse(1) }), (2, { _ = try home.at(2).rotateKeys() }),
      (3, { try home.at(3).undoImport(3) }), (3, { try home.at(3).recount() }),
      (4, { try home.at(4).save([TestHome.creator("K02", "UCsampleCCCCCCCCCCCCCCCC")]) }),
      (91, { _ = try home.at(91).runRetention() }), (92, { try home.ingest(lines, day: 92) }),
      (93, { _ = try home.at(93).purge(.post("PPPPPPPPPP1")) }), (400, { _ = try home.at(400).runRetention() }),
      (401, { _ = try home.at(401).purge(.everything) }),
    ]
    for (day, step) in steps {
      try step()
      #expect(try broken(day) == [] && due() == 0, "day \(day)")
    }
    #expect(try home.number("SELECT count(*) FROM row_seal") == 0)
  }

  /// What a failing disk changes runs no trigger; what another program changes does.
  @Test(
    arguments: [
      ("comment_reading", "UPDATE comment_reading SET sentiment = 'mixed'", "comment readings"),
      ("talk_reading", "UPDATE talk_reading SET language = 'ru'", "talk readings"),
      ("talk_finding", "UPDATE talk_finding SET stance = 'opposes'", "talk readings"),
      ("label", "UPDATE label SET value = 'negative'", "codes"),
      ("coded_text", "UPDATE coded_text SET weight = 9", "codes"),
      ("creator", "UPDATE creator SET country = 'XX'", "creators"),
      ("consent", "UPDATE consent SET valid_until = 99999", "creators"),
      ("release_cell", "UPDATE release_cell SET value = 11", "releases"),
      ("release_part", "DELETE FROM release_part", "releases"),
      ("post", "UPDATE post SET title = 'other'", "posts"),
      ("import", "UPDATE import SET received_at = received_at - 9", "imports"),
      ("source_file", "UPDATE source_file SET accepted = 9", "imports"),
      ("month_step", "UPDATE month_step SET code_name = 'B'", "months"),
      ("sealed_figure", "UPDATE sealed_figure SET value = 11", "months"),
      ("erratum", "UPDATE erratum SET new_value = 11", "months"),
    ], [false, true])
  func silentChangesAreFound(_ change: (table: String, statement: String, part: String), runsTriggers: Bool) throws {
    if !runsTriggers {
      for event in ["update", "delete"] { try home.change("DROP TRIGGER \(change.table)_\(event)_unseals") }
    }
    try home.change(change.statement)
    #expect(try (due() > 0) == runsTriggers)
    #expect(try broken() == [change.part])
    let finding = Doctor.finding("seals", home.at(0))
    #expect(finding?.grade == .bad && finding?.found.contains(change.part) == true)
    // A command that writes later does not cover it up.
    _ = try? home.at(0).set("text-days", to: "80")
    #expect(try broken() == [change.part])
    let copy = home.folder.path + "/copy"
    #expect(throws: (any Error).self) { try home.at(0).backUp(to: copy) }
  }

  @Test func frozenTalliesAreSealed() throws {
    _ = try home.at(91).runRetention()
    #expect(try broken(91) == [])
    try home.change("DROP TRIGGER comment_rollup_update_unseals")
    try home.change("UPDATE comment_rollup SET comments = comments + 1 WHERE frozen = 1")
    #expect(try broken(91) == ["frozen tallies"])
  }
}

extension Doctor {
  /// What one check says.
  static func finding(_ check: String, _ workspace: Workspace) -> HealthFinding? {
    (try? Doctor(workspace).examine(fingerprint: ""))?.first { $0.check == check }
  }
}
