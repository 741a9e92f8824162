/// Compiles a suffix grammar: expands every state in every context it can be reached in.
struct SuffixCompiler {
  private struct Place: Hashable {
    let state: String
    let context: SuffixContext
  }

  private let grammar: SuffixGrammar
  private var nodeOf: [Place: Int32] = [:]
  private var waiting: [Place] = []
  private var nodes = [SuffixAutomaton.Node(accepts: true)]
  private var arcs: [SuffixAutomaton.Arc] = []
  private var pool: [UInt16] = []
  private var offsets: [[UInt16]: Int32] = [:]

  init(_ grammar: SuffixGrammar) {
    self.grammar = grammar
  }

  /// The node where words of `state` start whose stem ends in `context`.
  mutating func node(_ state: String, _ context: SuffixContext) -> Int32 {
    if state == SuffixGrammar.end { return SuffixAutomaton.exact }
    let place = Place(state: state, context: context)
    if let known = nodeOf[place] { return known }
    let id = Int32(nodes.count)
    nodes.append(SuffixAutomaton.Node())
    nodeOf[place] = id
    waiting.append(place)
    return id
  }

  /// Expands what `node` asked for.
  mutating func finish() -> SuffixAutomaton {
    while let place = waiting.popLast() { expand(place) }
    return SuffixAutomaton(nodes: nodes, arcs: arcs, pool: pool)
  }

  private mutating func expand(_ place: Place) {
    var own: [SuffixAutomaton.Arc] = []
    var node = SuffixAutomaton.Node()
    var passed = Set<String>()
    collect(place.state, place.context, [], &own, &node, &passed)
    node.firstArc = Int32(arcs.count)
    node.arcCount = Int32(own.count)
    arcs += own
    nodes[Int(nodeOf[place] ?? 0)] = node
  }

  /// Arcs of `state` and of all states that can be reached from it without a letter.
  private mutating func collect(
    _ state: String, _ context: SuffixContext, _ features: Features, _ own: inout [SuffixAutomaton.Arc],
    _ node: inout SuffixAutomaton.Node, _ passed: inout Set<String>
  ) {
    for arc in grammar.arcs[state] ?? [] where grammar.holds(arc.condition, context) {
      let all = features.union(arc.features)
      if !arc.template.isEmpty {
        own.append(compiled(arc, context, all))
      } else if arc.to == SuffixGrammar.end {
        if !node.accepts { node.features = all }
        node.accepts = true
      } else if passed.insert(arc.to).inserted {
        collect(arc.to, context, all, &own, &node, &passed)
      }
    }
  }

  private mutating func compiled(
    _ arc: SuffixArc, _ context: SuffixContext, _ features: Features
  ) -> SuffixAutomaton.Arc {
    let (text, after) = grammar.letters.resolve(arc.template, in: context)
    let target = node(arc.to, after)
    return SuffixAutomaton.Arc(
      first: text.first ?? 0, length: UInt16(text.count), offset: offset(of: text), target: target,
      features: features)
  }

  private mutating func offset(of text: [UInt16]) -> Int32 {
    if let known = offsets[text] { return known }
    let offset = Int32(pool.count)
    pool += text
    offsets[text] = offset
    return offset
  }
}

extension LetterSystem {
  /// The letters of a template in `context`, and the context after them.
  func resolve(_ template: [UInt16], in context: SuffixContext) -> (text: [UInt16], after: SuffixContext) {
    var text: [UInt16] = []
    var current = context
    for unit in template {
      let letter = resolve(unit, in: current)
      text.append(letter)
      current = self.context(current, after: letter)
    }
    return (text, current)
  }
}
