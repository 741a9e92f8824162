/// Phrases as a trie over atoms. A transition is looked up by node and atom.
struct PhraseTable: Sendable {
  struct Node: Sendable {
    /// Entries whose phrase ends here.
    var entries: [Int32] = []
    /// Where the phrase goes on after a gap; 0 for none.
    var gap: Int32 = 0
    var hasNext = false
  }

  /// Words that a gap may skip.
  static let widestGap = 2

  private(set) var nodes = [Node()]
  private var next: [UInt64: Int32] = [:]
  /// Whether a phrase can start with the atom.
  private(set) var starts: [Bool]

  init(_ lexicon: Lexicon) {
    starts = [Bool](repeating: false, count: lexicon.atoms.count)
    for phrase in lexicon.phrases {
      guard let first = phrase.atoms.first, first >= 0 else { continue }
      starts[Int(first)] = true
      add(phrase)
    }
  }

  private mutating func add(_ phrase: LexiconPhrase) {
    var node: Int32 = 0
    for atom in phrase.atoms { node = atom == LexiconPhrase.gapAtom ? gap(after: node) : child(of: node, atom) }
    nodes[Int(node)].entries.append(phrase.entry)
  }

  private mutating func gap(after node: Int32) -> Int32 {
    if nodes[Int(node)].gap == 0 {
      nodes[Int(node)].gap = Int32(nodes.count)
      nodes.append(Node())
    }
    return nodes[Int(node)].gap
  }

  private mutating func child(of node: Int32, _ atom: Int32) -> Int32 {
    let key = PhraseTable.key(node, atom)
    if let known = next[key] { return known }
    let id = Int32(nodes.count)
    next[key] = id
    nodes[Int(node)].hasNext = true
    nodes.append(Node())
    return id
  }

  private static func key(_ node: Int32, _ atom: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: atom))
  }

  /// The node after `atom`, or nil where no phrase goes on with it.
  func step(_ node: Int32, _ atom: Int32) -> Int32? {
    nodes[Int(node)].hasNext ? next[PhraseTable.key(node, atom)] : nil
  }
}
