import CArchive
import Glibc

/// What libarchive reads from: a byte source, perhaps one in which it can also seek. Counts what it hands out.
final class ArchiveInput {
  private let source: any ByteSource
  private let file: (any SeekableSource)?
  private let budget: ArchiveBudget?
  private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// Bytes handed out so far.
  private(set) var delivered = 0
  /// What the source threw; libarchive only learns that something failed.
  private(set) var failure: (any Error)?

  /// - Parameter budget: told what comes in, if the source is the outermost.
  init(_ source: any ByteSource, budget: ArchiveBudget? = nil) {
    self.source = source
    self.file = source as? any SeekableSource
    self.budget = budget
  }

  deinit { block.deallocate() }

  /// Opens `archive` on this input, which must outlive it.
  func open(_ archive: OpaquePointer) -> Int32 {
    archive_read_set_read_callback(archive) { _, context, start in
      ArchiveInput.from(context).read(start)
    }
    if file?.seek(0, SEEK_CUR) != nil {
      archive_read_set_seek_callback(archive) { _, context, offset, whence in
        ArchiveInput.from(context).file?.seek(Int(offset), whence).map(Int64.init) ?? Int64(ARCHIVE_FATAL)
      }
    }
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
    return archive_read_open1(archive)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> ArchiveInput {
    // libarchive gives back the very pointer it was opened with.
    context.map { Unmanaged<ArchiveInput>.fromOpaque($0).takeUnretainedValue() } ?? ArchiveInput(MemorySource([]))
  }

  /// Fills the block to its end: libarchive misreads some methods when pieces are small, as pipes may give them.
  private func read(_ start: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do {
      var count = 0
      while count < block.count {
        let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: block[count...]))
        if got == 0 { break }
        count += got
      }
      delivered += count
      budget?.deliver(count)
      start?.pointee = UnsafeRawPointer(block.baseAddress)
      return count
    } catch {
      failure = error
      return -1
    }
  }
}
