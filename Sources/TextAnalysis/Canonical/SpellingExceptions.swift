/// Words and beginnings of words that one script writes otherwise than its rules say.
struct SpellingExceptions: Sendable {
  /// Exceptions as they are read; the first line for a spelling counts.
  struct Rows {
    fileprivate var words: [[UInt16]: [UInt16]] = [:]
    fileprivate var stems: [[UInt16]: [UInt16]] = [:]

    mutating func add(_ from: [UInt16], _ to: [UInt16], isStem: Bool) {
      if isStem {
        if stems[from] == nil { stems[from] = to }
      } else if words[from] == nil {
        words[from] = to
      }
    }
  }

  private let words: StemTrie
  private let stems: StemTrie
  private let spellings: [[UInt16]]
  private static let shortestStem = 2

  init(_ rows: Rows) {
    var spellings: [[UInt16]] = []
    func trie(_ rows: [[UInt16]: [UInt16]]) -> StemTrie {
      StemTrie(
        rows.map { from, to in
          spellings.append(to)
          return (units: from, value: StemValue(atom: Int32(spellings.count - 1), node: 0))
        })
    }
    words = trie(rows.words)
    stems = trie(rows.stems.filter { $0.key.count >= SpellingExceptions.shortestStem })
    self.spellings = spellings
  }

  /// The written-out beginning of `word`, and how many units it covers.
  func match(_ word: ArraySlice<UInt16>) -> (written: [UInt16], covered: Int)? {
    word.withUnsafeBufferPointer { units in
      var whole: Int32?
      words.forEachValue(ofWhole: units) { whole = $0.atom }
      if let whole { return (spellings[Int(whole)], units.count) }
      return stems.longest(in: units).map { (spellings[Int($0.value.atom)], $0.covered) }
    }
  }
}
