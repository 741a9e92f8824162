import Foundation
import Ingestion
import Protection
import Records
import Storage

extension Workspace {
  private func heldDays() throws -> Int { try openForReading().read(RetentionPolicy.init).spoolDays }

  private func heldFile(_ id: String) throws -> (file: HeldFile, source: HeldSource) {
    let shelf = HeldShelf(places)
    guard let file = shelf.list(days: try heldDays(), now: now).first(where: { $0.id == id }) else {
      throw HeldSource.gone
    }
    return (file, try HeldSource(shelf.path(id, file.reason), textKey: keyRing().key(.text)))
  }

  /// Every file that waits for somebody, by name. What was sealed with keys that are gone is left out.
  package func heldFiles() throws -> [HeldListing] {
    let shelf = HeldShelf(places)
    let key = try keyRing().key(.text)
    return shelf.list(days: try heldDays(), now: now).compactMap { file in
      (try? HeldSource(shelf.path(file.id, file.reason), textKey: key)).map { listing(file, $0) }
    }
  }

  /// One file that waits, with its tables where those are asked about.
  /// - Throws: `WorkflowError` when it is not kept any more.
  package func heldFile(show id: String) throws -> HeldListing {
    let (file, source) = try heldFile(id)
    var listing = listing(file, source)
    if file.reason == .columns { listing.tables = try heldTables(id).filter(\.isAskable).map(\.guarded) }
    return listing
  }

  private func listing(_ file: HeldFile, _ source: HeldSource) -> HeldListing {
    HeldListing(
      id: file.id, reason: file.reason, name: source.head.name, until: file.until.description,
      candidates: source.head.candidates, picture: file.reason == .byHand && source.head.isWhole ? "image" : nil)
  }

  /// The tables in a kept file, as they are, cells of text and all: for this machine alone.
  func heldTables(_ id: String) throws -> [TableListing] {
    let source = try heldFile(id).source
    return try tables(in: source, names: source.head.names)
  }

  /// Writes the content of a picture, piece by piece.
  /// - Throws: `WorkflowError` when it is not kept, or is no picture.
  package func heldPicture(_ id: String, _ write: (ArraySlice<UInt8>) throws -> Void) throws {
    let (file, source) = try heldFile(id)
    guard file.reason == .byHand, source.head.isWhole else { throw HeldSource.gone }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return }
      try write(buffer[..<count])
    }
  }

  /// Takes a file off the shelf without reading it.
  package func dropHeld(_ id: String) throws {
    guard HeldShelf(places).remove(id) else { throw HeldSource.gone }
  }

  /// Says what columns of a kept table mean, by the same workflow as `formats map`.
  /// - Parameter roles: role ids by the column's key.
  /// - Returns: ids of all kept files that hold a table with this header.
  package func mapHeld(_ id: String, roles: [String: String]) throws -> [String] {
    let names = Set(roles.keys)
    guard
      let table = try heldTables(id).first(where: { table in names.isSubset(of: table.columns.map(\.key)) })
    else { throw WorkflowError("no table of this file has all of these columns") }
    try map(table, roles: roles)
    let waiting = HeldShelf(places).list(days: try heldDays(), now: now).filter { $0.reason == .columns }
    return waiting.map(\.id).filter { other in
      other == id || (try? heldTables(other))?.contains { $0.signature == table.signature } == true
    }
  }
}

extension IngestWorkflow {
  /// Reads kept files again, with what was said meanwhile. What could be taken leaves the shelf.
  /// - Throws: `WorkflowError` when one is not kept any more.
  package func ingestHeld(_ ids: [String]) throws -> IngestOutcome {
    var receipts: [Receipt] = []
    for id in ids { receipts.append(try takeHeld(id)) }
    return try outcome(of: receipts)
  }

  /// Looks again at kept files of which nobody knew whose they are.
  /// - Returns: receipts of those that could be taken now.
  func takeWaiting() throws -> [Receipt] {
    let policy = try archive.read(RetentionPolicy.init)
    let waiting = HeldShelf(workspace.places).list(days: policy.spoolDays, now: workspace.now)
    return waiting.filter { $0.reason == .owner }.compactMap { file in
      // What cannot be opened any more is no reason to lose the receipt of a batch.
      guard let receipt = try? takeHeld(file.id), receipt.status == .taken else { return nil }
      return receipt
    }
  }

  private func takeHeld(_ id: String) throws -> Receipt {
    let shelf = HeldShelf(workspace.places)
    let policy = try archive.read(RetentionPolicy.init)
    guard let file = shelf.list(days: policy.spoolDays, now: workspace.now).first(where: { $0.id == id }) else {
      throw HeldSource.gone
    }
    let source = try HeldSource(shelf.path(id, file.reason), textKey: keys.key(.text))
    progress(source.head.name)
    let input = InputFile(path: nil, name: source.head.name, names: source.head.names)
    var receipt = try takeStream(source, input, expected: nil)
    if receipt.status == .taken || receipt.status == .alreadyTaken { shelf.remove(id) } else { receipt.heldAs = id }
    return receipt
  }
}
