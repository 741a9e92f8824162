internal import Records

/// Counts words by language.
struct LanguageTally {
  private var counts = SIMD16<Int32>(repeating: 0)
  private(set) var words = 0

  mutating func add(_ language: LanguageTag, count: Int = 1) {
    counts[Self.index(language)] &+= Int32(truncatingIfNeeded: count)
    words += count
  }

  mutating func removeAll() {
    counts = SIMD16(repeating: 0)
    words = 0
  }

  mutating func add(_ other: LanguageTally) {
    counts &+= other.counts
    words += other.words
  }

  /// The language with the most words; `favourite` wins a tie.
  func leader(preferring favourite: LanguageTag) -> LanguageTag {
    var best = favourite
    for language in LanguageTag.allCases where counts[Self.index(language)] > counts[Self.index(best)] {
      best = language
    }
    return best
  }

  private static func index(_ language: LanguageTag) -> Int {
    switch language {
    case .kyrgyz: 0
    case .russian: 1
    case .uzbekLatin: 2
    case .uzbekCyrillic: 3
    case .kazakh: 4
    case .tajik: 5
    case .tatar: 6
    case .turkish: 7
    case .azerbaijani: 8
    case .turkmen: 9
    case .english: 10
    case .arabic: 11
    case .other: 12
    case .unknown: 13
    }
  }
}
