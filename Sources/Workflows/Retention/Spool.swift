import Foundation
import Records

/// Uploads on their way in, and originals until they are taken in: nothing in here lives long.
struct Spool {
  private let folder: String

  init(_ places: Places) {
    folder = places.spool
  }

  /// Removes files that were last written through a moment.
  /// - Returns: how many went.
  func expire(through cutoff: Instant) -> Int {
    let files = FileManager.default
    let names = (try? files.subpathsOfDirectory(atPath: folder)) ?? []
    return names.count { name in
      let path = folder + "/" + name
      guard let attributes = try? files.attributesOfItem(atPath: path),
        attributes[.type] as? FileAttributeType == .typeRegular,
        let written = attributes[.modificationDate] as? Date,
        Int64(written.timeIntervalSince1970) <= cutoff.seconds
      else { return false }
      return (try? files.removeItem(atPath: path)) != nil
    }
  }

  /// Removes everything.
  func clear() { try? FileManager.default.removeItem(atPath: folder) }
}
