/// Phrases as a trie over atoms. A transition is looked up by node and atom in an open hash table.
struct PhraseTable: Sendable {
  struct Node: Sendable {
    /// Entries whose phrase ends here, in `entries`.
    var firstEntry = 0
    var entryCount = 0
    /// Where the phrase goes on after a gap; 0 for none.
    var gap: Int32 = 0
    /// A bit for each atom that may come next; most words fail here, without a look into the table.
    var filter: UInt64 = 0
    var hasNext: Bool { filter != 0 }
  }

  private struct Slot: Sendable {
    var key: UInt64 = .max
    var node: Int32 = 0
  }

  /// Words that a gap may skip.
  static let widestGap = 2

  private(set) var nodes = [Node()]
  private(set) var entries: [Int32] = []
  /// The node of phrases that start with the atom; 0 for none.
  private(set) var roots: [Int32]
  /// Whether a phrase can go on with the atom.
  private(set) var goesOn: [Bool]
  private var slots: [Slot] = []
  private var mask: UInt64 = 0

  init(_ lexicon: Lexicon) {
    roots = [Int32](repeating: 0, count: lexicon.atoms.count)
    goesOn = [Bool](repeating: false, count: lexicon.atoms.count)
    var transitions: [UInt64: Int32] = [:]
    var ends: [Int32: [Int32]] = [:]
    for phrase in lexicon.phrases {
      guard let first = phrase.atoms.first, first >= 0 else { continue }
      for atom in phrase.atoms.dropFirst() where atom >= 0 { goesOn[Int(atom)] = true }
      ends[add(phrase, &transitions), default: []].append(phrase.entry)
    }
    for (node, list) in ends.sorted(by: { $0.key < $1.key }) {
      nodes[Int(node)].firstEntry = entries.count
      nodes[Int(node)].entryCount = list.count
      entries += list
    }
    fill(transitions)
  }

  /// Adds the nodes of a phrase and gives its last one.
  private mutating func add(_ phrase: LexiconPhrase, _ transitions: inout [UInt64: Int32]) -> Int32 {
    var node: Int32 = 0
    for atom in phrase.atoms {
      if atom == LexiconPhrase.gapAtom {
        if nodes[Int(node)].gap == 0 { nodes[Int(node)].gap = newNode() }
        node = nodes[Int(node)].gap
        continue
      }
      let key = PhraseTable.key(node, atom)
      nodes[Int(node)].filter |= PhraseTable.bit(atom)
      if transitions[key] == nil { transitions[key] = newNode() }
      let next = transitions[key] ?? 0
      if node == 0 { roots[Int(atom)] = next }
      node = next
    }
    return node
  }

  private mutating func newNode() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  private mutating func fill(_ transitions: [UInt64: Int32]) {
    var size = 16
    while size < transitions.count * 3 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = UInt64(size - 1)
    for (key, node) in transitions {
      var place = Int(PhraseTable.hash(key) & mask)
      while slots[place].key != .max { place = (place + 1) & (size - 1) }
      slots[place] = Slot(key: key, node: node)
    }
  }

  @inline(__always)
  private static func bit(_ atom: Int32) -> UInt64 {
    1 << UInt64((UInt32(bitPattern: atom) &* 0x9E37_79B9) >> 26)
  }

  @inline(__always)
  private static func key(_ node: Int32, _ atom: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: atom))
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// The node after `atom`, or nil where no phrase goes on with it.
  @inline(__always)
  func step(_ node: Int32, _ atom: Int32) -> Int32? {
    if nodes[Int(node)].filter & PhraseTable.bit(atom) == 0 { return nil }
    let key = PhraseTable.key(node, atom)
    var place = Int(PhraseTable.hash(key) & mask)
    while true {
      let slot = slots[place]
      if slot.key == key { return slot.node }
      if slot.key == .max { return nil }
      place = (place + 1) & Int(mask)
    }
  }
}
