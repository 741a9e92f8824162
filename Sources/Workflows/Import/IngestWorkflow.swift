import Foundation
import Ingestion
import Protection
package import Records
import Storage

/// What the user says about files that cannot say it themselves.
package struct IngestOptions: Sendable {
  package var creator: String?
  package var period: Period?
  /// False keeps only what was read from the words of comments; nil leaves that to the programme's setting.
  package var keepsText: Bool?
  /// Whether files of which somebody has to decide something are kept, sealed, until then.
  package var keepsHeld: Bool

  package init(
    creator: String? = nil, period: Period? = nil, keepsText: Bool? = nil, keepsHeld: Bool = false
  ) {
    self.creator = creator
    self.period = period
    self.keepsText = keepsText
    self.keepsHeld = keepsHeld
  }
}

/// Takes files into the archive: one transaction a file, the same bytes only once, one bad file never stops the rest.
package final class IngestWorkflow {
  let workspace: Workspace
  let archive: Archive
  let keys: KeyRing
  private let resolver: AccountResolver
  private let cards: [AccountCard]
  private let zone: ProgrammeZone
  private let options: IngestOptions
  let progress: (String) -> Void
  private let textless: TextlessImport?

  /// - Parameter progress: told the name of each file before it is read.
  /// - Throws: `WorkflowError` when the creator named in `options` is unknown, `KeyError`, `ArchiveError`.
  package init(
    _ workspace: Workspace, options: IngestOptions = IngestOptions(), progress: @escaping (String) -> Void = { _ in }
  ) throws {
    self.workspace = workspace
    self.options = options
    self.progress = progress
    self.keys = try workspace.keyRing()
    let registry = try Registry.load(workspace, keys: keys)
    self.archive = try workspace.openForWriting("ingest", notice: progress)
    self.cards = try archive.read { try $0.accounts() }
    self.resolver = AccountResolver(registry: registry, cards: cards, chosen: options.creator)
    self.zone = try workspace.zone(archive)
    let keepsText = try options.keepsText ?? archive.read(RetentionPolicy.init).keepsText
    self.textless = keepsText ? nil : TextlessImport(workspace)
    if let creator = options.creator, !cards.contains(where: { $0.creator == creator }) {
      throw WorkflowError("\(creator): no such creator; 'minbar creators list' shows the codes")
    }
  }

  /// Takes files, folders (with everything in them, in the order of names), archives, and `-` for standard input.
  /// - Parameter isStopped: asked before each file; what was not read yet is left out then.
  package func ingest(_ paths: [String], isStopped: () -> Bool = { false }) throws -> IngestOutcome {
    let files = try paths.flatMap(InputFiles.list)
    var receipts: [Receipt] = []
    for file in files where !isStopped() { receipts.append(try take(file)) }
    while try !isStopped() && takeAgain(files, &receipts) {}
    if options.keepsHeld {
      // What waited for its creator may be told by what has just come: a table names the talks of a transcript.
      // What the user says of this batch is not said of those.
      let isOpen = options.creator == nil && options.period == nil && !isStopped()
      if isOpen, receipts.contains(where: { $0.status == .taken }) { receipts += try takeWaiting() }
      try keepHeld(files, &receipts)
    }
    return try outcome(of: receipts)
  }

  /// A transcript or a table of comments may lie before the export that tells whose its videos are: what was held, and
  /// files of which rows were left out, are read once more. So the order of files, and where a run was cut, change nothing.
  /// - Returns: whether anything was taken that may tell more about the others.
  private func takeAgain(_ files: [InputFile], _ receipts: inout [Receipt]) throws -> Bool {
    var hasLearnt = false
    for index in receipts.indices where files[index].path != nil {
      guard let receipt = try takenAgain(files[index], receipts[index]) else { continue }
      receipts[index] = receipt
      hasLearnt = hasLearnt || receipt.status == .taken
    }
    return hasLearnt
  }

  /// Nil when there is nothing to gain.
  private func takenAgain(_ file: InputFile, _ receipt: Receipt) throws -> Receipt? {
    if receipt.status == .held { return try take(file) }
    guard let number = receipt.importNumber, let path = file.path,
      try archive.read({ try $0.mayLearn(import: number) })
    else { return nil }
    progress(file.name)
    do {
      let digest = try HashingSource.digest(ofFile: path)
      let again = try takeStream(FileSource(path: path), file, expected: digest, replacing: number)
      return again.status == .taken ? again : nil
    } catch is FileError {
      // It was read once and is gone now: what was taken stays.
      return nil
    }
  }

  private func keepHeld(_ files: [InputFile], _ receipts: inout [Receipt]) throws {
    let policy = try archive.read(RetentionPolicy.init)
    let keeper = HeldKeeper(workspace: workspace, textKey: try keys.key(.text), policy: policy)
    for index in files.indices where index < receipts.count { keeper.keep(files[index], &receipts[index]) }
  }

  /// What a batch comes to, once all of it was read.
  func outcome(of receipts: [Receipt]) throws -> IngestOutcome {
    try KeyCheck(workspace: workspace).run(archive)
    if textless != nil { try archive.emptyLog() }
    return IngestOutcome(receipts: receipts, collection: try collection(after: receipts))
  }

  /// What is still missing for the last month of a batch; months that few of its files speak of do not count.
  private func collection(after receipts: [Receipt]) throws -> MonthCollection? {
    let months = receipts.flatMap(\.files).compactMap { $0.period.flatMap(Month.init(endOf:)) }
    let counts = Dictionary(grouping: months, by: { $0 }).mapValues(\.count)
    let most = counts.values.max() ?? 0
    guard let month = counts.filter({ $0.value * 4 >= most }).keys.max() else { return nil }
    return try archive.read { try MonthCollection(month, reader: $0, zone: zone, now: workspace.now) }
  }

  private func take(_ file: InputFile) throws -> Receipt {
    progress(file.name)
    do {
      guard let path = file.path else { return try takeStream(FileSource(descriptor: 0), file, expected: nil) }
      let digest = try HashingSource.digest(ofFile: path)
      if let known = try archive.read({ try $0.importID(sha256: digest) }) { return alreadyTaken(file, known) }
      return try takeStream(FileSource(path: path), file, expected: digest)
    } catch let error as FileError {
      return refused(file, .unreadableFile(error.code))
    }
  }

  /// One transaction: the whole file, or nothing of it.
  /// - Parameter number: of the import of the same bytes that it replaces, if more rows can be taken now.
  func takeStream(
    _ bytes: any ByteSource, _ file: InputFile, expected: [UInt8]?, replacing number: Int64? = nil
  ) throws -> Receipt {
    let source = HashingSource(bytes)
    do {
      return try archive.write { writer in
        let reopened = try number.flatMap { try writer.reopen(import: $0) }
        var receipt = try read(source, file, writer, expected: expected, reopened: reopened)
        if let reopened { try settle(reopened, &receipt, writer) }
        guard receipt.status == .taken else { throw NothingTaken(receipt: receipt) }
        return receipt
      }
    } catch let nothing as NothingTaken {
      return nothing.receipt
    }
  }

  /// A file that gave no more rows than before is left as it was.
  private func settle(_ reopened: ReopenedImport, _ receipt: inout Receipt, _ writer: ArchiveWriter) throws {
    guard receipt.status == .taken, receipt.rows > reopened.rows else {
      receipt.status = .alreadyTaken
      return
    }
    try writer.settle(reopened)
    for account in reopened.accounts.sorted() { try MetricRollup.refresh(account, writer) }
  }

  /// Rolls the transaction back, with what the user is told.
  private struct NothingTaken: Error {
    let receipt: Receipt
  }

  private func read(
    _ source: HashingSource, _ file: InputFile, _ writer: ArchiveWriter, expected: [UInt8]?,
    reopened: ReopenedImport?
  ) throws -> Receipt {
    let context = try ImportContext(
      writer: writer, keys: keys, resolver: resolver, cards: cards, chosen: options.creator, quarter: quarter,
      reopened: reopened)
    let importID = try writer.beginImport(
      sha256: expected ?? placeholder(), bytes: 0, nameSealed: try context.seal(file.name),
      receivedAt: reopened?.receivedAt ?? workspace.now, receivedBy: reopened?.receivedBy ?? workspace.user,
      number: reopened?.id)
    let members = MemberImports(
      context: context, importID: importID, file: file, options: options, receivedOn: workspace.today(in: zone))
    try members.read(source)
    try source.drain()
    if let problem = changed(source.digest, expected) { return refused(file, problem) }
    if expected == nil, let known = try writer.reader.importID(sha256: source.digest) {
      return alreadyTaken(file, known)
    }
    try writer.completeImport(importID, sha256: source.digest, bytes: source.count)
    guard members.tookAnything else {
      return Receipt(
        name: file.name, status: Receipt.statusOfNothingTaken(members.receipts), importNumber: nil,
        files: members.receipts)
    }
    try writer.note(import: importID, waits: members.receipts.contains(where: \.waits))
    try textless?.readAndLetGo(importID, writer)
    for account in members.touchedAccounts.sorted() {
      try context.hasRedatedPosts
        ? MetricRollup.refresh(account, writer) : MetricRollup.refresh(account, after: importID, writer)
    }
    return Receipt(name: file.name, status: .taken, importNumber: importID, files: members.receipts)
  }

  /// Standard input is known by its hash only at its end; until then the row has a hash that no file has.
  private func placeholder() -> [UInt8] { [UInt8](repeating: 0, count: 32) }

  private func changed(_ digest: [UInt8], _ expected: [UInt8]?) -> Problem? {
    guard let expected, digest != expected else { return nil }
    return Problem(
      "file.changed", .fileRefused, found: "a file that changed while it was read", expected: "a file that is whole",
      remedy: "wait until it is copied or downloaded, then hand it in again")
  }

  private var quarter: Quarter {
    let date = workspace.today(in: zone).civil
    return Quarter(year: date.year, month: date.month)
  }

  private func alreadyTaken(_ file: InputFile, _ known: Int64) -> Receipt {
    Receipt(name: file.name, status: .alreadyTaken, importNumber: known, files: [])
  }

  private func refused(_ file: InputFile, _ problem: Problem) -> Receipt {
    let empty = FileReceipt(
      name: file.name, format: "", encoding: "", dialect: "", accepted: 0, unchanged: 0, restated: 0, refused: 0,
      problems: [ProblemReceipt(problem)])
    return Receipt(name: file.name, status: .refused, importNumber: nil, files: [empty])
  }
}
