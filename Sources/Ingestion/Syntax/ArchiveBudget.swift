/// What may still be unpacked of one thing that was handed in: an archive, with the archives and documents in it.
final class ArchiveBudget {
  let limits: ArchiveLimits
  /// Bytes unpacked so far, those of inner archives too.
  private(set) var unpacked = 0
  /// Packed bytes that came in from outside.
  private(set) var delivered = 0
  private var entries = 0

  init(_ limits: ArchiveLimits) { self.limits = limits }

  func deliver(_ count: Int) { delivered += count }

  /// Counts bytes that were unpacked, or that came of what was.
  func unpack(_ count: Int) { unpacked += count }

  /// Counts bytes, and stops what is too much.
  /// - Throws: `ArchiveEntrySource.Fault`.
  func take(_ count: Int) throws {
    unpack(count)
    try check()
  }

  /// - Throws: `ArchiveEntrySource.Fault` when too much was unpacked, in whole or for what came in.
  func check() throws {
    if unpacked > limits.totalBytes { throw ArchiveEntrySource.Fault.totalTooLarge }
    guard unpacked > limits.ratioFrom else { return }
    if unpacked / max(1, delivered) > limits.ratio { throw ArchiveEntrySource.Fault.ratio }
  }

  /// Counts an entry; false when there are too many.
  func takeEntry() -> Bool {
    entries += 1
    return entries <= limits.entries
  }
}
