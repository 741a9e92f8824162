import Foundation
import Glibc

/// Holds the right to write: an exclusive lock on a file beside the database. SQLite 3.40 can corrupt its log when two
/// connections write or checkpoint at once, so only the holder opens a writing connection. The kernel drops the lock
/// when the process ends, however it ends.
final class WriterLock {
  private let descriptor: Int32

  /// Waits up to `seconds` for the lock, telling `onWait` once who holds it.
  /// - Throws: `ArchiveError.busy` when somebody else keeps it.
  init(path: String, seconds: Int, holder: String, onWait: (String) -> Void) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ArchiveError.cannotOpen(path, reason: String(cString: strerror(errno))) }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let other = WriterLock.read(descriptor)
      guard waited < seconds * 10 else {
        close(descriptor)
        throw ArchiveError.busy(holder: other)
      }
      if waited == 0 { onWait(other) }
      usleep(100_000)
      waited += 1
    }
    WriterLock.write(holder, to: descriptor)
  }

  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func read(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "another Minbar"
  }

  private static func write(_ holder: String, to descriptor: Int32) {
    ftruncate(descriptor, 0)
    let bytes = Array(holder.utf8)
    pwrite(descriptor, bytes, bytes.count, 0)
  }
}
