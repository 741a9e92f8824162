import Foundation
import TestSupport
import Testing

/// Notes beside figures: sealed, printed, kept through imports, gone with their creator.
@Suite struct NoteTests {
  private static let words = "Unusual wording 4711"

  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  /// Whether any file below a folder holds a text.
  private func holds(_ folder: String, _ text: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: folder).contains { name in
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return false }
      return data.firstRange(of: Data(text.utf8)) != nil
    }
  }

  @Test func aNoteIsSealedListedPrintedAndRemoved() throws {
    let added = try program.run("notes", "add", "views/K01/youtube/2026-10", Self.words, "--shareable")
    #expect(added.status == 0 && added.output == "Note 1 stands beside views/K01.youtube/2026-10.\n", "\(added.errors)")
    try program.run("notes", "add", "views/all/2026-10", "kept in the house")
    #expect(try !holds(folder.path, Self.words))
    #expect(try program.run("notes").output.contains(Self.words))
    #expect(try program.run("notes", "list", "--month", "2026-09").output.split(separator: "\n").count == 1)

    let dump = try program.run("dump", "--logical").output
    #expect(dump.contains("figure=\"views/K01.youtube/2026-10\"") && !dump.contains(Self.words))

    let run = try program.run("report", "month", "2026-10")
    let page = try String(contentsOfFile: run.output.split(separator: "\n").map(String.init)[0], encoding: .utf8)
    #expect(page.contains(Self.words) && page.contains("kept in the house"))

    #expect(try program.run("notes", "remove", "1").status == 0)
    #expect(try program.run("notes", "remove", "1").status == 1)
    #expect(try program.run("notes").output.contains(Self.words) == false)
  }

  @Test func aNoteStaysWhenFilesComeAndGoAndGoesWithItsCreator() throws {
    let file =
      "Samples/exports/2026-10/"
      + (try FileManager.default.contentsOfDirectory(
        atPath: ProjectFolder.path + "/Samples/exports/2026-10"
      ).sorted().first ?? "")
    try program.run("ingest", file)
    try program.run("notes", "add", "views/K01/2026-10", Self.words)
    try program.run("notes", "add", "views/K02/2026-10", "another")
    try program.run("imports", "undo", "1")
    try program.run("ingest", file)
    #expect(try program.run("notes").output.contains(Self.words))
    let purged = try program.run("purge", "--creator", "K01")
    #expect(purged.status == 0, "\(purged.errors)")
    #expect(purged.output.contains("notes list"))
    let left = try program.run("notes").output
    #expect(!left.contains(Self.words) && left.contains("another"))
  }

  @Test(arguments: [
    ("views/K99/2026-10", "x", "no such creator"), ("views", "x", "no such figure"),
    ("views/all/2026-10", "  ", "empty"),
    ("views/all/2026-10", "a\nb", "one line"), ("views/all/2026-10", String(repeating: "a", count: 301), "at most 300"),
  ])
  func whatCannotBeNotedIsSaid(figure: String, text: String, message: String) throws {
    let run = try program.run("notes", "add", figure, text)
    #expect(run.status == 1 && run.errors.contains(message), "\(run.errors)")
  }
}
