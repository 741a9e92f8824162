import Foundation
import LexiconFiles
import Records
import ReportFiles
package import TextAnalysis

/// Finds the folders that people edit, in order: given on the command line, published by staff, installed beside the
/// program, in the program's own bundle. The bundle is asked last: asking for it ends a program that was moved.
enum ResourceFolders {
  static func lexicons(_ places: Places) throws -> String {
    try find(
      "lexicons", given: places.lexicons, published: places.home + "/lexicons/current", bundle: { LexiconFiles.folder })
  }

  static func reportFiles(_ places: Places) throws -> String {
    try find(
      "reports", given: places.reportFiles, published: places.home + "/report-files", bundle: { ReportFiles.folder })
  }

  /// The report files that came with the program, whatever staff published.
  static func ownReportFiles() throws -> String {
    try find("reports", given: nil, published: nil, bundle: { ReportFiles.folder })
  }

  private static func find(
    _ name: String, given: String?, published: String?, bundle: () -> String?
  ) throws -> String {
    if let given {
      guard exists(given) else { throw WorkflowError("\(given): no such folder of \(name)") }
      return given
    }
    if let published, exists(published) { return published }
    let installed = "\(executableFolder)/../share/minbar/\(name)"
    if exists(installed) { return installed }
    guard let folder = bundle(), exists(folder) else {
      throw WorkflowError("no \(name) found: install them in \(installed), or name their folder on the command line")
    }
    return folder
  }

  private static var executableFolder: String {
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: path).deletingLastPathComponent().path()
  }

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// - Throws: what is wrong in the lexicon, with file and line.
  static func engine(_ folder: LexiconFolder) throws -> TextEngine {
    do {
      return try TextEngine(folder)
    } catch {
      throw WorkflowError(error.problems.map(\.description).joined(separator: "\n"))
    }
  }

  /// Every file below a folder, by its path inside it.
  static func files(in folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for relative in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + relative
      guard let data = FileManager.default.contents(atPath: path), !InputFiles.isClutter(relative) else { continue }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[relative] = Array(data)
    }
    return files
  }
}

extension Workspace {
  /// The text engine with the lexicon in force.
  /// - Throws: what is wrong in the lexicon, with file and line.
  package func makeTextEngine() throws -> TextEngine {
    try ResourceFolders.engine(lexiconFolder())
  }

  /// The files of the lexicon in force.
  func lexiconFolder() throws -> LexiconFolder {
    LexiconFolder(files: try ResourceFolders.files(in: ResourceFolders.lexicons(places)))
  }
}
