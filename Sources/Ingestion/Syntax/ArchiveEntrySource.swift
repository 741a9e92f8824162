import CArchive
import Records

/// The bytes of one archive entry as they are unpacked, under the archive's limits.
final class ArchiveEntrySource: ByteSource {
  /// Why an entry could not be unpacked to its end.
  enum Fault: Error {
    case broken, encrypted, entryTooLarge, totalTooLarge, ratio

    /// Whether nothing more is read from this archive.
    var endsWalk: Bool {
      switch self {
      case .broken, .encrypted, .entryTooLarge: false
      case .totalTooLarge, .ratio: true
      }
    }

    func problem(entry: String) -> Problem {
      switch self {
      case .broken: .archiveEntry("archive.broken-entry", "a damaged file", entry)
      case .encrypted: .archiveEntry("archive.encrypted", "an encrypted file", entry)
      case .entryTooLarge: .archiveEntry("archive.entry-too-large", "a file that is too large", entry)
      case .totalTooLarge: .archiveTooLarge("files that are too large together")
      case .ratio: .archiveTooLarge("a file that unpacks to more than 200 times its size")
      }
    }
  }

  /// Bytes unpacked so far.
  private(set) var count = 0

  private let archive: OpaquePointer?
  private let input: ArchiveInput
  private let budget: ArchiveBudget
  private let deliveredBefore: Int
  private var head: [UInt8] = []
  private var headPosition = 0

  init(archive: OpaquePointer?, input: ArchiveInput, budget: ArchiveBudget) {
    self.archive = archive
    self.input = input
    self.budget = budget
    deliveredBefore = input.delivered
  }

  /// The first bytes, at most `length`; they are read again later.
  func peek(_ length: Int) throws -> [UInt8] {
    while head.count < length {
      var piece = [UInt8](repeating: 0, count: length - head.count)
      let got = try piece.withUnsafeMutableBytes { try unpack(into: $0) }
      guard got > 0 else { break }
      head += piece[..<got]
    }
    return head
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard headPosition < head.count else { return try unpack(into: buffer) }
    let length = min(buffer.count, head.count - headPosition)
    buffer.copyBytes(from: head[headPosition..<headPosition + length])
    headPosition += length
    return length
  }

  /// Unpacks what is left and forgets it.
  func drain() throws {
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { scratch.deallocate() }
    while try unpack(into: scratch) > 0 {}
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let archive else { throw Fault.broken }
    let got = archive_read_data(archive, buffer.baseAddress, buffer.count)
    if let failure = input.failure { throw failure }
    guard got >= 0 else {
      throw archive_read_has_encrypted_entries(archive) > 0 ? Fault.encrypted : Fault.broken
    }
    count += got
    budget.unpack(got)
    try checkLimits()
    return got
  }

  private func checkLimits() throws {
    let limits = budget.limits
    if count > limits.entryBytes { throw Fault.entryTooLarge }
    // What libarchive read ahead belongs to the next entry: one block is allowed for.
    let packed = input.delivered - deliveredBefore + (64 << 10)
    if count > limits.ratioFrom, count / max(1, packed) > limits.ratio { throw Fault.ratio }
    try budget.check()
  }
}
