import Crypto
import Foundation
import Ingestion
import Protection

/// Keeps the files of a batch of which somebody has to decide something, and says in their receipts where.
struct HeldKeeper {
  let workspace: Workspace
  let textKey: SymmetricKey
  let policy: RetentionPolicy

  /// Bytes of a picture that are kept for the one who types it in.
  private static let largestPicture: Int64 = 16 << 20

  /// Sets `heldAs` of the receipt, or of those of its files that wait beside others that were taken. What cannot be kept is
  /// asked for again later, so nothing here ends the batch.
  func keep(_ file: InputFile, _ receipt: inout Receipt) {
    guard policy.spoolDays > 0, let path = file.path, receipt.status != .alreadyTaken else { return }
    if receipt.status == .held || receipt.files.count == 1 {
      guard let reason = reason(receipt.status == .held ? receipt.files.first { $0.isHeld } : receipt.files.first),
        receipt.status != .taken
      else { return }
      receipt.heldAs = try? keep(
        HeldContent(name: file.name, names: file.names, reason: reason, files: receipt.files),
        FileSource(path: path))
      return
    }
    try? keepMembers(of: file, path, &receipt)
  }

  private func reason(_ file: FileReceipt?) -> HeldReason? {
    guard let file, policy.keepsText || !file.holdsComments else { return nil }
    if file.isByHand { return .byHand }
    if file.isHeld, file.accepted == 0 { return .owner }
    return file.waitsForColumns ? .columns : nil
  }

  /// Receipts stand in the order in which members are met.
  private func keepMembers(of file: InputFile, _ path: String, _ receipt: inout Receipt) throws {
    guard receipt.files.contains(where: { reason($0) != nil }) else { return }
    var index = 0
    var files = receipt.files
    try sourceFiles(
      FileSource(path: path), names: file.names,
      { member in
        let inside = member.names.dropLast(file.names.count).reversed().joined(separator: "/")
        guard inside.isEmpty || !InputFiles.isClutter(inside), index < files.count else { return }
        defer { index += 1 }
        guard let reason = self.reason(files[index]) else { return }
        files[index].heldAs = try? self.keep(
          HeldContent(name: file.name + "/" + inside, names: member.names, reason: reason, files: [files[index]]),
          member.bytes)
      }, problem: { _ in })
    receipt.files = files
  }

  private struct HeldContent {
    let name: String
    let names: [String]
    let reason: HeldReason
    let files: [FileReceipt]
  }

  /// - Returns: the id; nil when nothing can be decided about the file after all, or the shelf is full.
  private func keep(_ content: HeldContent, _ bytes: any ByteSource) throws -> String? {
    let shelf = HeldShelf(workspace.places)
    let id = id(of: content)
    guard shelf.list(days: policy.spoolDays, now: workspace.now).count < HeldShelf.most else { return nil }
    try workspace.makePrivateFolder(shelf.folder)
    let isWhole = content.reason != .byHand || content.files.contains { $0.isPicture }
    let head = HeldHead(
      name: content.name, names: content.names, candidates: content.files.flatMap(\.candidates), isWhole: isWhole)
    let limited: any ByteSource =
      content.reason == .byHand ? LimitedSource(bytes, limit: Self.largestPicture) : bytes
    let key = try ImportKey(textKey: textKey)
    try HeldWriter(path: shelf.path(id, content.reason), key: key, now: workspace.now)
      .write(head, isWhole ? limited : nil)
    guard content.reason == .columns else { return id }
    return try name(id, shelf)
  }

  /// The same file lies on the shelf once; without the key its place tells nothing of its name.
  private func id(of content: HeldContent) -> String {
    let text = content.names.joined(separator: "\u{1F}") + content.name
    let mark = HMAC<SHA256>.authenticationCode(for: Data(("held " + text).utf8), using: textKey)
    return Hex.text(Array(mark.prefix(8)))
  }

  /// A table whose columns nobody could name is no question for a person.
  private func name(_ id: String, _ shelf: HeldShelf) throws -> String? {
    let tables = try workspace.heldTables(id).filter(\.isAskable)
    if tables.isEmpty { shelf.remove(id) }
    return tables.isEmpty ? nil : id
  }
}

extension TableListing {
  /// Whether a person can say what it is: it has columns that are not known, and a row of numbers, days or codes.
  var isAskable: Bool {
    !unknown.isEmpty && columns.count { $0.samples.contains { SampleGuard.shown($0) == $0 } } >= 2
  }
}

extension FileReceipt {
  var waitsForColumns: Bool {
    accepted == 0 && problems.contains { $0.code == "columns.unmapped" || $0.code == "format.unknown" }
  }
  var isPicture: Bool { problems.contains { $0.code == "file.image" } }
  /// Codes of the creators that a file could be of.
  var candidates: [String] {
    problems.filter { $0.code == "account.several" }.flatMap { $0.found.split(separator: ",") }
      .map { String($0).trimmingSpaces }
  }
  var holdsComments: Bool {
    format.utf8.contains(sequence: "comment".utf8) || format.utf8.contains(sequence: "yt-dlp".utf8)
  }
}

/// Bytes up to a limit; beyond it an error.
private final class LimitedSource: ByteSource {
  private let source: any ByteSource
  private var left: Int64

  init(_ source: any ByteSource, limit: Int64) {
    self.source = source
    left = limit
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try source.read(into: buffer)
    left -= Int64(count)
    guard left >= 0 else { throw WorkflowError("a picture too large to be kept") }
    return count
  }
}
