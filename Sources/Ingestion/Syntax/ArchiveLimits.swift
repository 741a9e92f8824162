/// How much an archive may hold; more is refused before it can do harm.
package struct ArchiveLimits: Sendable, Hashable {
  package var entries = 2_000
  /// Bytes of one entry and of all together, unpacked.
  package var entryBytes = 1 << 30
  package var totalBytes = 2 << 30
  /// Unpacked to packed bytes, looked at once an entry or the whole is larger than `ratioFrom`.
  package var ratio = 200
  package var ratioFrom = 10 << 20

  package init() {}
}
