import CArchive
import Glibc
package import Records

/// Whether a file that starts like this is a zip archive (also XLSX and DOCX).
package func isArchive(head: some Collection<UInt8>) -> Bool {
  let marks: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
  return marks.contains { head.starts(with: $0) }
}

/// Visits the files in a zip archive, in the order in which they lie there, as streams: nothing is unpacked
/// to disk.
///
/// Entries that are links, encrypted, archives themselves or badly named are left out with a problem; an
/// archive that is too large or unpacks to too much ends with a problem. `Problem.file` is left empty for the
/// caller to fill.
/// - Throws: what `visit`, `problem` or the source threw.
package func archiveEntries(
  _ bytes: any ByteSource, limits: ArchiveLimits = ArchiveLimits(),
  _ visit: (_ name: String, _ bytes: any ByteSource) throws -> Void, problem: (Problem) throws -> Void
) throws {
  let walk = ArchiveWalk(bytes, limits: limits)
  try walk.run(visit, problem: problem)
}

/// Visits the files in the zip archive at `path`; see `archiveEntries(_:limits:_:problem:)`.
/// - Throws: `FileError` when it cannot be opened, and what `visit` or `problem` threw.
package func archiveEntries(
  path: String, limits: ArchiveLimits = ArchiveLimits(),
  _ visit: (_ name: String, _ bytes: any ByteSource) throws -> Void, problem: (Problem) throws -> Void
) throws {
  try archiveEntries(FileSource(path: path), limits: limits, visit, problem: problem)
}

/// One walk through an archive.
private final class ArchiveWalk {
  private let input: ArchiveInput
  private let file: FileSource?
  private let limits: ArchiveLimits
  private let archive: OpaquePointer?
  private var total = 0

  init(_ bytes: any ByteSource, limits: ArchiveLimits) {
    self.input = ArchiveInput(bytes)
    self.file = bytes as? FileSource
    self.limits = limits
    archive = archive_read_new()
  }

  deinit {
    if let archive { archive_read_free(archive) }
  }

  func run(
    _ visit: (String, any ByteSource) throws -> Void, problem: (Problem) throws -> Void
  ) throws {
    guard let archive else { return try problem(.brokenArchive()) }
    if let file, let refused = ZipDirectory.problem(file, limits: limits) { return try problem(refused) }
    archive_read_support_format_zip(archive)
    guard UTF8Locale.during({ input.open(archive) }) == ARCHIVE_OK else {
      if let failure = input.failure { throw failure }
      return try problem(.brokenArchive())
    }
    var count = 0
    while let entry = try nextEntry(archive, problem: problem) {
      count += 1
      guard count <= limits.entries else { return try problem(.archiveTooLarge("\(limits.entries)+ entries")) }
      guard try take(entry, visit, problem: problem) else { return }
    }
  }

  private func nextEntry(_ archive: OpaquePointer, problem: (Problem) throws -> Void) throws -> OpaquePointer? {
    var entry: OpaquePointer?
    let status = UTF8Locale.during { archive_read_next_header(archive, &entry) }
    if let failure = input.failure { throw failure }
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry else {
      try problem(.brokenArchive())
      return nil
    }
    return entry
  }

  /// Hands one entry to the visitor; false when the walk must end.
  private func take(
    _ entry: OpaquePointer, _ visit: (String, any ByteSource) throws -> Void,
    problem: (Problem) throws -> Void
  ) throws -> Bool {
    let name = name(of: entry)
    if archive_entry_filetype(entry) == EntryType.folder || ArchiveName.isDebris(name) { return true }
    if let refused = refusal(of: entry, name: name) {
      try problem(refused)
      return true
    }
    let source = ArchiveEntrySource(archive: archive, input: input, limits: limits, before: total)
    do {
      if let refused = try nestedArchive(source, name: name) {
        try problem(refused)
      } else {
        try visit(name, source)
        // Without a stated size libarchive would unpack the rest to find its end, whatever its length.
        if archive_entry_size_is_set(entry) == 0 { try source.drain() }
      }
    } catch let fault as ArchiveEntrySource.Fault {
      if let failure = input.failure { throw failure }
      try problem(fault.problem(entry: name))
      return !fault.endsWalk
    }
    total += source.count
    return true
  }

  private func refusal(of entry: OpaquePointer, name: String) -> Problem? {
    if ArchiveName.isHostile(name) { return .archiveEntry("archive.bad-name", "a name that leads elsewhere", "") }
    let type = archive_entry_filetype(entry)
    if type != 0, type != EntryType.file || archive_entry_hardlink(entry) != nil {
      return .archiveEntry("archive.link", "a link or device", name)
    }
    if archive_entry_is_encrypted(entry) != 0 {
      return .archiveEntry("archive.encrypted", "an encrypted file", name)
    }
    if archive_entry_size_is_set(entry) != 0, archive_entry_size(entry) > Int64(limits.entryBytes) {
      return .archiveEntry("archive.entry-too-large", "\(archive_entry_size(entry)) bytes", name)
    }
    return nil
  }

  /// An archive within an archive is refused; XLSX and DOCX are passed on, to be refused with better words.
  private func nestedArchive(_ source: ArchiveEntrySource, name: String) throws -> Problem? {
    let head = try source.peek(64)
    guard isArchive(head: head), !OfficeDocument.isStart(head) else { return nil }
    return .archiveEntry("archive.nested", "an archive inside the archive", name)
  }

  private func name(of entry: OpaquePointer) -> String {
    guard let name = archive_entry_pathname(entry) else { return "" }
    return ArchiveName.decoded(Bytes(start: name, count: strlen(name)))
  }
}

/// libarchive turns names into the thread's locale; this one keeps every letter.
private enum UTF8Locale {
  private static nonisolated(unsafe) let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  static func during<Result>(_ body: () -> Result) -> Result {
    guard let locale else { return body() }
    let before = uselocale(locale)
    defer { uselocale(before) }
    return body()
  }
}

/// `AE_IFDIR` and `AE_IFREG`, whose casts Swift does not import.
private enum EntryType {
  static let folder: mode_t = 0o040000
  static let file: mode_t = 0o100000
}
