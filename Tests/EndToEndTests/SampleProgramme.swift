import Foundation
import TestSupport

/// The sample programme, taken in and read once for all tests that only read it.
final class SampleProgramme: Sendable {
  let folder: TemporaryFolder
  let program: Program
  let receipt: Program.Result

  static let shared = Result { try SampleProgramme() }

  private init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    receipt = try program.run("ingest", "Samples/exports")
    // A report reads what was not read yet, and that would change what other tests compare meanwhile.
    try program.run("analyse")
  }

  /// A copy that a test may change.
  func copy() throws -> (folder: TemporaryFolder, program: Program) {
    let own = try TemporaryFolder()
    for name in ["data", "keys"] {
      try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: own.path + "/" + name)
    }
    return (own, Program(folder: own.path))
  }
}
