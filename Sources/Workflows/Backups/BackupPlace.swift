import Foundation
import Glibc

/// Where a backup is to lie: a new file in a folder that is there, away from data and keys.
struct BackupPlace {
  private let path: String

  /// - Throws: `WorkflowError` when there is something already, no such folder, or the folder is the data's or the keys'.
  init(_ path: String, _ places: Places) throws {
    self.path = path
    try refuseTaken()
    let named = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    guard let folder = Self.real(named) else {
      throw WorkflowError("\(named): the folder is not there; make it, or plug the disk in, and try again")
    }
    for (place, name) in [(places.home, "data"), (places.keys, "keys")] {
      guard let own = Self.real(place), (folder + "/").utf8.starts(with: (own + "/").utf8) else { continue }
      throw WorkflowError(
        "\(path): in the folder of the \(name), which is lost with it; name a file on another disk")
    }
  }

  /// A file beside the backup's place that nobody had before, empty and for its owner alone.
  func makePart() throws -> String {
    for number in 1...100 {
      let part = "\(path).\(number).part"
      let file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file >= 0 {
        close(file)
        return part
      }
      guard errno == EEXIST else { break }
    }
    throw WorkflowError("\(path): \(String(cString: strerror(errno))); check the folder")
  }

  /// Gives a finished copy its name, unless somebody else took the name meanwhile.
  func take(_ part: String) throws {
    try refuseTaken()
    guard rename(part, path) == 0 else {
      throw WorkflowError("\(path): \(String(cString: strerror(errno))); check the folder")
    }
  }

  private func refuseTaken() throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkflowError("\(path): there is something already; name a new file")
    }
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
