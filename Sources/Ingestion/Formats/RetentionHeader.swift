import Records

/// The columns of a retention curve. Their Russian names were never seen whole, so parts of words decide.
enum RetentionHeader {
  static func isRetention(_ header: [String]) -> Bool {
    header.count >= 2 && holds(header[0], ["position (%)", "video position", "позиц"])
      && header.dropFirst().contains(where: isAbsolute)
  }

  static func columns(_ header: [String]) -> [StudioColumn?] {
    let named = StudioColumn.named(header)
    return header.indices.map { index in
      if index == 0 { return .position }
      if isAbsolute(header[index]) { return .metric(.retentionPercent, .decimal) }
      return parts.first { holds(header[index], $0.words) }?.column ?? named[index]
    }
  }

  private static func isAbsolute(_ name: String) -> Bool {
    holds(name, ["retention", "удерж"]) && !holds(name, ["relative", "относит", "compared", "сравн"])
  }

  private static let parts: [(words: [String], column: StudioColumn)] = [
    (["compared to", "relative", "относит", "сравн"], .metric(.relativeRetentionPercent, .decimal)),
    (["started watching", "начали смотр"], .metric(.segmentStarts, .count)),
    (["stopped watching", "прекратили смотр", "перестали смотр"], .metric(.segmentStops, .count)),
    (["each moment was seen"], .metric(.segmentViews, .count)),
  ]

  private static func holds(_ name: String, _ words: [String]) -> Bool {
    words.contains { word in name.withBytes { $0.holds(word) } }
  }
}
