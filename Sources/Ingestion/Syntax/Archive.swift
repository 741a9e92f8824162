import CArchive
import Glibc
import Records

/// Whether a file that starts like this is a zip archive (also XLSX and DOCX).
package func isArchive(head: some Collection<UInt8>) -> Bool {
  let marks: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
  return marks.contains { head.starts(with: $0) }
}

/// One walk through an archive: hands out the files in it, in the order in which they lie there.
final class ArchiveWalk {
  private let entries: ArchiveEntries
  private let names: [String]
  private let budget: ArchiveBudget
  /// How many archives enclose this one.
  private let depth: Int

  init(_ bytes: any ByteSource, names: [String], budget: ArchiveBudget, depth: Int) {
    entries = ArchiveEntries(bytes, budget: budget, isOutermost: depth == 0)
    self.names = names
    self.budget = budget
    self.depth = depth
  }

  /// - Throws: what `visit`, `problem` or the source threw, and faults that end the walks around this one.
  func run(_ visit: (SourceFile) throws -> Void, problem: (Problem) throws -> Void) throws {
    if let refused = try entries.open() { return try problem(refused) }
    while true {
      switch try entries.next() {
      case .end: return
      case .broken: return try problem(.brokenArchive())
      case .entry(let entry):
        guard budget.takeEntry() else { return try problem(.archiveTooLarge("\(budget.limits.entries)+ entries")) }
        guard try take(entry, visit, problem: problem) else { return }
      }
    }
  }

  /// Hands one entry to the visitor; false when the walk must end.
  private func take(
    _ entry: ArchiveEntries.Entry, _ visit: (SourceFile) throws -> Void, problem: (Problem) throws -> Void
  ) throws -> Bool {
    if entry.isFolder || ArchiveName.isDebris(entry.name) { return true }
    if let refused = refusal(of: entry) {
      try problem(refused)
      return true
    }
    let source = entries.source()
    do {
      try read(source, entry.name, visit, problem: problem)
      // Without a stated size libarchive would unpack the rest to find its end, whatever its length.
      if entry.size == nil { try source.drain() }
    } catch let fault as ArchiveEntrySource.Fault {
      if let failure = entries.failure { throw failure }
      if fault.endsWalk, depth > 0 { throw fault }
      try problem(fault.problem(entry: entry.name))
      return !fault.endsWalk
    }
    return true
  }

  /// A file is visited, a document or an archive inside is opened.
  private func read(
    _ source: ArchiveEntrySource, _ name: String, _ visit: (SourceFile) throws -> Void,
    problem: (Problem) throws -> Void
  ) throws {
    let inside = name.utf8.split(separator: ASCII.slash).reversed().map { String(Substring($0)) } + names
    let head = try source.peek(64)
    if OfficeDocument.isStart(head) {
      try OfficeReader(names: inside, budget: budget).read(source, visit, problem: problem)
    } else if isArchive(head: head) {
      guard depth == 0 else { return try problem(.nestedArchive(name)) }
      try ArchiveWalk(source, names: inside, budget: budget, depth: depth + 1).run(visit) { found in
        var named = found
        named.column = named.column ?? name
        try problem(named)
      }
    } else {
      try visit(SourceFile(names: inside, form: .file, bytes: source))
    }
  }

  private func refusal(of entry: ArchiveEntries.Entry) -> Problem? {
    if ArchiveName.isHostile(entry.name) { return .archiveEntry("archive.bad-name", "a name that leads elsewhere", "") }
    if entry.isLink { return .archiveEntry("archive.link", "a link or device", entry.name) }
    if entry.isEncrypted { return .archiveEntry("archive.encrypted", "an encrypted file", entry.name) }
    if let size = entry.size, size > budget.limits.entryBytes {
      return .archiveEntry("archive.entry-too-large", "\(size) bytes", entry.name)
    }
    return nil
  }
}
