import Glibc

/// A call to the operating system that failed, with the file it was about.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  package var path: String
  /// `errno` of the call.
  package var code: Int32

  package var description: String { "\(path): \(String(cString: strerror(code)))" }
}

/// The bytes of an open file descriptor, from where it stands; the descriptor is closed only if this opened
/// it.
package final class FileSource: ByteSource {
  private let path: String
  let descriptor: Int32
  private let isOwner: Bool

  /// Reads from a descriptor that the caller keeps open; `path` is for messages only.
  package init(descriptor: Int32, path: String = "") {
    self.descriptor = descriptor
    self.path = path
    self.isOwner = false
  }

  /// Opens a file for reading.
  /// - Throws: `FileError` when it cannot be opened.
  package init(path: String) throws {
    self.descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    self.isOwner = true
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  }

  deinit {
    if isOwner, descriptor >= 0 { close(descriptor) }
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw FileError(path: path, code: errno) }
    }
  }

  /// Goes to a place of the file; what cannot seek (a pipe) gives nil.
  func seek(_ offset: Int, _ whence: Int32) -> Int? {
    let place = lseek(descriptor, off_t(offset), whence)
    return place < 0 ? nil : Int(place)
  }
}
