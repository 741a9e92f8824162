import Foundation

/// Prints pages to PDF with WeasyPrint, where that is installed.
struct PDFPrinter {
  private let program: ExternalProgram

  /// Nil when no `weasyprint` lies on the search path.
  init?(environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard let program = ExternalProgram("weasyprint", environment: environment) else { return nil }
    self.program = program
  }

  static let missing = WorkflowError(
    "no PDF was written: WeasyPrint is not installed; 'Scripts/setup --pdf' installs it. The page itself prints to A4")

  /// - Throws: `WorkflowError` when the program cannot be started or ends with an error.
  func write(page: String, to path: String) throws {
    try program.run(["--quiet", page, path], writes: path, what: "PDF")
  }
}
