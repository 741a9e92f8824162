/// The likeliest sequence of varieties over the words of a sentence (Viterbi), with a cost for every switch.
///
/// Scores are tenths of nats, kept relative to the best lane, so that they never grow.
final class LanguagePath {
  /// What a switch costs; tuned on sentences mixed from stretches of three to eight words.
  static let switchCost: Int32 = 28
  /// What a word in one script costs the varieties of the other.
  private static let foreignScript: Int32 = -60

  private struct Step {
    var token: Int32
    /// Lanes that were entered by a switch, one bit each.
    var switched: UInt32
    /// The best lane before this word.
    var from: UInt8
  }

  private let lanes: LaneTable
  private let scores: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var steps: [Step] = []
  @exclusivity(unchecked) private var best: UInt8 = 0

  init(_ lanes: LaneTable) {
    self.lanes = lanes
    scores = .allocate(capacity: LaneTable.count)
    scores.initialize(repeating: 0, count: LaneTable.count)
  }

  deinit { scores.deallocate() }

  /// Whether a path that leaves `lane` somewhere may be better than one that stays in it.
  func canPay(_ gains: SwitchGains, against lane: Int) -> Bool {
    // One switch at an edge of the sentence, or one away and one back.
    let edge = Self.switchCost - lanes.highestPrior
    let inside = edge + Self.switchCost - lanes.priors[lane]
    return gains.atEdge >= edge || gains.inside >= inside
  }

  /// Starts a sentence; the `favoured` lanes gain by the text around it.
  func begin(favoured: (cyrillic: Int, latin: Int)?, gain: Int32) {
    steps.removeAll(keepingCapacity: true)
    scores.update(from: lanes.priors, count: LaneTable.count)
    if let favoured {
      scores[favoured.cyrillic] += gain
      scores[favoured.latin] += gain
    }
    normalise()
  }

  func add(_ row: UnsafePointer<Int16>, isLatin: Bool, token: Int) {
    var switched: UInt32 = 0
    for lane in 0..<LaneTable.count {
      let entry = lanes.priors[lane] &- Self.switchCost
      let isSwitch = entry > scores[lane]
      scores[lane] = isSwitch ? entry : scores[lane]
      switched |= (isSwitch ? 1 : 0) &<< UInt32(truncatingIfNeeded: lane)
    }
    let own = isLatin ? scores + LaneTable.latin : scores
    let foreign = isLatin ? scores : scores + LaneTable.latin
    for lane in 0..<GramTable.lanes {
      own[lane] &+= Int32(row[lane])
      foreign[lane] &+= Self.foreignScript
    }
    steps.append(Step(token: Int32(truncatingIfNeeded: token), switched: switched, from: best))
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
  private func normalise() {
    var top = scores[0]
    var lane = 0
    for index in 1..<LaneTable.count where scores[index] > top {
      top = scores[index]
      lane = index
    }
    best = UInt8(truncatingIfNeeded: lane)
    for index in 0..<LaneTable.count { scores[index] &-= top }
  }
}
