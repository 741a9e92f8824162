import Foundation
import Glibc

/// Files that others on the machine can read.
enum Exposure {
  static func names(in folder: String) -> [String] {
    let names = [""] + ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
    return names.filter { name in
      var status = stat()
      return lstat(folder + "/" + name, &status) == 0 && status.st_mode & 0o077 != 0
        && status.st_mode & S_IFMT != S_IFLNK
    }.map { $0.isEmpty ? "." : $0 }.sorted()
  }
}

/// What commands that were cut off leave behind.
enum Leftovers {
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { name in [".part", ".new", ".restoring", ".replaced", ".next"].contains { name.hasSuffix($0) } }.sorted()
  }
}

/// Room on the disk that holds a folder.
struct FreeSpace {
  private let folder: String
  let free: Int?

  init(_ folder: String) {
    self.folder = folder
    var status = statvfs()
    free = statvfs(folder, &status) == 0 ? Int(status.f_bavail) * Int(status.f_frsize) : nil
  }

  func size(of name: String) -> Int {
    var status = stat()
    return stat(folder + "/" + name, &status) == 0 ? Int(status.st_size) : 0
  }
}
