import Foundation

/// A program of the system that turns one file into another.
struct ExternalProgram {
  private let path: String

  /// Nil when it does not lie on the search path.
  init?(_ name: String, environment: [String: String]) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard let found = folders.map({ $0 + "/" + name }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    path = found
  }

  /// - Parameters:
  ///   - target: the file it writes; kept for its owner alone.
  ///   - what: what that file is, for messages.
  /// - Throws: `WorkflowError` when the program cannot be started, or ends with an error or without the file.
  func run(_ arguments: [String], writes target: String, what: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw WorkflowError("no \(what) was written: \(path) could not be started")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: target) else {
      throw WorkflowError(
        "no \(what) was written: \(path) ended with \(process.terminationStatus); run it on \(arguments.last ?? "")")
    }
    chmod(target, 0o600)
  }
}

/// Files that their owner alone may read.
enum PrivateFile {
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw WorkflowError("\(path): could not be written; check free space and permissions")
    }
    chmod(path, 0o600)
  }
}
