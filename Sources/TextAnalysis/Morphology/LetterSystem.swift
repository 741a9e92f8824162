/// Letters of a language as suffixes see them: vowels, and what each archiphoneme becomes after which letter.
struct LetterSystem {
  /// An archiphoneme: its shapes by the last vowel (harmony) or by the last letter (assimilation).
  struct Map {
    let byVowel: Bool
    var shapes: [UInt16: UInt16] = [:]
    var otherwise: UInt16 = 0
  }

  private(set) var vowels = Set<UInt16>()
  private(set) var maps: [UInt16: Map] = [:]
  /// Letters that a context need not tell apart share a representative.
  private(set) var vowelClass: [UInt16: UInt16] = [:]
  private(set) var letterClass: [UInt16: UInt16] = [:]
  /// Letters without a sound of their own, such as the Russian soft sign.
  private(set) var silent = Set<UInt16>()

  mutating func setVowels(_ letters: String) { vowels = Set(letters.utf16) }

  mutating func setSilent(_ letters: String) { silent = Set(letters.utf16) }

  /// Reads `A vowel а=аыуяю е=еиэ *=а`.
  mutating func addMap(_ columns: ArraySlice<String>) -> Bool {
    let columns = Array(columns)
    guard columns.count >= 3, let name = columns[0].utf16.first, columns[0].utf16.count == 1 else { return false }
    var map = Map(byVowel: columns[1] == "vowel")
    for cell in columns.dropFirst(2) {
      let units = Array(cell.utf16)
      guard units.count >= 3, units[1] == 0x3D else { return false }
      for letter in units[2...] where letter != 0x2A { map.shapes[letter] = units[0] }
      if units[2] == 0x2A { map.otherwise = units[0] }
    }
    maps[name] = map
    return true
  }

  /// Sorts letters into classes once all maps are read. `conditions` are letter lists that arcs test.
  mutating func classify(conditions: [[UInt16]]) {
    vowelClass = [:]
    letterClass = [:]
    var firstVowel: [[UInt16]: UInt16] = [:]
    for vowel in vowels.sorted() {
      let signature = signature(of: vowel, byVowel: true)
      vowelClass[vowel] = firstVowel[signature] ?? vowel
      firstVowel[signature] = vowelClass[vowel]
    }
    var firstLetter: [[UInt16]: UInt16] = [:]
    for letter in allLetters(conditions) {
      let tests = conditions.map { $0.contains(letter) ? UInt16(1) : 0 }
      let signature = signature(of: letter, byVowel: false) + [vowels.contains(letter) ? 1 : 0] + tests
      letterClass[letter] = firstLetter[signature] ?? letter
      firstLetter[signature] = letterClass[letter]
    }
  }

  private func allLetters(_ conditions: [[UInt16]]) -> [UInt16] {
    var letters = vowels.union(conditions.joined())
    for map in maps.values where !map.byVowel { letters.formUnion(map.shapes.keys) }
    return letters.sorted()
  }

  private func signature(of letter: UInt16, byVowel: Bool) -> [UInt16] {
    maps.keys.sorted().compactMap { maps[$0] }.filter { $0.byVowel == byVowel }
      .map { $0.shapes[letter] ?? $0.otherwise }
  }

  /// What archiphoneme or plain letter `unit` becomes in `context`.
  func resolve(_ unit: UInt16, in context: SuffixContext) -> UInt16 {
    guard let map = maps[unit] else { return unit }
    return map.shapes[map.byVowel ? context.vowel : context.letter] ?? map.otherwise
  }

  /// The context after `unit` was written.
  func context(_ context: SuffixContext, after unit: UInt16) -> SuffixContext {
    if silent.contains(unit) { return context }
    return SuffixContext(
      vowel: vowelClass[unit] ?? context.vowel, letter: letterClass[unit] ?? SuffixContext.otherLetter)
  }

  func context(of stem: [UInt16]) -> SuffixContext {
    stem.reduce(SuffixContext()) { context($0, after: $1) }
  }

  /// Every context that a stem can end in.
  var allContexts: [SuffixContext] {
    let ends = Set(letterClass.values).sorted() + [SuffixContext.otherLetter]
    let harmonies = Set(vowelClass.values).sorted() + [0]
    return harmonies.flatMap { vowel in ends.map { SuffixContext(vowel: vowel, letter: $0) } }
  }
}

/// What a suffix sees of the letters before it: the last vowel and the last letter, each as its class.
struct SuffixContext: Hashable {
  static let otherLetter: UInt16 = 1

  var vowel: UInt16 = 0
  var letter: UInt16 = otherLetter
}
