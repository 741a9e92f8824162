import Foundation
import TestSupport
import Testing

/// What a new export changed, and columns that people named.
@Suite struct ImportDiffTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private func table(_ name: String, _ rows: [String]) throws -> String {
    let lines = ["Content,Video title,Views,Likes"] + rows
    return try folder.write(
      name + "/Content 2026-10-01_2026-10-31 Айыл имамы.csv", Array(lines.joined(separator: "\n").utf8))
  }

  private struct Diff: Decodable {
    struct Row: Decodable {
      let metric: String
      let new: Int
      let unchanged: Int
      let restated: Int
    }
    struct Change: Decodable {
      let post: String?
      let firstReported: Double?
      let before: Double?
      let latest: Double?
    }
    let rows: [Row]
    let changes: [Change]
    let newPosts: [String]
    let leftOutPosts: [String]
  }

  private func diff(_ numbers: String...) throws -> Diff {
    let run = try program.run(["imports", "diff"] + numbers + ["--format", "json"])
    return try JSONDecoder().decode(Diff.self, from: Data(run.output.utf8))
  }

  @Test func firstReportedAndLatestAreBothKept() throws {
    let files = [
      try table("a", ["AAAAAAAAAAA,Бир,100,5", "BBBBBBBBBBB,Эки,50,2"]),
      try table("b", ["AAAAAAAAAAA,Бир,120,5", "BBBBBBBBBBB,Эки,50,2"]),
      try table("c", ["AAAAAAAAAAA,Бир,110,5", "CCCCCCCCCCC,Үч,7,1"]),
    ]
    for file in files { #expect(try program.run("ingest", file).status == 0) }
    let third = try diff("3")
    let change = try #require(third.changes.first)
    #expect(third.changes.count == 1 && change.post == "AAAAAAAAAAA")
    #expect(change.firstReported == 100 && change.before == 120 && change.latest == 110)
    #expect(third.newPosts == ["CCCCCCCCCCC"])
    let views = try #require(third.rows.first { $0.metric == "views" })
    #expect(views.new == 1 && views.restated == 1 && views.unchanged == 0)
    let pair = try diff("1", "3")
    #expect(pair.changes.first?.before == 100 && pair.leftOutPosts == ["BBBBBBBBBBB"])
    #expect(try program.run("imports", "diff", "9").status == 1)
    #expect(try program.run("imports", "diff").status == 2)
  }

  @Test func columnsAreNamedOnceForEveryFileWithTheirHeader() throws {
    let text = "Мазмун,Аталышы,Көрүүлөр,Киреше\nAAAAAAAAAAA,Бир,100,0.5\nBBBBBBBBBBB,Эки,50,0.1\n"
    let file = try folder.write("Мазмун 2026-10-01_2026-10-31 Айыл имамы.csv", Array(text.utf8))
    #expect(try program.run("ingest", file).status == 1)
    let asked = try program.run("formats", "map", file)
    #expect(asked.status == 0 && asked.output.contains("Көрүүлөр") && asked.output.contains("?"))
    let wrong = try program.run("formats", "map", file, "--column", "Көрүүлөр=viewz")
    #expect(wrong.status == 1 && wrong.errors.contains("formats roles"))
    let kept = try program.run(
      "formats", "map", file, "--column", "Мазмун=content", "--column", "Аталышы=title", "--column", "Көрүүлөр=views",
      "--column", "Киреше=ignored")
    #expect(kept.status == 0, "\(kept.errors)")
    let taken = try program.run("ingest", file)
    #expect(taken.status == 0, "\(taken.output)")
    #expect(try program.run("dump", "--logical").output.contains("metric=\"views\""))
    let shown = try program.run("formats", "mappings").output
    let signature = try #require(shown.split(separator: ":").first.map(String.init))
    #expect(shown.contains("= views"))
    #expect(try program.run("formats", "forget", signature).status == 0)
    #expect(try program.run("formats", "forget", signature).status == 1)
    #expect(try program.run("formats", "mappings").output.contains("None"))
  }
}
