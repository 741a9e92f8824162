/// Kyrgyz typed in Latin letters, back to Cyrillic. Writers differ, so a word has several candidates.
///
/// Spellings: j zh dj for ж, y i for ы, u ü for ү, o ö for ө, n ng for ң, x h kh for х, sh w for ш, ch 4 for
/// ч.
package enum KyrgyzLatin {
  /// Candidates for one word, at most this many.
  private static let most = 24

  /// Letters of Latin and what each may stand for; the longest match is taken, the likeliest reading first.
  private static let spellings: [(latin: [UInt16], cyrillic: [[UInt16]])] = [
    ("shch", "щ"), ("dj", "ж"), ("dzh", "ж"), ("zh", "ж"), ("kh", "х"), ("sh", "ш"), ("ch", "ч"),
    ("ts", "ц|тс"), ("ng", "ң|нг"), ("yo", "ё|йо"), ("yu", "ю|йу"), ("iu", "ю|иу"), ("ya", "я|йа"),
    ("ia", "я|иа"), ("ye", "е"), ("a", "а"), ("b", "б"), ("c", "ц|с|к"), ("ç", "ч"), ("d", "д"), ("e", "е"),
    ("f", "ф"), ("g", "г"), ("ğ", "г"), ("h", "х"), ("i", "и|ы"), ("ı", "ы"), ("j", "ж"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н|ң"), ("ñ", "ң"), ("o", "о|ө"), ("ö", "ө"), ("p", "п"), ("q", "к"),
    ("r", "р"), ("s", "с"), ("ş", "ш"), ("t", "т"), ("u", "у|ү"), ("ü", "ү"), ("v", "в"), ("w", "ш|в"),
    ("x", "х"), ("y", "ы|й"), ("z", "з"), ("4", "ч"), ("6", "ш"), ("'", "ь"), ("ʻ", ""), ("ʼ", ""),
    ("-", "-"),
  ].map { latin, cyrillic in
    let readings = cyrillic.split(separator: "|", omittingEmptySubsequences: false)
    return (Array(latin.utf16), readings.map { Array($0.utf16) })
  }.sorted { $0.0.count > $1.0.count }

  /// The word in Cyrillic, the likeliest reading: y between consonants is ы, beside a vowel й, and harmony is
  /// obeyed.
  package static func cyrillic(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16]? {
    candidates(form).first
  }

  /// Readings that obey vowel harmony come first. Empty when a letter is unknown or the word is long.
  package static func candidates(_ form: UnsafeBufferPointer<UInt16>) -> [[UInt16]] {
    let word = Array(form)
    guard word.count <= 40 else { return [] }
    var readings: [[UInt16]] = [[]]
    var at = 0
    while at < word.count {
      guard let spelling = spellings.first(where: { word[at...].starts(with: $0.latin) }) else { return [] }
      let choices = choices(spelling, word, at)
      let longer = readings.flatMap { start in choices.map { start + $0 } }
      readings = Array(longer.sorted(by: isLikelier).prefix(most))
      at += spelling.latin.count
    }
    return readings
  }

  private static func choices(
    _ spelling: (latin: [UInt16], cyrillic: [[UInt16]]), _ word: [UInt16], _ at: Int
  ) -> [[UInt16]] {
    guard spelling.latin == [0x79] else { return spelling.cyrillic }
    // y is й beside a vowel letter and ы between consonants.
    let before = at > 0 && isLatinVowel(word[at - 1])
    let after = at + 1 < word.count && isLatinVowel(word[at + 1])
    return before || after ? [[0x0439]] : [[0x044B]]
  }

  private static func isLatinVowel(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0xF6, 0xFC, 0x0131: true
    default: false
    }
  }

  private static func isLikelier(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    let left = clashes(a)
    let right = clashes(b)
    return left == right ? a.lexicographicallyPrecedes(b) : left < right
  }

  /// Neighbouring vowels that harmony forbids.
  private static func clashes(_ word: [UInt16]) -> Int {
    var last: UInt16 = 0
    var count = 0
    for unit in word where KyrgyzLetters.isVowel(unit) {
      if last != 0, KyrgyzLetters.isFront(last) != KyrgyzLetters.isFront(unit) { count += 1 }
      // After у the low vowel is а, after ү it is ө.
      if last == KyrgyzLetters.frontU || last == KyrgyzLetters.frontO, unit == 0x0435 { count += 1 }
      last = unit
    }
    return count
  }
}
