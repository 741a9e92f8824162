package import Foundation

/// Runs the program as a user would.
package struct Program: Sendable {
  package struct Result: Sendable {
    package let status: Int32
    package let output: String
    package let errors: String
  }

  package let home: String
  package let keys: String
  /// Fixed, so that runs repeat: 2026-11-05 06:00 UTC.
  package var now = "1793858400"
  /// More of the environment.
  package var more: [String: String] = [:]

  package init(folder: String) {
    home = folder + "/data"
    keys = folder + "/keys"
  }

  /// The program's own file.
  package static var path: String { binary }

  /// Where the tests' own products lie, the program among them.
  package static let binary: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: tests).deletingLastPathComponent().path() + "/minbar"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : ProjectFolder.path + "/.build/debug/minbar"
  }()

  @discardableResult
  package func run(_ arguments: String..., input: String? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  package func run(_ arguments: [String], input: String? = nil) throws -> Result {
    let folder = try TemporaryFolder()
    let process = process(arguments)
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: try folder.write("in", Array((input ?? "").utf8))))
    process.standardOutput = try handle(folder, "out")
    process.standardError = try handle(folder, "err")
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try text(folder, "out"), errors: try text(folder, "err"))
  }

  /// The program with its arguments and surroundings, not started yet; for tests that stop it half-way.
  package func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: Self.binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: ProjectFolder.path)
    var environment = ProcessInfo.processInfo.environment
    let own = ["MINBAR_HOME": home, "MINBAR_KEYS": keys, "MINBAR_NOW": now, "USER": "tester", "LC_ALL": "C.UTF-8"]
    environment.merge(own) { $1 }
    environment.merge(more) { $1 }
    process.environment = environment
    return process
  }

  private func handle(_ folder: TemporaryFolder, _ name: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(filePath: try folder.write(name, [])))
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
  }
}
