/// A suffix grammar compiled for walking: nodes are grammar states in a context of harmony and last letter.
final class SuffixAutomaton: Sendable {
  struct Node: Sendable, BitwiseCopyable {
    var firstArc: Int32 = 0
    var arcCount: Int32 = 0
    var accepts = false
    var features: Features = []
    /// A bit for each letter that may come next, by its last six bits: most words fail here, without a look at the arcs.
    var starts: UInt64 = 0
  }

  struct Arc: Sendable, BitwiseCopyable {
    let first: UInt16
    let length: UInt16
    let offset: Int32
    let target: Int32
    let features: Features
  }

  /// Node that accepts only when nothing is left.
  static let exact: Int32 = 0
  private static let stepBudget = 600

  private let nodes: ConstantTable<Node>
  private let arcs: ConstantTable<Arc>
  private let pool: ConstantTable<UInt16>

  init(nodes: [Node], arcs: [Arc], pool: [UInt16]) {
    self.nodes = ConstantTable(nodes.map { SuffixAutomaton.withStarts($0, arcs) })
    self.arcs = ConstantTable(arcs)
    self.pool = ConstantTable(pool)
  }

  private static func withStarts(_ node: Node, _ arcs: [Arc]) -> Node {
    var node = node
    node.starts = 0
    for arc in arcs[Int(node.firstArc)..<Int(node.firstArc + node.arcCount)] { node.starts |= bit(arc.first) }
    return node
  }

  @inline(__always)
  private static func bit(_ unit: UInt16) -> UInt64 { 1 &<< UInt64(unit & 63) }

  /// The same automaton over folded letters.
  func folded(_ fold: LetterFold) -> SuffixAutomaton {
    var pool: [UInt16] = []
    pool.reserveCapacity(self.pool.count)
    let arcs = (0..<self.arcs.count).map { index in
      let arc = self.arcs[index]
      let text = fold.folded(self.text(of: arc))
      let offset = pool.count
      pool += text
      return Arc(
        first: text.first ?? 0, length: UInt16(text.count), offset: Int32(offset), target: arc.target,
        features: arc.features)
    }
    return SuffixAutomaton(nodes: (0..<nodes.count).map { nodes[$0] }, arcs: arcs, pool: pool)
  }

  func node(_ index: Int32) -> Node { nodes[index] }

  func arcs(of node: Node) -> [Arc] {
    (node.firstArc..<node.firstArc + node.arcCount).map { arcs[$0] }
  }

  /// The letters of an arc.
  func text(of arc: Arc) -> [UInt16] {
    (arc.offset..<arc.offset + Int32(arc.length)).map { pool[$0] }
  }

  /// Features of the first chain that covers the rest of `word` from `start`; chains with derivation come last.
  func parse(_ word: UnsafeBufferPointer<UInt16>, from start: Int, node: Int32) -> Features? {
    var budget = SuffixAutomaton.stepBudget
    return walk(word, start, Int(node), [], &budget)
  }

  private func walk(
    _ word: UnsafeBufferPointer<UInt16>, _ at: Int, _ node: Int, _ features: Features, _ budget: inout Int
  ) -> Features? {
    let place = nodes[node]
    if at == word.count { return place.accepts ? features.union(place.features) : nil }
    let unit = word[at]
    if place.starts & SuffixAutomaton.bit(unit) == 0 { return nil }
    let first = Int(place.firstArc)
    var second: Features?
    for index in first..<first + Int(place.arcCount) {
      let arc = arcs[index]
      guard arc.first == unit, matches(arc, word, at) else { continue }
      budget -= 1
      if budget < 0 { return second }
      let found = walk(word, at + Int(arc.length), Int(arc.target), features.union(arc.features), &budget)
      guard let found else { continue }
      if !found.contains(.derived) { return found }
      second = second ?? found
    }
    return second
  }

  @inline(__always)
  private func matches(_ arc: Arc, _ word: UnsafeBufferPointer<UInt16>, _ at: Int) -> Bool {
    let length = Int(arc.length)
    guard at + length <= word.count else { return false }
    let offset = Int(arc.offset)
    for index in 1..<max(length, 1) where pool[offset + index] != word[at + index] { return false }
    return true
  }
}
