import Foundation
import TestSupport
import Testing

/// 10,000 commenters whose names, ids and words are marked: nothing that is printed, written or handed out has a mark.
@Suite struct CanaryTests {
  private static let people = 10_000
  /// Parts of what is marked, each in every comment's id, author, words, link or number.
  private static let marks = ["canarYid", "canarYhandle", "канарейканыкы", "canarYlink", "0555 77"]

  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    try program.run("ingest", "Samples/exports/2026-10")
    var table = "id,author,date,video id,likes,text\n"
    for index in 0..<Self.people {
      let day = index % 28 + 1
      table +=
        "UgxcanarYid\(index),@canarYhandle\(index),2026-10-\(day < 10 ? "0" : "")\(day)T08:00:00Z,CANARYPOST\(index % 9),"
      table +=
        "\(index % 7),\"Рахмат, канарейканыкы\(index)! https://canarYlink\(index).example 0555 77 \(index % 90 + 10)\"\n"
    }
    let path = try folder.write("youtube-comments.csv", table.utf8)
    let receipt = try program.run("ingest", "--creator", "K01", path)
    #expect(receipt.output.contains("10,000"), "\(receipt.output)")
  }

  private static func hits(in bytes: Data) -> [String] { marks.filter { bytes.range(of: Data($0.utf8)) != nil } }

  private func files(below folder: String) throws -> [(name: String, bytes: Data)] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { (name, $0) }
    }
  }

  @Test(.timeLimit(.minutes(5))) func noMarkLeavesTheHouse() throws {
    let out = folder.path + "/out"
    let commands: [[String]] = [
      ["analyse"], ["report", "month", "2026-10", "--xlsx", "--language", "ru", "-o", out],
      ["report", "creator", "K01", "--month", "2026-10", "-o", out],
      ["report", "donor", "sample", "2026-10", "--draft", "-o", out],
      ["report", "donor", "--from", "2026-09", "--to", "2026-10", "-o", out], ["dump", "--logical"], ["status"],
      ["status", "--format", "json"], ["imports", "list", "--format", "json"], ["doctor", "--format", "json"],
      ["creators", "list", "--format", "json"], ["key", "status"],
      ["collect", "plan", "2026-10", "-o", out + "/plan.html"],
      ["inspect", folder.path + "/youtube-comments.csv"],
      ["ingest", "--creator", "K01", folder.path + "/youtube-comments.csv"],
      ["backup", out + "/copy.backup"], ["purge", "--creator", "K01", "--dry-run"],
    ]
    for command in commands {
      let run = try program.run(command)
      #expect(run.status != 2, "\(command): \(run.errors)")
      #expect(Self.hits(in: Data((run.output + run.errors).utf8)) == [], "\(command)")
    }
    let written = try files(below: out)
    #expect(written.count > 10)
    for file in written + (try files(below: program.home)) { #expect(Self.hits(in: file.bytes) == [], "\(file.name)") }
    // The search finds what is there.
    let table = try #require(FileManager.default.contents(atPath: folder.path + "/youtube-comments.csv"))
    #expect(Self.hits(in: table) == Self.marks)
  }
}
