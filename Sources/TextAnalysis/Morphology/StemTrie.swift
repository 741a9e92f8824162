/// A trie over UTF-16 units, kept as nodes with a bit map of their children: a step costs one population count.
final class StemTrie: Sendable {
  /// Four nodes a cache line.
  struct Node: BitwiseCopyable, Sendable {
    var children: UInt64 = 0
    var firstChild: Int32 = 0
    /// Where the values of the node start; -1 where it has none.
    var firstValue: Int32 = -1
  }

  /// Letters beyond this are in no trie.
  private static let coded = 0x600
  /// Number of different letters a trie can tell apart.
  static let letterCapacity = 63

  private let nodes: ConstantTable<Node>
  private let values: ConstantTable<StemValue>
  private let codes: ConstantTable<UInt8>

  /// Stems with letters that no lexicon language writes are left out.
  init(_ stems: [(units: [UInt16], value: StemValue)]) {
    var builder = StemTrieBuilder(stems, coded: StemTrie.coded)
    builder.build()
    nodes = ConstantTable(builder.nodes)
    values = ConstantTable(builder.values)
    codes = ConstantTable(builder.codes)
  }

  /// The child of `node` by `unit`, or -1. The root is node 0.
  @inline(__always)
  func child(of node: Int, by unit: UInt16) -> Int {
    let code = Int(unit) < StemTrie.coded ? codes[Int(unit)] : 0
    let place = nodes[node]
    let bit = UInt64(1) &<< UInt64(code)
    guard code != 0, place.children & bit != 0 else { return -1 }
    return Int(place.firstChild) &+ (place.children & (bit &- 1)).nonzeroBitCount
  }

  /// Calls `body` with the values of a node.
  @inline(__always)
  func forEachValue(of node: Int, _ body: (StemValue) -> Void) {
    var index = Int(nodes[node].firstValue)
    if index < 0 { return }
    while true {
      let value = values[index]
      body(StemValue(atom: value.atom, node: value.node & .max))
      if value.node < 0 { return }
      index &+= 1
    }
  }

  /// The first value of a node; nil where it has none.
  @inline(__always)
  func value(of node: Int) -> StemValue? {
    let index = nodes[node].firstValue
    return index < 0 ? nil : StemValue(atom: values[index].atom, node: values[index].node & .max)
  }

  /// Calls `body` with the values of a word that the trie holds as it stands.
  func forEachValue(ofWhole word: UnsafeBufferPointer<UInt16>, _ body: (StemValue) -> Void) {
    var node = 0
    for unit in word {
      node = child(of: node, by: unit)
      if node < 0 { return }
    }
    forEachValue(of: node, body)
  }

  /// The value of the longest beginning of `word` that the trie holds, and how many units it covers.
  func longest(in word: UnsafeBufferPointer<UInt16>) -> (value: StemValue, covered: Int)? {
    var node = 0
    var found: (StemValue, Int)?
    for (index, unit) in word.enumerated() {
      node = child(of: node, by: unit)
      if node < 0 { break }
      if let value = value(of: node) { found = (value, index + 1) }
    }
    return found
  }
}

/// What stands at the end of a stem: a word of the lexicon and the node where its suffixes start.
struct StemValue: Sendable, Hashable, BitwiseCopyable {
  let atom: Int32
  let node: Int32
}

/// Lays out the nodes of a trie level by level, so that the first letters of all words lie together.
private struct StemTrieBuilder {
  /// A stem as its letters' codes, at `start` in `keys`.
  private struct Row {
    let start: Int
    let count: Int
    let value: StemValue
  }

  private(set) var nodes = [StemTrie.Node()]
  private(set) var values: [StemValue] = []
  private(set) var codes: [UInt8]
  /// All stems one behind the other: small arrays would cost more than everything else.
  private var keys: [UInt8] = []
  private var rows: [Row] = []
  private var waiting: [(node: Int, rows: Range<Int>, depth: Int)] = []

  init(_ stems: [(units: [UInt16], value: StemValue)], coded: Int) {
    codes = [UInt8](repeating: 0, count: coded)
    rows.reserveCapacity(stems.count)
    var next: UInt8 = 1
    for stem in stems { append(stem.units, stem.value, &next) }
    sortRows()
    waiting.append((node: 0, rows: 0..<rows.count, depth: 0))
  }

  /// Letters get their codes by first appearance. A stem with a letter beyond the capacity is left out.
  private mutating func append(_ units: [UInt16], _ value: StemValue, _ next: inout UInt8) {
    let start = keys.count
    for unit in units {
      if Int(unit) < codes.count, codes[Int(unit)] == 0, next <= StemTrie.letterCapacity {
        codes[Int(unit)] = next
        next += 1
      }
      guard Int(unit) < codes.count, codes[Int(unit)] != 0 else {
        keys.removeLast(keys.count - start)
        return
      }
      keys.append(codes[Int(unit)])
    }
    rows.append(Row(start: start, count: units.count, value: value))
  }

  /// By letters; stems that are alike stay in their order.
  private mutating func sortRows() {
    rows.sort { [keys] one, other in
      for index in 0..<min(one.count, other.count) {
        let letters = (keys[one.start + index], keys[other.start + index])
        if letters.0 != letters.1 { return letters.0 < letters.1 }
      }
      return one.count < other.count
    }
  }

  mutating func build() {
    var next = 0
    while next < waiting.count {
      expand(waiting[next])
      next += 1
    }
  }

  private mutating func expand(_ place: (node: Int, rows: Range<Int>, depth: Int)) {
    var at = place.rows.lowerBound
    let firstValue = values.count
    while at < place.rows.upperBound, rows[at].count == place.depth {
      values.append(rows[at].value)
      at += 1
    }
    if values.count > firstValue {
      nodes[place.node].firstValue = Int32(firstValue)
      markLast()
    }
    nodes[place.node].firstChild = Int32(nodes.count)
    while at < place.rows.upperBound {
      let code = keys[rows[at].start + place.depth]
      var end = at
      while end < place.rows.upperBound, keys[rows[end].start + place.depth] == code { end += 1 }
      nodes[place.node].children |= 1 << UInt64(code)
      waiting.append((nodes.count, at..<end, place.depth + 1))
      nodes.append(StemTrie.Node())
      at = end
    }
  }

  /// The sign of its automaton node marks the last value of a trie node.
  private mutating func markLast() {
    let last = values[values.count - 1]
    values[values.count - 1] = StemValue(atom: last.atom, node: last.node | .min)
  }
}
