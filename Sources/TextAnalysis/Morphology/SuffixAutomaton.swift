/// A suffix grammar compiled for walking: nodes are grammar states in a context of harmony and last letter.
struct SuffixAutomaton: Sendable {
  struct Node: Sendable {
    var firstArc: Int32 = 0
    var arcCount: Int32 = 0
    var accepts = false
    var features: Features = []
  }

  struct Arc: Sendable {
    let first: UInt16
    let length: UInt16
    let offset: Int32
    let target: Int32
    let features: Features
  }

  /// Node that accepts only when nothing is left.
  static let exact: Int32 = 0
  private static let stepBudget = 600

  private(set) var nodes: [Node]
  private(set) var arcs: [Arc]
  private(set) var pool: [UInt16]

  init(nodes: [Node], arcs: [Arc], pool: [UInt16]) {
    self.nodes = nodes
    self.arcs = arcs
    self.pool = pool
  }

  /// The same automaton over folded letters.
  func folded(_ fold: LetterFold) -> SuffixAutomaton {
    var pool: [UInt16] = []
    pool.reserveCapacity(self.pool.count)
    let arcs = arcs.map { arc in
      let text = fold.folded(self.pool[Int(arc.offset)..<Int(arc.offset) + Int(arc.length)])
      let offset = pool.count
      pool += text
      return Arc(
        first: text.first ?? 0, length: UInt16(text.count), offset: Int32(offset), target: arc.target,
        features: arc.features)
    }
    return SuffixAutomaton(nodes: nodes, arcs: arcs, pool: pool)
  }

  /// Features of the first chain that covers the rest of `word` from `start`; chains with derivation come last.
  func parse(_ word: UnsafeBufferPointer<UInt16>, from start: Int, node: Int32) -> Features? {
    var budget = SuffixAutomaton.stepBudget
    return walk(word, start, Int(node), [], &budget)
  }

  private func walk(
    _ word: UnsafeBufferPointer<UInt16>, _ at: Int, _ node: Int, _ features: Features, _ budget: inout Int
  ) -> Features? {
    if at == word.count { return nodes[node].accepts ? features.union(nodes[node].features) : nil }
    let first = Int(nodes[node].firstArc)
    let unit = word[at]
    var second: Features?
    for index in first..<first + Int(nodes[node].arcCount) where arcs[index].first == unit {
      let arc = arcs[index]
      guard matches(arc, word, at) else { continue }
      budget -= 1
      if budget < 0 { return second }
      let found = walk(word, at + Int(arc.length), Int(arc.target), features.union(arc.features), &budget)
      guard let found else { continue }
      if !found.contains(.derived) { return found }
      second = second ?? found
    }
    return second
  }

  private func matches(_ arc: Arc, _ word: UnsafeBufferPointer<UInt16>, _ at: Int) -> Bool {
    let length = Int(arc.length)
    guard at + length <= word.count else { return false }
    let offset = Int(arc.offset)
    for index in 1..<max(length, 1) where pool[offset + index] != word[at + index] { return false }
    return true
  }
}
