/// Finds the lexicon words that a form can be a form of: a trie of stems, then a legal chain of suffixes.
final class StemMatcher: Sendable {
  let trie: StemTrie
  let automaton: SuffixAutomaton
  /// Applied to forms before they are looked up.
  let fold: LetterFold?

  init(_ stems: [(units: [UInt16], value: StemValue)], automaton: SuffixAutomaton, fold: LetterFold?) {
    let folded = fold.map { fold in stems.map { (units: fold.folded($0.units), value: $0.value) } } ?? stems
    trie = StemTrie(folded)
    self.automaton = automaton
    self.fold = fold
  }

  /// Appends what `form` can be. `buffer` is scratch space for the folded form.
  func match(_ form: UnsafeBufferPointer<UInt16>, buffer: inout [UInt16], into hits: inout [WordHit]) {
    guard let fold else { return walk(form, into: &hits) }
    buffer.removeAll(keepingCapacity: true)
    fold.fold(form, into: &buffer)
    buffer.withUnsafeBufferPointer { walk($0, into: &hits) }
  }

  private func walk(_ form: UnsafeBufferPointer<UInt16>, into hits: inout [WordHit]) {
    var node = 0
    for at in 0..<form.count {
      node = trie.child(of: node, by: form[at])
      if node < 0 { return }
      trie.forEachValue(of: node) { add($0, form, at + 1, &hits) }
    }
  }

  private func add(
    _ value: StemValue, _ form: UnsafeBufferPointer<UInt16>, _ end: Int, _ hits: inout [WordHit]
  ) {
    guard let features = automaton.parse(form, from: end, node: value.node) else { return }
    if features.contains(.derived) { return }
    if let last = hits.last, last.atom == value.atom, last.stemLength == Int32(end) { return }
    hits.append(WordHit(atom: value.atom, stemLength: Int32(end), features: features))
  }
}
