import Ingestion
import Records
import Storage

/// Reads the one file or the members of the archive that an import consists of. A member that cannot be read leaves
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
    guard isArchive(head: try bytes.head(8)) else { return try readMember(bytes, names: file.names) }
    var archiveProblems: [Problem] = []
    let visit = { (name: String, entry: any ByteSource) in
      guard !InputFiles.isClutter(name) else { return }
      try self.readMember(entry, names: InputFiles.namesInside(archive: self.file.names, member: name))
    }
    // A file is looked over from its directory before anything in it is unpacked; a stream cannot be.
    if let path = file.path {
      try archiveEntries(path: path, visit, problem: { archiveProblems.append($0) })
    } else {
      try archiveEntries(bytes, visit, problem: { archiveProblems.append($0) })
    }
    if !archiveProblems.isEmpty { receipts.append(receipt(of: archiveProblems)) }
  }

  private func readMember(_ bytes: any ByteSource, names: [String]) throws {
    let hints = SourceHints(
      names: names, period: options.period,
      account: AccountHint(platform: context.resolver.platform(inNames: names)), receivedOn: receivedOn,
      mappings: context.mappings)
    let member = SourceImport(context, importID: importID, ordinal: receipts.count, names: names)
    let receipt = try context.writer.savepoint {
      try reader.read(bytes, hints: hints, into: member)
      let receipt = try member.finish()
      // A member of which nothing could be taken leaves no trace in the archive; the receipt tells why.
      return (receipt, keep: member.accepted > 0 && !receipt.isRefused)
    }
    if member.accepted > 0, !receipt.isRefused {
      tookAnything = true
      touchedAccounts.formUnion(member.touchedAccounts)
    }
    receipts.append(receipt)
  }

  private func receipt(of problems: [Problem]) -> FileReceipt {
    FileReceipt(
      name: file.name, format: "", encoding: "", dialect: "", accepted: 0, unchanged: 0, restated: 0, refused: 0,
      problems: problems.map(ProblemReceipt.init))
  }
}

/// Lets the first bytes of a source be looked at before it is read.
final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private var waiting: [UInt8] = []

  init(_ source: any ByteSource) {
    self.source = source
  }

  func head(_ count: Int) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    while waiting.count < count {
      let got = try buffer.withUnsafeMutableBytes { bytes in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<(count - waiting.count)]))
      }
      guard got > 0 else { break }
      waiting.append(contentsOf: buffer[..<got])
    }
    return waiting
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !waiting.isEmpty else { return try source.read(into: buffer) }
    let count = min(waiting.count, buffer.count)
    buffer.copyBytes(from: waiting[..<count])
    waiting.removeFirst(count)
    return count
  }
}
