import Records

/// How one language builds its words: stems of a lemma, suffix automaton, damaged spellings.
struct LanguageMorphology: Sendable {
  let language: LexiconLanguage
  /// Letters that always count as equal, such as ё and е in Russian.
  let alwaysFold: LetterFold?
  /// Damaged spelling in the language's own script.
  let plainFold: LetterFold?
  /// Damaged spelling of the other script, after conversion to the script of the lexicon.
  let plainOtherFold: LetterFold?
  let automaton: SuffixAutomaton
  let endings: StemTrie
  let endingFeatures: [Features]
  private let letters: MorphologyTables

  /// What only loading and single look-ups need.
  private final class MorphologyTables: Sendable {
    let shapes: ShapeTable
    let system: LetterSystem
    let starts: [PartOfSpeech: String]
    let nodes: [String: [SuffixContext: Int32]]

    init(
      shapes: ShapeTable, system: LetterSystem, starts: [PartOfSpeech: String],
      nodes: [String: [SuffixContext: Int32]]
    ) {
      self.shapes = shapes
      self.system = system
      self.starts = starts
      self.nodes = nodes
    }
  }

  init(_ language: LexiconLanguage, _ folder: LexiconFolder, problems: inout [Problem]) {
    let root = "languages/\(language.code)/"
    let grammarFile = LanguageMorphology.table(root + "morphology.tsv", folder, &problems)
    let grammar = SuffixGrammar(grammarFile, problems: &problems)
    let shapes = ShapeTable(
      LanguageMorphology.table(root + "changes.tsv", folder, &problems), problems: &problems)
    var compiler = SuffixCompiler(grammar)
    var nodes: [String: [SuffixContext: Int32]] = [:]
    for state in shapes.states.union(grammar.starts.values).sorted() {
      for context in grammar.letters.allContexts { nodes[state, default: [:]][context] = compiler.node(state, context) }
    }
    let compiled = compiler.finish()
    self.language = language
    alwaysFold = grammar.folds["always"]
    plainFold = grammar.folds["plain"]
    plainOtherFold = grammar.folds["plain-other"]
    automaton = alwaysFold.map(compiled.folded) ?? compiled
    letters = MorphologyTables(shapes: shapes, system: grammar.letters, starts: grammar.starts, nodes: nodes)
    (endings, endingFeatures) = LanguageMorphology.compile(grammar, alwaysFold)
  }

  private static func table(_ path: String, _ folder: LexiconFolder, _ problems: inout [Problem]) -> TableFile {
    if folder.files[path] == nil {
      problems.append(
        Problem("lexicon.missing-file", .fileRefused, file: path, expected: "the file", remedy: "put it back"))
    }
    return TableFile(path: path, bytes: folder.files[path] ?? [])
  }

  /// Endings in every context, read from the last letter. The first of the features stands for none.
  private static func compile(_ grammar: SuffixGrammar, _ fold: LetterFold?) -> (StemTrie, [Features]) {
    var features: [Features] = [[]]
    var rows: [[UInt16]: Int32] = [:]
    for ending in grammar.endings {
      var place = features.firstIndex(of: ending.features) ?? features.count
      if place == features.count, place < UInt8.max { features.append(ending.features) }
      place = min(place, features.count - 1)
      for context in grammar.letters.allContexts {
        let text = grammar.letters.resolve(ending.template, in: context).text
        let key = Array((fold?.folded(text) ?? text).reversed())
        if rows[key] == nil { rows[key] = Int32(place) }
      }
    }
    let keys = rows.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return (StemTrie(keys.map { (units: $0, value: StemValue(atom: rows[$0] ?? 0, node: 0)) }), features)
  }

  /// Stems of a word with the automaton node where their suffixes start. Empty when no rule knows its shape.
  func stems(of word: EntryWord) -> [(units: [UInt16], node: Int32)] {
    if word.part == .fixed || word.part == .sign { return [(word.units, SuffixAutomaton.exact)] }
    let (shaped, closed) = letters.shapes.stems(of: word)
    var stems = shaped
    if !closed, let start = letters.starts[word.part] { stems.append((word.units, start)) }
    return stems.map { ($0.units, node(state: $0.state, after: $0.units)) }
  }

  private func node(state: String, after stem: [UInt16]) -> Int32 {
    guard state != SuffixGrammar.end else { return SuffixAutomaton.exact }
    let context = letters.system.context(of: stem)
    let byContext = letters.nodes[state]
    return byContext?[context] ?? byContext?[SuffixContext()] ?? SuffixAutomaton.exact
  }

  /// Place in `endingFeatures` of what the ending of a word shows; 0 when it shows nothing.
  func guess(_ word: UnsafeBufferPointer<UInt16>) -> UInt8 {
    var node = 0
    var found: UInt8 = 0
    var at = word.count - 1
    while at >= 2 {
      node = endings.child(of: node, by: word[at])
      if node < 0 { break }
      if let value = endings.value(of: node) { found = UInt8(value.atom) }
      at -= 1
    }
    return found
  }
}
