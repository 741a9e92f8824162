/// Which Latin letters stand for which Cyrillic letter of an Uzbek word that is written both ways.
enum UzbekAlignment {
  private static let spellings: [UInt16: [[UInt16]]] = {
    let lines = [
      "а a", "б b", "в v w", "г g", "д d", "е ye e", "ё yo o", "ж j", "з z", "и i", "й y", "к k c", "л l", "м m",
      "н n", "о o", "п p", "р r", "с s c", "т t", "у u", "ф f", "х x", "ц ts s", "ч ch", "ш sh", "щ sh", "ъ ʼ |",
      "ы i", "ь | y ʼ", "э e", "ю yu u", "я ya a", "ў oʻ o", "қ q", "ғ gʻ g", "ҳ ʼh h",
    ]
    var map: [UInt16: [[UInt16]]] = [:]
    for line in lines {
      let parts = line.split(separator: " ").map { Array($0.utf16) }
      map[parts[0][0]] = parts.dropFirst().map { $0 == [0x7C] ? [] : $0 }
    }
    return map
  }()

  /// The Latin units of each Cyrillic unit, some of them none; nil when the one is not a spelling of the other.
  static func ranges(cyrillic: [UInt16], latin: [UInt16]) -> [Range<Int>]? {
    // For each Cyrillic letter, where its Latin letters may end, with where they start then.
    var starts: [[Int: Int]] = []
    var ends: Set<Int> = [0]
    for unit in cyrillic {
      var found: [Int: Int] = [:]
      for start in ends.sorted() {
        for spelling in spellings[unit] ?? [[unit]] where latin[start...].starts(with: spelling) {
          let end = start + spelling.count
          if found[end] == nil { found[end] = start }
        }
      }
      starts.append(found)
      ends = Set(found.keys)
    }
    guard ends.contains(latin.count) else { return nil }
    return walkBack(starts, from: latin.count)
  }

  private static func walkBack(_ starts: [[Int: Int]], from end: Int) -> [Range<Int>] {
    var end = end
    var ranges: [Range<Int>] = []
    for found in starts.reversed() {
      let start = found[end] ?? end
      ranges.append(start..<end)
      end = start
    }
    return ranges.reversed()
  }
}
