import Foundation
package import Records
import Reporting
import Storage

/// What a set of a month's files was made from, kept beside them.
package struct MonthSetNote: Sendable, Codable, Hashable {
  package static let name = "made.json"

  package let month: String
  package let language: String
  /// Seconds since 1970.
  package let madeAt: Int64
  /// Number of the newest import, and how many there were.
  package let lastImport: Int64
  package let imports: Int
  /// Names of the files.
  package let files: [String]
}

/// All files of a month in one folder: the dashboard in one language, every creator's page in all of them, the summary
/// tables, and a ZIP of it all. The folder takes its place once it is whole.
package final class MonthSet {
  package static let languages = ["ru", "ky", "uz", "uz-Cyrl", "en"]

  private let workspace: Workspace
  private let language: String
  private let fingerprint: String
  private let folder: String

  package init(_ workspace: Workspace, language: String, fingerprint: String, folder: String? = nil) throws {
    self.workspace = workspace
    self.language = language
    self.fingerprint = fingerprint
    self.folder = folder ?? workspace.places.reports
  }

  /// - Parameters:
  ///   - month: nil for the last one with figures.
  ///   - withSummary: also the tables for readers outside, which notes them as handed out.
  ///   - progress: told the name of what comes next, what is done, and of how many.
  package func write(
    _ chosen: Month?, withSummary: Bool, progress: (String, Int, Int) -> Void
  ) throws -> [WrittenReport] {
    let month = try chosen ?? workflow(language, folder).lastMonth()
    let name = "\(month).\(language)"
    let part = folder + "/.\(name).part"
    defer { try? FileManager.default.removeItem(atPath: part) }
    try workspace.makePrivateFolder(folder)
    try? FileManager.default.removeItem(atPath: part)
    // Taken before the figures are: an import that comes in between makes the set look old, never new.
    let state = try workspace.openForReading().read { try $0.imports().map(\.id) }
    let files = try fill(part, month, withSummary: withSummary, progress)
    try finish(part, files, name, month, state)
    return try put(part, folder + "/" + name, files)
  }

  private func workflow(_ language: String, _ folder: String) throws -> ReportWorkflow {
    try ReportWorkflow(workspace, language: language, fingerprint: fingerprint, folder: folder)
  }

  private func fill(
    _ part: String, _ month: Month, withSummary: Bool, _ progress: (String, Int, Int) -> Void
  ) throws -> [WrittenReport] {
    let main = try workflow(language, part)
    let codes = try main.creatorCodes()
    let all = 3 + codes.count * Self.languages.count
    progress("month", 0, all)
    let page = try main.month(month)
    var files = [page, try main.monthAsWorkbook(month)]
    if PDFPrinter() != nil { files.append(try main.asPDF(page)) }
    progress("summary", 2, all)
    if withSummary { files += try main.summary(from: month, through: month) }
    for language in Self.languages {
      let own = try workflow(language, part)
      for code in codes {
        progress(code, 1 + files.count, all)
        files.append(try own.creator(code, month: month))
      }
    }
    return files
  }

  private func finish(
    _ part: String, _ files: [WrittenReport], _ name: String, _ month: Month, _ imports: [Int64]
  ) throws {
    let names = files.map { Self.name(of: $0.path) }
    let packed = try names.map { file in
      guard let data = FileManager.default.contents(atPath: part + "/" + file) else {
        throw WorkflowError("\(part)/\(file): could not be read again")
      }
      return PackageFile(path: file, bytes: Array(data))
    }
    let main = try workflow(language, part)
    _ = try main.write(
      StoredZip.archive(packed, folder: name, day: main.today), "all-\(name).zip", kind: "zip")
    let note = MonthSetNote(
      month: month.description, language: language, madeAt: workspace.now.seconds, lastImport: imports.max() ?? 0,
      imports: imports.count, files: names)
    _ = try main.write(Array(JSONEncoder().encode(note)), MonthSetNote.name, kind: "note")
  }

  private func put(_ part: String, _ place: String, _ files: [WrittenReport]) throws -> [WrittenReport] {
    do {
      if FileManager.default.fileExists(atPath: place) { try FileManager.default.removeItem(atPath: place) }
      try FileManager.default.moveItem(atPath: part, toPath: place)
    } catch {
      throw WorkflowError("\(place): could not be written; check free space and permissions")
    }
    let zip = WrittenReport(path: place + "/all-" + Self.name(of: place) + ".zip", kind: "zip")
    return files.map { WrittenReport(path: place + "/" + Self.name(of: $0.path), kind: $0.kind) } + [zip]
  }

  private static func name(of path: String) -> String { URL(filePath: path).lastPathComponent }
}
