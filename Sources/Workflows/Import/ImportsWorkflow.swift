import Protection
import Records
import Storage

/// An import as `minbar imports` shows it.
package struct ImportListing: Sendable, Codable {
  package let number: Int64
  package let name: String
  package let receivedAt: String
  package let sha256: String
  package let files: [FileReceipt]
}

extension Workspace {
  /// Imports, oldest first; one when a number is given.
  /// - Throws: `WorkflowError` when there is no import of that number.
  package func imports(only number: Int64? = nil) throws -> [ImportListing] {
    let key = try keyRing().key(.registry)
    let archive = try openForReading()
    let entries = try archive.read { try $0.imports(only: number) }
    if let number, entries.isEmpty {
      throw WorkflowError("\(number): no such import; 'minbar imports list' shows them")
    }
    // Names that a key sealed which is gone stay closed; the list is shown all the same.
    let name = { (sealed: [UInt8]) in (try? SealedName.open(sealed, key: key)) ?? "(name sealed with another key)" }
    return entries.map { entry in
      ImportListing(
        number: entry.id, name: name(entry.nameSealed), receivedAt: entry.receivedAt.description,
        sha256: Hex.text(entry.sha256), files: entry.files.map { FileReceipt($0, name: name($0.nameSealed)) })
    }
  }

  /// Takes an import out again and works out anew what others say.
  /// - Throws: `WorkflowError` when there is no import of that number.
  package func undoImport(_ number: Int64, notice: (String) -> Void = { _ in }) throws {
    let archive = try openForWriting("imports undo", notice: notice)
    try archive.write { writer in
      guard let accounts = try writer.undoImport(number) else {
        throw WorkflowError("\(number): no such import; 'minbar imports list' shows them")
      }
      for account in accounts.sorted() { try MetricRollup.refresh(account, writer) }
      try writer.settleSearch()
    }
  }

  /// Everything the archive says, line by line in a fixed order.
  package func dump(_ line: (String) throws -> Void) throws {
    try openForReading().read { try $0.dump(line) }
  }
}

extension FileReceipt {
  init(_ entry: SourceEntry, name: String) {
    self.init(
      name: name, format: entry.format, encoding: entry.encoding, dialect: entry.dialect,
      period: entry.period?.description, scope: entry.scope?.rawValue, creator: entry.creator,
      accepted: entry.counts.accepted, unchanged: entry.counts.unchanged, restated: entry.counts.restated,
      refused: entry.counts.refused, problems: entry.problems.map(ProblemReceipt.init))
  }
}

enum Hex {
  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
