internal import Records

/// Counts words by language.
struct LanguageTally {
  private var counts = [Int](repeating: 0, count: LanguageTag.allCases.count)
  private(set) var words = 0

  mutating func add(_ language: LanguageTag, count: Int = 1) {
    counts[Self.index(language)] += count
    words += count
  }

  mutating func removeAll() {
    for index in counts.indices { counts[index] = 0 }
    words = 0
  }

  mutating func add(_ other: LanguageTally) {
    for index in counts.indices { counts[index] += other.counts[index] }
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
