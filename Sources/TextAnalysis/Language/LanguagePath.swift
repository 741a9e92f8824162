/// The likeliest sequence of varieties over the words of a sentence (Viterbi), with a cost for every switch.
///
/// Lanes 0-15 are the Cyrillic varieties, 16-31 the Latin ones. Scores are tenths of nats, kept relative to the best
/// lane, so that they never grow.
struct LanguagePath {
  /// A switch is worth a little more than two nats of evidence, in and out again.
  static let switchCost: Int16 = 22
  /// What a word in one script costs the varieties of the other.
  static let foreignScript: Int16 = -60
  private static let floor: Int16 = -20_000

  private struct Step {
    var token: Int32
    /// Lanes that were entered by a switch, one bit each.
    var switched: UInt32
    /// The best lane before this word.
    var from: UInt8
  }

  private let entry: SIMD32<Int16>
  private var steps: [Step] = []
  private var scores = SIMD32<Int16>(repeating: 0)
  private var best: UInt8 = 0

  init(_ profiles: LanguageProfiles) {
    var entry = SIMD32<Int16>(repeating: Self.floor)
    for lane in 0..<16 {
      entry[lane] = Self.entry(profiles.cyrillic.priors[lane])
      entry[lane + 16] = Self.entry(profiles.latin.priors[lane])
    }
    self.entry = entry
  }

  private static func entry(_ prior: Int32) -> Int16 {
    prior == LanguageProfiles.never ? floor : Int16(clamping: prior) - switchCost
  }

  /// Starts a sentence; `context` favours the lanes of the text around it.
  mutating func begin(context: SIMD32<Int16>) {
    steps.removeAll(keepingCapacity: true)
    scores = entry &+ context
    normalise()
  }

  mutating func add(_ row: SIMD16<Int16>, isLatin: Bool, token: Int) {
    let foreign = SIMD16<Int16>(repeating: Self.foreignScript)
    let evidence =
      isLatin ? SIMD32(lowHalf: foreign, highHalf: row) : SIMD32(lowHalf: row, highHalf: foreign)
    let switched = entry .> scores
    steps.append(Step(token: Int32(token), switched: Self.bits(switched), from: best))
    scores.replace(with: entry, where: switched)
    scores &+= evidence
    normalise()
  }

  /// Calls `body` with each word's lane, from the last word to the first.
  func forEachBackwards(_ body: (_ token: Int, _ lane: Int) -> Void) {
    var lane = best
    for step in steps.reversed() {
      body(Int(step.token), Int(lane))
      if step.switched >> UInt32(lane) & 1 == 1 { lane = step.from }
    }
  }

  /// Makes the best score 0 and remembers its lane.
  private mutating func normalise() {
    var top = scores[0]
    var lane: UInt8 = 0
    for index in 1..<32 where scores[index] > top {
      top = scores[index]
      lane = UInt8(truncatingIfNeeded: index)
    }
    best = lane
    scores &-= SIMD32(repeating: top)
    scores.replace(with: Self.floor, where: scores .< Self.floor)
  }

  private static func bits(_ mask: SIMDMask<SIMD32<Int16>>) -> UInt32 {
    var bits: UInt32 = 0
    for lane in 0..<32 where mask[lane] { bits |= 1 << UInt32(lane) }
    return bits
  }
}
