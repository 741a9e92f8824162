import Foundation

/// Seals and opens files with the program `age`, where it is installed.
enum Age {
  private static let program = "/usr/bin/age"
  private static let head = Array("age-encryption.org/".utf8)

  /// - Throws: `WorkflowError` when age is not installed.
  static func check() throws {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw WorkflowError("age is not installed; run: sudo apt install age")
    }
  }

  static func isSealed(_ path: String) throws -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw WorkflowError("\(path): cannot be read; name the file that 'minbar backup' made")
    }
    defer { try? file.close() }
    return (try file.read(upToCount: head.count)).map { Array($0) == head } ?? false
  }

  static func seal(_ path: String, to sealed: String, recipient: String) throws {
    try run(
      ["--encrypt", "--recipient", recipient, "--output", sealed, path], failing: "the recipient is not known to age")
    chmod(sealed, 0o600)
  }

  static func open(_ sealed: String, to path: String, identity: String) throws {
    try check()
    unlink(path)
    try run(["--decrypt", "--identity", identity, "--output", path, sealed], failing: "this identity does not open it")
    chmod(path, 0o600)
  }

  private static func run(_ arguments: [String], failing reason: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw WorkflowError("age: \(reason)") }
  }
}
