import Ingestion
import Records
import Storage

/// Reads the one file, the members of the archive or the sheets of the workbook that an import consists of. A member that cannot be read leaves
/// the others untouched.
final class MemberImports {
  private let context: ImportContext
  private let importID: Int64
  private let file: InputFile
  private let options: IngestOptions
  private let receivedOn: Day
  private let reader = SourceReader()
  private(set) var receipts: [FileReceipt] = []
  private(set) var tookAnything = false
  private(set) var touchedAccounts: Set<Int64> = []

  init(context: ImportContext, importID: Int64, file: InputFile, options: IngestOptions, receivedOn: Day) {
    self.context = context
    self.importID = importID
    self.file = file
    self.options = options
    self.receivedOn = receivedOn
  }

  func read(_ source: HashingSource) throws {
    let bytes = PeekedSource(source)
    var problems: [Problem] = []
    let visit = { (member: SourceFile) in
      let inside = member.names.dropLast(self.file.names.count).reversed().joined(separator: "/")
      guard inside.isEmpty || !InputFiles.isClutter(inside) else { return }
      try self.readMember(member)
    }
    // An archive is looked over from its directory before anything in it is unpacked; a stream cannot be.
    let isLookedOver = isArchive(head: try bytes.head(8)) && file.path != nil
    let opened: any ByteSource = try isLookedOver ? file.path.map { try FileSource(path: $0) } ?? bytes : bytes
    try sourceFiles(opened, names: file.names, visit, problem: { problems.append($0) })
    if !problems.isEmpty { receipts.append(receipt(of: problems)) }
    receipts = LeftMedia.gathered(receipts, name: file.name)
  }

  private func readMember(_ file: SourceFile) throws {
    let names = file.names
    let hints = SourceHints(
      names: names, period: options.period,
      account: AccountHint(platform: context.resolver.platform(inNames: names)), receivedOn: receivedOn,
      mappings: context.mappings, form: file.form)
    let member = SourceImport(context, importID: importID, ordinal: receipts.count, names: names)
    let receipt = try context.writer.savepoint {
      try reader.read(file.bytes, hints: hints, into: member)
      let receipt = try member.finish()
      // A member of which nothing could be taken leaves no trace in the archive; the receipt tells why.
      return (receipt, keep: member.accepted > 0 && !receipt.isRefused)
    }
    if member.accepted > 0, !receipt.isRefused {
      tookAnything = true
      touchedAccounts.formUnion(member.touchedAccounts)
    } else {
      context.forgetPosts()
    }
    receipts.append(receipt)
  }

  private func receipt(of problems: [Problem]) -> FileReceipt {
    FileReceipt(
      name: file.name, format: "", encoding: "", dialect: "", accepted: 0, unchanged: 0, restated: 0, refused: 0,
      problems: problems.map(ProblemReceipt.init))
  }
}
