import Foundation

/// Prints pages to PDF with WeasyPrint, where that is installed.
struct PDFPrinter {
  private let program: String

  /// Nil when no `weasyprint` lies on the search path.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard let found = folders.map({ $0 + "/weasyprint" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    program = found
  }

  static let missing = WorkflowError(
    "no PDF was written: WeasyPrint is not installed; 'Scripts/setup --pdf' installs it. The page itself prints to A4")

  /// - Throws: `WorkflowError` when the program cannot be started or ends with an error.
  func write(page: String, to path: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["--quiet", page, path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw WorkflowError("no PDF was written: \(program) could not be started")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: path) else {
      throw WorkflowError("no PDF was written: \(program) ended with \(process.terminationStatus); run it on \(page)")
    }
    chmod(path, 0o600)
  }
}
