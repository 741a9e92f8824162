/// Cuts captions without full stops where the two words before and the two behind make a bound likely, at a likely
/// length.
///
/// The cuts with the highest sum of log odds are found by dynamic programming over at most
/// `BoundWords.longestSentence` words a sentence.
struct CaptionSplitter {
  /// Line ends rarer than one in so many words are pauses of the speaker, not the width of a line.
  private static let wordsPerPause = 12

  let buffer: TokenBuffer
  let types: WordTypes
  let roles: RoleCache

  mutating func split(_ range: Range<Int>, _ emit: (Range<Int>) -> Void) {
    let starts = units(in: range)
    let words = starts.map(role)
    let lane = language(of: words)
    let scores = bounds(starts, words, lane)
    let lengths = roles.bounds(lane: lane)?.lengths ?? [Int](repeating: 0, count: BoundWords.longestSentence + 1)
    var cuts: [Int] = []
    var best = [Int](repeating: 0, count: starts.count + 1)
    var from = [Int](repeating: 0, count: starts.count + 1)
    for end in 1...max(1, starts.count) where !starts.isEmpty {
      best[end] = Int.min / 2
      for length in 1...min(end, BoundWords.longestSentence) {
        let score = best[end - length] + scores[end] + lengths[length]
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

  /// The tokens that a sentence may start with: words and numbers, with the marks before them left to the
  /// sentence before.
  private func units(in range: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var last = range.lowerBound - 64
    for index in range where isUnit(buffer.tokens[index].kind) || index - last >= 64 {
      starts.append(index)
      last = index
    }
    return starts
  }

  private func isUnit(_ kind: TokenKind) -> Bool { kind == .word || kind == .number }

  /// The log odds of a bound before each start, and at the end.
  private func bounds(_ starts: [Int], _ words: [WordRoles.Role], _ lane: Int) -> [Int] {
    var scores = [Int](repeating: 0, count: starts.count + 1)
    guard starts.count > 1 else { return scores }
    let prior = roles.bounds(lane: lane)?.prior ?? 0
    let pause = pauseScore(starts)
    for index in 1..<starts.count {
      var score = prior + words[index - 1].strength(.closes, lane: lane)
      score += words[index].strength(.opens, lane: lane)
      if index > 1 { score += words[index - 2].strength(.penult, lane: lane) }
      if index + 1 < starts.count { score += words[index + 1].strength(.second, lane: lane) }
      if buffer.gaps[starts[index]] >= TokenBuffer.Gap.line { score += pause }
      scores[index] = score
    }
    return scores
  }

  /// What a line end adds.
  private func pauseScore(_ starts: [Int]) -> Int {
    let lines = starts.count { buffer.gaps[$0] >= TokenBuffer.Gap.line }
    return lines * Self.wordsPerPause < starts.count ? 32 : 5
  }

  /// The lane of the language that lists most of the words.
  private func language(of words: [WordRoles.Role]) -> Int {
    var votes = SIMD4<Int32>(repeating: 0)
    for word in words { votes &+= SIMD4<Int32>(truncatingIfNeeded: word.votes) }
    var best = 0
    for lane in 1..<4 where votes[lane] > votes[best] { best = lane }
    return best
  }

  private func role(_ index: Int) -> WordRoles.Role {
    let token = buffer.tokens[index]
    if token.kind == .number { return roles.number }
    return token.type < 0 ? WordRoles.Role() : roles.role(of: token.type, in: types)
  }
}
