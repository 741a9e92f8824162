import Records

/// What the names of YouTube Data Tools' files tell: `videoinfo_<video>_2026_10_16-12_00_00_comments.tab`,
/// `videolist_channel50_2026_10_16-12_00_00.tab`.
struct DataToolsName {
  /// The video that a file is about.
  var videoID: String?
  /// The day on which it was made.
  var day: Day?

  init(_ name: String) {
    let found: (String?, Day?) = name.withBytes { bytes in
      (DataToolsName.video(bytes), DataToolsName.day(bytes))
    }
    videoID = found.0
    day = found.1
  }

  /// The eleven signs behind `videoinfo_`, or behind the channel that follows it.
  private static func video(_ name: Bytes) -> String? {
    guard let place = name.position(of: "videoinfo_") else { return nil }
    var rest = name.part(place + 10..<name.count)
    if rest.count > 25, Identifier.isChannel(rest.part(0..<24)), rest[24] == 0x5F { rest = rest.part(25..<rest.count) }
    guard rest.count > 11, rest[11] == 0x5F, Identifier.isVideo(rest.part(0..<11)) else { return nil }
    return rest.part(0..<11).string
  }

  /// The last `_YYYY_MM_DD-`.
  private static func day(_ name: Bytes) -> Day? {
    for start in stride(from: name.count - 12, through: 0, by: -1) {
      guard name[start] == 0x5F, name[start + 5] == 0x5F, name[start + 8] == 0x5F, name[start + 11] == ASCII.minus,
        let year = name.decimal(start + 1..<start + 5), let month = name.decimal(start + 6..<start + 8),
        let day = name.decimal(start + 9..<start + 11), let found = Day(year: year, month: month, day: day)
      else { continue }
      return found
    }
    return nil
  }
}
