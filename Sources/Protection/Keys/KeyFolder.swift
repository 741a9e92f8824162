import FoundationEssentials
import Glibc

/// A file in the key directory, as lists show it.
package struct KeyEntry: Sendable, Hashable {
  package let fileName: String
  /// Nil for a file that is none of Minbar's keys.
  package let purpose: KeyPurpose?
  /// False when other users of the machine may read it.
  package let isPrivate: Bool
  /// The key's mark; nil when the file holds no key.
  package let mark: [UInt8]?
}

/// The key directory as files: what lies there, and how it is destroyed.
package enum KeyFolder {
  /// Names of key files in a directory, in order; empty when it cannot be read.
  package static func names(in directory: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
      .filter { $0.hasSuffix(".key") || $0.hasSuffix(".key.next") }.sorted()
  }

  /// What lies in the directory.
  package static func entries(in directory: String) -> [KeyEntry] {
    names(in: directory).map { name in
      let path = directory + "/" + name
      var status = stat()
      let isPrivate = stat(path, &status) == 0 && status.st_mode & 0o077 == 0
      let key = (try? KeyFile.read(path)) ?? nil
      return KeyEntry(
        fileName: name, purpose: KeyPurpose(name), isPrivate: isPrivate, mark: key.map(KeyMark.bytes))
    }
  }

  /// Overwrites a key, waits until that is on the disk, and removes the file.
  /// - Throws: `KeyError` when it could not be overwritten and removed.
  package static func destroy(_ name: String, in directory: String) throws {
    let path = directory + "/" + name
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    var status = stat()
    fstat(file, &status)
    let zeros = [UInt8](repeating: 0, count: max(64, Int(status.st_size)))
    let isOverwritten = pwrite(file, zeros, zeros.count, 0) == zeros.count && fsync(file) == 0
    close(file)
    guard unlink(path) == 0, isOverwritten else { throw failure(path) }
    syncDirectory(directory)
  }

  /// Destroys every key in a directory, whatever state it is in, as fast as the disk allows.
  /// - Returns: the names of the files that are gone, and of those that could not be removed.
  package static func destroyAll(in directory: String) -> (gone: [String], left: [String]) {
    var gone: [String] = []
    var left: [String] = []
    for name in names(in: directory) {
      do {
        try destroy(name, in: directory)
        gone.append(name)
      } catch {
        left.append(name)
      }
    }
    return (gone, left)
  }

  static func syncDirectory(_ directory: String) {
    let folder = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func failure(_ path: String) -> KeyError {
    KeyError(description: "\(path): \(String(cString: strerror(errno))); destroy it by hand")
  }
}
