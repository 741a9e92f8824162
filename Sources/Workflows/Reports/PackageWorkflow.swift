import Figures
import Foundation
import Records
import Reporting
import Storage

extension ReportWorkflow {
  /// The package of one reader and period: a folder, and a ZIP of it.
  ///
  /// A package that was written before stays; another edition is written beside it when a table differs.
  /// Only months that were approved are handed out; a draft marks all it holds, stands beside no package and is written over.
  /// - Throws: `WorkflowError` when a month is not approved, when the reader's file or the period cannot be used, or a file cannot be written.
  package func package(_ id: String, period label: String, isDraft: Bool = false) throws -> [WrittenReport] {
    let donors = try DonorFiles(workspace.places)
    let plan = try donors.plan(id)
    guard let period = plan.scheme.period(label), let last = period.months.last else {
      throw WorkflowError("\(label): a period is written 2026-Q3, 2026 or 2026-10")
    }
    guard period.from <= today else { throw WorkflowError("\(label): the period has not begun") }
    let data = try data(through: last, count: max(Self.history, period.months.count))
    let everybody = Set(data.creators.map(\.code))
    try Self.check(plan, everybody)
    if !isDraft {
      let months = SealedMonths(workspace, fingerprint: fingerprint)
      try archive.read { try months.requireApproved(period.months, $0) }
    }
    let shelf = PackageShelf(folder: folder, id: id, scheme: plan.scheme)
    let ledger = ReleaseLedger(workspace, series: id)
    let package = ReportPackage(
      data: data, plan: plan, period: period, words: allWords, style: style, preparedOn: today,
      countedElsewhere: try donors.countedElsewhere(than: id, everybody: everybody),
      earlier: shelf.earlier(than: period).map(shelf.indicators) ?? [],
      notes: try FigureNotes.forPages(workspace, archive, (period.months.first ?? last)...last),
      history: try archive.read(ledger.history),
      errata: try archive.read { try $0.errata(from: Month(index: 0), through: last) }, isDraft: isDraft)
    if isDraft { return try writeDraft(package, "draft-\(id)-\(period.label)") }
    if let edition = shelf.latest(of: period), shelf.holds(edition, package.dataFiles()) {
      return written(edition.name)
    }
    // Noted before it is written: what was handed out is in the ledger, whatever happens in between.
    try ledger.note(package.released, from: period.from.month, through: period.through.month)
    return try write(package, shelf.nextName(period))
  }

  /// A code that nobody has would silently count nobody.
  private static func check(_ plan: DonorPlan, _ everybody: Set<String>) throws {
    let unknown = (plan.authors ?? []).subtracting(everybody).sorted().joined(separator: ", ")
    guard unknown.isEmpty else {
      throw WorkflowError(
        "\(plan.id): authors: no creator has the code \(unknown); 'minbar creators list' shows the codes")
    }
  }

  private func writeDraft(_ package: ReportPackage, _ name: String) throws -> [WrittenReport] {
    try? FileManager.default.removeItem(atPath: folder + "/" + name)
    return try write(package, name)
  }

  private func written(_ name: String) -> [WrittenReport] {
    let path = folder + "/" + name
    return [WrittenReport(path: path, kind: "package"), WrittenReport(path: path + ".zip", kind: "zip")]
  }

  /// Writes beside its place first, so that a folder with the package's name is always whole.
  private func write(_ package: ReportPackage, _ name: String) throws -> [WrittenReport] {
    let part = folder + "/.\(name).part"
    defer { try? FileManager.default.removeItem(atPath: part) }
    try workspace.makePrivateFolder(folder)
    try? FileManager.default.removeItem(atPath: part)
    var files = try package.files(hash: Checksum.hex)
    for file in files { try write(file, below: part) }
    try package.writeXLSX(to: part + "/excel/summary.xlsx")
    files.append(try read("excel/summary.xlsx", below: part))
    if let printer = PDFPrinter() {
      try printer.write(page: part + "/methods.html", to: part + "/methods.pdf")
      files.append(try read("methods.pdf", below: part))
    }
    let sums = PackageFile(path: "SHA256SUMS", bytes: Checksum.list(files))
    try write(sums, below: part)
    let zip = StoredZip.archive(files + [sums], folder: name, day: today)
    do {
      try FileManager.default.moveItem(atPath: part, toPath: folder + "/" + name)
    } catch {
      throw WorkflowError("\(folder)/\(name): could not be written; check free space and permissions")
    }
    _ = try write(zip, name + ".zip", kind: "zip")
    return written(name)
  }

  private func write(_ file: PackageFile, below part: String) throws {
    let path = part + "/" + file.path
    try workspace.makePrivateFolder(URL(filePath: path).deletingLastPathComponent().path())
    do {
      try Data(file.bytes).write(to: URL(filePath: path))
    } catch {
      throw WorkflowError("\(path): could not be written; check free space and permissions")
    }
    chmod(path, 0o600)
  }

  private func read(_ path: String, below part: String) throws -> PackageFile {
    guard let bytes = FileManager.default.contents(atPath: part + "/" + path) else {
      throw WorkflowError("\(part)/\(path): could not be read again")
    }
    chmod(part + "/" + path, 0o600)
    return PackageFile(path: path, bytes: Array(bytes))
  }
}
