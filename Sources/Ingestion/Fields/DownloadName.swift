package import Records

/// What the name of an Instagram download tells: `instagram-<user>-2026-11-01-<letters>.zip`, or the folder in it.
package struct DownloadName {
  package var username: String?
  /// The day on which the download was made.
  package var day: Day?

  /// - Parameter names: file name first, then what encloses it.
  package init(_ names: [String]) {
    for name in names {
      guard let (username, day) = name.withBytes(DownloadName.parts) else { continue }
      self.username = username
      self.day = day
      return
    }
  }

  private static func parts(_ name: Bytes) -> (String, Day)? {
    let prefix: StaticString = "instagram-"
    guard name.starts(with: prefix) else { return nil }
    let rest = name.part(prefix.utf8CodeUnitCount..<name.count)
    for mark in rest.indices where rest[mark] == ASCII.minus && mark > 0 && rest.count >= mark + 11 {
      if let day = Day(rest.part(mark + 1..<mark + 11).string) { return (rest.part(0..<mark).string, day) }
    }
    return nil
  }
}

/// The name of a post where an export states none: the moment it was made, to the second.
enum CreatedName {
  static func id(_ seconds: Int) -> String { "created-\(seconds)" }
}
