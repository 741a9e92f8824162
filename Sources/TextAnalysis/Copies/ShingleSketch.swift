package import Records

/// Makes sketches of texts: MinHash over shingles of five letters of the words as the engine reads them, so that capitals,
/// marks, apostrophes and scripts of Uzbek make no difference. One for each thread.
package struct ShingleSketch {
  /// Shorter texts are wishes and exclamations that many people write alike.
  package static let fewestLetters = 40
  package static let fewestWords = 6
  /// Letters of a shingle; a space between two words counts as one.
  static let shingle = 5

  private static let lanes = CommentSketch.count / 8
  /// Odd numbers: each makes another order of all 32-bit numbers.
  private static let factors: [SIMD8<UInt32>] = {
    var chance = SeededChance(seed: 0x6B65_796E_6573_73)
    return (0..<lanes * 2).map { _ in
      var lane = SIMD8<UInt32>()
      for index in 0..<8 { lane[index] = UInt32(truncatingIfNeeded: chance.next()) | 1 }
      return lane
    }
  }()

  private var letters: [UInt16] = []
  private var words = 0

  package init() {}

  /// Starts the next text.
  package mutating func begin() {
    letters.removeAll(keepingCapacity: true)
    words = 0
  }

  package mutating func add(word: some Sequence<UInt16>) {
    letters.append(contentsOf: word)
    letters.append(0x20)
    words += 1
  }

  /// The sketch of the words added; nil where there are too few of them.
  package func sketch() -> CommentSketch? {
    guard words >= Self.fewestWords, letters.count - words >= Self.fewestLetters else { return nil }
    var least = Array(repeating: SIMD8<UInt32>(repeating: .max), count: Self.lanes)
    for start in 0...(letters.count - Self.shingle) {
      let hash = Self.hash(letters, start)
      for lane in 0..<Self.lanes {
        let ordered = SIMD8(repeating: hash) &* Self.factors[lane] &+ Self.factors[lane + Self.lanes]
        least[lane] = pointwiseMin(least[lane], ordered)
      }
    }
    return CommentSketch(values: Self.short(least))
  }

  private static func hash(_ letters: [UInt16], _ start: Int) -> UInt32 {
    var value: UInt64 = 0
    for index in start..<start + shingle { value = SeededChance.mixed(value &* 31 &+ UInt64(letters[index])) }
    return UInt32(truncatingIfNeeded: value)
  }

  /// The low bits of a least number are as good as all of it (Li and König 2010, b-bit minwise hashing).
  private static func short(_ least: [SIMD8<UInt32>]) -> [UInt16] {
    least.flatMap { lane in
      lane.indices.map { UInt16(truncatingIfNeeded: SeededChance.mixed(UInt64(lane[$0]))) }
    }
  }
}
