import Foundation
import TestSupport
import Testing

@Suite struct DurabilityCommandTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
  }

  @Test(arguments: [
    ["key"], ["key", "init"], ["key", "status"], ["key", "verify"], ["key", "rotate"], ["key", "destroy"], ["panic"],
    ["retention"], ["retention", "run"], ["settings"], ["settings", "list"], ["settings", "set"], ["purge"], ["backup"],
    ["restore"], ["doctor"], ["handover"], ["creators", "consent"], ["creators", "withdraw"],
  ])
  func everyCommandExplainsItselfWithAnExample(command: [String]) throws {
    let help = try program.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("Example") && help.output.contains("minbar \(command[0])"))
  }

  @Test(arguments: [
    ["purge"], ["purge", "--all", "--post", "x"], ["purge", "--before", "yesterday"], ["key", "destroy"], ["backup"],
    ["restore"], ["settings", "set", "text-days"], ["creators", "withdraw", "K01", "--what", "everything"],
    ["purge", "--import", "x"],
  ])
  func wrongUseEndsWithTwo(arguments: [String]) throws {
    #expect(try program.run(arguments).status == 2)
  }

  @Test func aWholeLifeFromInitToPanic() throws {
    let backup = folder.path + "/copy"
    let steps: [(words: [String], status: Int32, says: String)] = [
      (["doctor"], 1, "minbar init"), (["init"], 0, "Ready"),
      (["creators", "import", "Samples/creators.csv"], 0, "12"),
      (["ingest", "--no-text", "Samples/exports/2026-10/Comments/K02"], 0, ": taken as import 1"),
      (["key", "verify"], 0, "right ones"), (["settings", "set", "text-days", "30"], 0, "30"),
      (["settings", "set", "text-days", "300"], 1, "1 to 90"), (["backup", backup], 0, "checked"),
      (["backup", backup], 1, "already"), (["doctor"], 0, "ok  integrity"), (["key", "rotate"], 0, "Replaced"),
      (["restore", backup], 1, "--replace"), (["purge", "--creator", "K02", "--dry-run"], 0, "Would delete"),
      (["purge", "--creator", "K99"], 1, "no such creator"), (["purge", "--creator", "K02"], 0, "Deleted for good"),
      (["creators", "withdraw", "K01"], 0, "withdrawn on 2026-11-05"), (["creators", "consent", "K01"], 0, "nothing"),
      (["handover"], 0, "minbar key rotate"), (["panic", "--dry-run"], 0, "text.key"), (["panic"], 0, "Destroyed"),
      (["panic"], 1, "No keys"), (["init"], 1, "other keys"), (["key"], 0, "missing"),
    ]
    for step in steps {
      let run = try program.run(step.words)
      #expect(run.status == step.status, "\(step.words): \(run.errors)")
      #expect((run.output + run.errors).contains(step.says), "\(step.words): \(run.output)\(run.errors)")
    }
  }

  /// Commands that open no key say so all the same, and what is asked for is printed.
  @Test(arguments: [["status"], ["key", "status"], ["dump", "--logical"]])
  func keysBesideTheDataAreToldOfOnStandardError(command: [String]) throws {
    try program.run("init")
    #expect(try program.run(command).errors == "")
    try FileManager.default.copyItem(atPath: program.keys, toPath: program.home + "/keys")
    let run = try program.run(command + ["--keys", program.home + "/keys"])
    #expect(run.status == 0)
    #expect(run.errors.contains("warning") && run.errors.contains("inside the data directory"))
  }

  /// A full disk under what is printed is an error with a word, not a crash.
  @Test(arguments: [["status"], ["creators", "list", "--format", "json"], ["dump", "--logical"], ["doctor"]])
  func outputThatCannotBeWrittenIsSaid(command: [String]) throws {
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    let process = program.process(command)
    let errors = try folder.write("errors", [])
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self).contains("No space left"))
  }

  @Test func killedInTheMiddleNothingIsHalf() throws {
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    let before = try program.run("dump", "--logical").output
    for delay in [20_000, 60_000, 120_000, 250_000] as [UInt32] {
      let process = Process()
      process.executableURL = URL(filePath: Program.path)
      process.arguments = ["ingest", "Samples/exports/2026-10/Comments"]
      process.currentDirectoryURL = URL(filePath: ProjectFolder.path)
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["MINBAR_HOME": program.home, "MINBAR_KEYS": program.keys, "MINBAR_NOW": program.now]) { $1 }
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let doctor = try program.run("doctor")
      #expect(doctor.output.contains("ok  integrity") && doctor.output.contains("ok  seals"))
    }
    try program.run("ingest", "Samples/exports/2026-10/Comments")
    #expect(try program.run("dump", "--logical").output != before)
    #expect(try program.run("doctor").output.contains("ok  seals"))
  }
}
