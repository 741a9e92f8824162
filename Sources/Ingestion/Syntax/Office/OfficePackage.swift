import Records

/// A workbook or Word document: an archive of parts that name each other. It is held in memory, packed, since its
/// parts are needed in another order than they lie there.
final class OfficePackage {
  /// One part's mention of another.
  struct Relation {
    var id: String
    /// The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`.
    var kind: String
    /// Path of the part within the document.
    var target: String
  }

  /// Why a document could not be opened.
  struct Fault: Error {
    var problem: Problem
  }

  private let bytes: [UInt8]
  private let budget: ArchiveBudget

  /// Reads the packed document into memory.
  /// - Throws: `Fault` when it is too large, and what the source throws.
  init(_ source: any ByteSource, budget: ArchiveBudget, isOutermost: Bool) throws {
    self.budget = budget
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = try source.read(into: piece)
      guard count > 0 else { break }
      bytes += Bytes(rebasing: piece[..<count])
      guard bytes.count <= budget.limits.documentBytes else { throw Fault(problem: .documentTooLarge()) }
    }
    self.bytes = bytes
    if isOutermost { budget.deliver(bytes.count) }
  }

  /// Hands out the bytes of a part; nil where there is none of that name.
  /// - Throws: `Fault` when the archive is broken, and what `body` throws.
  func part<Result>(_ path: String, _ body: (any ByteSource) throws -> Result) throws -> Result? {
    let entries = ArchiveEntries(MemoryFile(bytes), budget: budget, isOutermost: false)
    if let refused = try entries.open() { throw Fault(problem: refused) }
    for _ in 0...budget.limits.entries {
      switch try entries.next() {
      case .end: return nil
      case .broken: throw Fault(problem: .brokenArchive())
      case .entry(let entry):
        guard OfficePackage.isSame(entry.name, path) else { continue }
        if entry.isEncrypted { throw Fault(problem: .archiveEntry("archive.encrypted", "an encrypted file", path)) }
        return try withExtendedLifetime(entries) { try body(entries.source()) }
      }
    }
    throw Fault(problem: .archiveTooLarge("\(budget.limits.entries)+ entries"))
  }

  /// What a part mentions; for the document as a whole, `path` is empty.
  /// - Throws: `XMLFault`, and as `part` does.
  func relations(of path: String) throws -> [Relation] {
    let place = path.utf8.lastIndex(of: ASCII.slash).map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<place])
    let list = try part(folder + "_rels/" + path[place...] + ".rels") { bytes in
      var relations: [Relation] = []
      let reader = XMLReader(bytes)
      while let event = try reader.next() {
        guard case .start(let element) = event, element.name == "Relationship", element["TargetMode"] != "External",
          let id = element["Id"], let type = element["Type"], let target = element["Target"]
        else { continue }
        let kind = type.utf8.split(separator: ASCII.slash).last.map { String(Substring($0)) } ?? ""
        relations.append(Relation(id: id, kind: kind, target: OfficePackage.resolved(target, from: folder)))
      }
      return relations
    }
    return list ?? []
  }

  /// A target's path: from the root where it starts with `/`, else from the folder of the part that names it.
  private static func resolved(_ target: String, from folder: String) -> String {
    let isAbsolute = target.utf8.first == ASCII.slash
    var parts: [Substring.UTF8View] = []
    for part in ((isAbsolute ? "" : folder) + target).utf8.split(separator: ASCII.slash) {
      if part.elementsEqual([ASCII.dot]) { continue }
      if part.elementsEqual([ASCII.dot, ASCII.dot]) { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Names of parts differ neither by case nor by the kind of slash.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8, by: { folded($0) == folded($1) })
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    if byte == ASCII.backslash { return ASCII.slash }
    return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
