import Foundation
import TestSupport
import Testing

@Suite struct UndoTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private func dump() throws -> String { try program.run("dump", "--logical").output }

  @Test func undoGivesTheDumpOfBefore() throws {
    try program.run("ingest", "Samples/exports/2026-08", "Samples/exports/2026-09")
    try program.run("analyse")
    let before = try dump()
    let known = Set(try imports())
    try program.run("ingest", "Samples/exports/2026-10")
    try program.run("analyse")
    let after = try dump()
    #expect(after != before)
    let added = try imports().filter { !known.contains($0) }
    #expect(added.count > 10)
    for number in added { #expect(try program.run("imports", "undo", String(number)).status == 0) }
    try program.run("analyse")
    #expect(try dump() == before)
  }

  private struct Listed: Decodable {
    let number: Int64
  }

  private func imports() throws -> [Int64] {
    let list = try program.run("imports", "list", "--format", "json").output
    return try JSONDecoder().decode([Listed].self, from: Data(list.utf8)).map(\.number)
  }
}
