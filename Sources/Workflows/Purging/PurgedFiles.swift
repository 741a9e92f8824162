import Foundation
import Glibc

/// Files of the data directory that a purge removes: they were made from what goes, and can be made again.
struct PurgedFiles {
  let paths: [String]

  init(_ places: Places, _ request: PurgeRequest) {
    var folders = [places.reports, places.spool]
    if request == .everything { folders.append(places.home + "/models") }
    let files = FileManager.default
    paths = folders.flatMap { folder in
      ((try? files.subpathsOfDirectory(atPath: folder)) ?? []).map { folder + "/" + $0 }.filter { path in
        (try? files.attributesOfItem(atPath: path)[.type]) as? FileAttributeType == .typeRegular
      }
    }
  }

  /// Overwrites and removes the files.
  /// - Throws: `WorkflowError` naming the first that could not be removed.
  func remove() throws {
    for path in paths {
      overwrite(path)
      guard unlink(path) == 0 else {
        throw WorkflowError("\(path): \(String(cString: strerror(errno))); delete it by hand")
      }
    }
  }

  private func overwrite(_ path: String) {
    let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return }
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    var place = 0
    while place < Int(status.st_size) {
      let count = pwrite(file, zeros, min(zeros.count, Int(status.st_size) - place), off_t(place))
      guard count > 0 else { break }
      place += count
    }
    fsync(file)
  }
}
