import Foundation

/// Files of a folder that are whole: as long as one grows, or its name says that it is being downloaded, it waits.
struct FolderWatch {
  private struct Sight: Equatable {
    let size: Int
    let changed: Date
    let inode: Int
  }

  private let folder: String
  private let settle: Double
  /// What each file looked like, and since when it has looked so.
  private var seen: [String: (sight: Sight, since: Double)] = [:]
  private var done: [String: Sight] = [:]

  /// - Parameter settle: seconds for which size and time of change must stay the same.
  init(folder: String, settle: Double) {
    self.folder = folder
    self.settle = settle
  }

  /// Files that are whole and were not given out before, in the order of their names.
  /// - Parameter now: seconds on a clock that only goes on.
  mutating func whole(now: Double) throws -> [String] {
    var whole: [String] = []
    var present: Set<String> = []
    for file in try InputFiles.list(folder) {
      guard let path = file.path, !Self.isPartial(path), let sight = Self.look(path) else { continue }
      present.insert(path)
      guard done[path] != sight else { continue }
      if let known = seen[path], known.sight == sight {
        guard now - known.since >= settle, sight.size > 0 else { continue }
        done[path] = sight
        whole.append(path)
      } else {
        seen[path] = (sight, now)
      }
    }
    seen = seen.filter { present.contains($0.key) }
    done = done.filter { present.contains($0.key) }
    return whole
  }

  /// Gives files out again, such as those that wait for a file that tells whose they are.
  mutating func putBack(_ paths: [String]) {
    for path in paths { done[path] = nil }
  }

  /// Names that browsers, synchronisers and Office give to files that are not whole.
  static func isPartial(_ path: String) -> Bool {
    let name = (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
    return name.hasPrefix("~$")
      || [".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".!ut", ".filepart", ".aria2"]
        .contains { name.hasSuffix($0) }
  }

  private static func look(_ path: String) -> Sight? {
    guard let found = try? FileManager.default.attributesOfItem(atPath: path), let size = found[.size] as? Int,
      let changed = found[.modificationDate] as? Date
    else { return nil }
    return Sight(size: size, changed: changed, inode: found[.systemFileNumber] as? Int ?? 0)
  }
}
