/// Cuts captions without full stops: where a word that closes sentences meets one that opens them, at a
/// likely length.
///
/// The cuts with the highest sum of log odds are found by dynamic programming over at most `longest` words a
/// sentence.
struct CaptionSplitter {
  private static let longest = 44
  /// Log odds in tenths of a bound between two words about which nothing is known.
  private static let prior = -28

  let buffer: TokenBuffer
  let types: WordTypes
  let roles: RoleCache

  mutating func split(_ range: Range<Int>, _ emit: (Range<Int>) -> Void) {
    let starts = units(in: range)
    let scores = bounds(starts)
    var cuts: [Int] = []
    var best = [Int](repeating: 0, count: starts.count + 1)
    var from = [Int](repeating: 0, count: starts.count + 1)
    for end in 1...max(1, starts.count) where !starts.isEmpty {
      best[end] = Int.min / 2
      for length in 1...min(end, Self.longest) {
        let score = best[end - length] + scores[end] + Self.lengthScores[length]
        if score > best[end] {
          best[end] = score
          from[end] = end - length
        }
      }
    }
    var end = starts.count
    while end > 0 {
      cuts.append(end)
      end = from[end]
    }
    var first = range.lowerBound
    for cut in cuts.reversed() {
      let next = cut < starts.count ? starts[cut] : range.upperBound
      emit(first..<next)
      first = next
    }
  }

  /// The tokens that a sentence may start with: words, with the marks before them left to the sentence
  /// before.
  private func units(in range: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var last = range.lowerBound - 64
    for index in range where buffer.tokens[index].kind == .word || index - last >= 64 {
      starts.append(index)
      last = index
    }
    return starts
  }

  /// The log odds of a bound before each start, and at the end.
  private func bounds(_ starts: [Int]) -> [Int] {
    var scores = [Int](repeating: 0, count: starts.count + 1)
    let lane = language(of: starts)
    for index in 1..<max(1, starts.count) {
      let before = role(starts[index - 1])
      let after = role(starts[index])
      var score = Self.prior + Int(before.closes[lane]) + Int(after.opens[lane])
      if buffer.gaps[starts[index]] >= TokenBuffer.Gap.line { score += 5 }
      scores[index] = score
    }
    return scores
  }

  /// The lane of the language that lists most of the words.
  private func language(of starts: [Int]) -> Int {
    var votes = SIMD4<Int32>(repeating: 0)
    for index in starts { votes &+= SIMD4<Int32>(truncatingIfNeeded: role(index).votes) }
    var best = 0
    for lane in 1..<4 where votes[lane] > votes[best] { best = lane }
    return best
  }

  private func role(_ index: Int) -> WordRoles.Role {
    let token = buffer.tokens[index]
    return token.type < 0 ? WordRoles.Role() : roles.role(of: token.type, in: types)
  }

  /// How much likelier than the average a sentence of so many words is, in tenths of nats.
  private static let lengthScores: [Int] = (0...longest).map { length in
    switch length {
    case 0...2: -40
    case 3...5: -14
    case 6...8: -2
    case 9...20: 6
    case 21...28: 2
    case 29...36: -8
    default: -24
    }
  }
}
