/// A trie over UTF-16 units, kept as nodes with a bit map of their children: a step costs one population count.
struct StemTrie: Sendable {
  struct Node: Sendable {
    var children: UInt64 = 0
    var firstChild: Int32 = 0
    var firstValue: Int32 = 0
    var valueCount: Int32 = 0
  }

  private static let coded = 0x600

  private(set) var nodes: [Node]
  private(set) var values: [StemValue]
  private let codes: [UInt8]

  /// Number of different letters a trie can tell apart.
  static let letterCapacity = 63

  /// Stems with letters that no lexicon language writes are left out.
  init(_ stems: [(units: [UInt16], value: StemValue)]) {
    let codes = StemTrie.codes(of: stems)
    self.codes = codes
    let known = stems.filter { $0.units.allSatisfy { Int($0) < StemTrie.coded } }
    let rows = known.map { row in (key: row.units.map { codes[Int($0)] }, value: row.value) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    nodes = [Node()]
    values = []
    var waiting = [(node: 0, rows: 0..<rows.count, depth: 0)]
    var next = 0
    while next < waiting.count {
      let place = waiting[next]
      next += 1
      expand(place, rows, &waiting)
    }
  }

  /// Letters by frequency of first appearance; those beyond the capacity stay unknown.
  private static func codes(of stems: [(units: [UInt16], value: StemValue)]) -> [UInt8] {
    var codes = [UInt8](repeating: 0, count: coded)
    var next: UInt8 = 1
    for stem in stems {
      for unit in stem.units where Int(unit) < coded && codes[Int(unit)] == 0 && next <= letterCapacity {
        codes[Int(unit)] = next
        next += 1
      }
    }
    return codes
  }

  private mutating func expand(
    _ place: (node: Int, rows: Range<Int>, depth: Int), _ rows: [(key: [UInt8], value: StemValue)],
    _ waiting: inout [(node: Int, rows: Range<Int>, depth: Int)]
  ) {
    var at = place.rows.lowerBound
    nodes[place.node].firstValue = Int32(values.count)
    while at < place.rows.upperBound, rows[at].key.count == place.depth {
      values.append(rows[at].value)
      at += 1
    }
    nodes[place.node].valueCount = Int32(values.count) - nodes[place.node].firstValue
    nodes[place.node].firstChild = Int32(nodes.count)
    while at < place.rows.upperBound {
      let code = rows[at].key[place.depth]
      var end = at
      while end < place.rows.upperBound, rows[end].key[place.depth] == code { end += 1 }
      nodes[place.node].children |= 1 << UInt64(code)
      waiting.append((nodes.count, at..<end, place.depth + 1))
      nodes.append(Node())
      at = end
    }
  }

  /// The child of `node` by `unit`, or -1.
  @inline(__always)
  func child(of node: Int, by unit: UInt16) -> Int {
    let code = Int(unit) < StemTrie.coded ? codes[Int(unit)] : 0
    let bit = UInt64(1) << UInt64(code)
    let children = nodes[node].children
    guard code != 0, children & bit != 0 else { return -1 }
    return Int(nodes[node].firstChild) + (children & (bit - 1)).nonzeroBitCount
  }
}

/// What stands at the end of a stem: a word of the lexicon and the node where its suffixes start.
struct StemValue: Sendable, Hashable {
  let atom: Int32
  let node: Int32
}
