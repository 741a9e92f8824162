import CArchive
import Glibc
import Records

/// Steps through the entries of a zip archive.
final class ArchiveEntries {
  struct Entry {
    var name: String
    var isFolder: Bool
    var isLink: Bool
    var isEncrypted: Bool
    /// Bytes unpacked; nil where the archive does not say so before them.
    var size: Int?
  }

  enum Step {
    case entry(Entry)
    case end
    case broken
  }

  private let input: ArchiveInput
  private let file: (any SeekableSource)?
  private let budget: ArchiveBudget
  private let archive: OpaquePointer?

  init(_ bytes: any ByteSource, budget: ArchiveBudget, isOutermost: Bool) {
    input = ArchiveInput(bytes, budget: isOutermost ? budget : nil)
    file = bytes as? any SeekableSource
    self.budget = budget
    archive = archive_read_new()
  }

  deinit {
    if let archive { archive_read_free(archive) }
  }

  /// What the source threw; libarchive only learns that something failed.
  var failure: (any Error)? { input.failure }

  /// Makes the archive ready; gives what is wrong with it as a whole.
  /// - Throws: what the source threw.
  func open() throws -> Problem? {
    guard let archive else { return .brokenArchive() }
    if let file, let refused = ZipDirectory.problem(file, limits: budget.limits) { return refused }
    archive_read_support_format_zip(archive)
    guard UTF8Locale.during({ input.open(archive) }) == ARCHIVE_OK else {
      if let failure = input.failure { throw failure }
      return .brokenArchive()
    }
    return nil
  }

  /// Goes to the next entry.
  /// - Throws: what the source threw.
  func next() throws -> Step {
    var entry: OpaquePointer?
    let status = UTF8Locale.during { archive_read_next_header(archive, &entry) }
    if let failure = input.failure { throw failure }
    if status == ARCHIVE_EOF { return .end }
    guard status >= ARCHIVE_WARN, let entry else { return .broken }
    let type = archive_entry_filetype(entry)
    return .entry(
      Entry(
        name: ArchiveEntries.name(of: entry), isFolder: type == EntryType.folder,
        isLink: type != 0 && (type != EntryType.file || archive_entry_hardlink(entry) != nil),
        isEncrypted: archive_entry_is_encrypted(entry) != 0,
        size: archive_entry_size_is_set(entry) == 0 ? nil : Int(archive_entry_size(entry))))
  }

  /// The bytes of the entry that was reached last.
  func source() -> ArchiveEntrySource { ArchiveEntrySource(archive: archive, input: input, budget: budget) }

  private static func name(of entry: OpaquePointer) -> String {
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
