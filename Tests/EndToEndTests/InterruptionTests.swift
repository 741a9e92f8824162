import Foundation
import Glibc
import TestSupport
import Testing

/// Taking in is stopped at any moment, kindly or not: each file is wholly in or wholly out.
@Suite struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// All share the keys of the first, so that marks of comments are the same in each.
  private func makeProgram(_ name: String) throws -> Program {
    let program = Program(folder: folder.path + "/" + name)
    let keys = Program(folder: folder.path + "/whole").keys
    if FileManager.default.fileExists(atPath: keys), keys != program.keys {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: keys, toPath: program.keys)
    }
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    return program
  }

  private func files() throws -> [String] {
    let tables = try ProjectFolder.files(below: "Samples/exports/2026-10/YouTube", endings: [".zip"]).prefix(6)
    let comments = try ProjectFolder.files(below: "Samples/exports/2026-10/Comments", endings: [".info.json"]).prefix(3)
    return Array(tables + comments)
  }

  private func dump(_ program: Program) throws -> String {
    let run = try program.run("dump", "--logical")
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  /// Dumps after none, one, two ... of the files.
  private func legalStates() throws -> [String] {
    let program = try makeProgram("whole")
    var states = [try dump(program)]
    for file in try files() {
      #expect(try program.run("ingest", file).status == 0)
      states.append(try dump(program))
    }
    return states
  }

  @Test(.timeLimit(.minutes(5)))
  func aKilledIngestLeavesEachFileWhollyInOrOut() throws {
    let legal = try legalStates()
    let inOrder = try files()
    var reached: Set<Int> = []
    for (index, milliseconds) in [15, 60, 120, 200, 300, 450, 650, 900, 1_300].enumerated() {
      let program = try makeProgram("killed-\(index)")
      let process = program.process(["ingest"] + inOrder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds) * 1_000)
      kill(process.processIdentifier, index % 3 == 2 ? SIGINT : SIGKILL)
      process.waitUntilExit()
      let state = try dump(program)
      let count = try #require(legal.firstIndex(of: state), "after \(milliseconds) ms a file is in by halves")
      reached.insert(count)
      // What was not taken yet can be taken now, and the end is the same.
      #expect(try program.run(["ingest"] + inOrder).status == 0)
      #expect(try dump(program) == legal.last)
    }
    #expect(reached.count > 1, "every moment was the same one: \(reached)")
  }

  @Test(.timeLimit(.minutes(2)))
  func watchingTakesWholeFilesAndEndsCleanly() throws {
    let program = try makeProgram("watched")
    let inbox = folder.path + "/inbox"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    let process = program.process(["watch", inbox, "--interval", "0.1", "--settle", "0.4"])
    let output = try folder.write("watch.out", [])
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try Data(contentsOf: URL(filePath: ProjectFolder.path + "/" + files()[0]))
    let name = inbox + "/" + (try #require(try files()[0].split(separator: "/").last))
    // The file comes in two pieces, and another one is never finished.
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: name + ".crdownload"))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: name))
    usleep(200_000)
    try bytes.write(to: URL(filePath: name))
    #expect(try waitFor(output, toHold: "import 1"))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    let said = String(decoding: try Data(contentsOf: URL(filePath: output)), as: UTF8.self)
    #expect(!said.contains("crdownload") && !said.contains("not taken"), "\(said)")
  }

  private func waitFor(_ file: String, toHold text: String) throws -> Bool {
    for _ in 0..<200 {
      if String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self).contains(text) { return true }
      usleep(100_000)
    }
    return false
  }
}
