/// A word that entries are made of: matched by one trie, shared by all entries that hold it.
struct LexiconAtom {
  let word: EntryWord
  let language: LexiconLanguage
  /// The entry that is this word alone; -1 where the word only stands inside phrases.
  var entry: Int32 = -1
}

/// A phrase as a chain of atoms; `gapAtom` stands for up to two words of any kind.
struct LexiconPhrase {
  static let gapAtom: Int32 = -2

  let entry: Int32
  let atoms: [Int32]
}

/// All entries of all languages, before they are compiled for matching.
struct Lexicon {
  let classes: ClassTable
  private(set) var entries: [LexiconEntry] = []
  private(set) var atoms: [LexiconAtom] = []
  private(set) var phrases: [LexiconPhrase] = []
  private var atomOf: [AtomKey: Int32] = [:]
  private var entryOf: [EntryKey: Int32] = [:]

  private struct AtomKey: Hashable {
    let language: LexiconLanguage
    let word: EntryWord
  }

  private struct EntryKey: Hashable {
    let language: LexiconLanguage
    let words: [EntryWord]
  }

  init(classes: ClassTable) {
    self.classes = classes
  }

  /// Finds or makes the entry for `words` and lets `change` say what a file says of it.
  mutating func add(
    _ words: [EntryWord], lemma: String, language: LexiconLanguage, change: (inout LexiconEntry) -> Void
  ) {
    let key = EntryKey(language: language, words: words)
    if let known = entryOf[key] {
      change(&entries[Int(known)])
      return
    }
    let id = Int32(entries.count)
    var entry = LexiconEntry(lemma: lemma, language: language, wordCount: words.count)
    change(&entry)
    entries.append(entry)
    entryOf[key] = id
    attach(id, words, language)
  }

  /// The entry that these words are; nil where no file holds it.
  func entry(_ words: [EntryWord], _ language: LexiconLanguage) -> Int32? {
    entryOf[EntryKey(language: language, words: words)]
  }

  private mutating func attach(_ entry: Int32, _ words: [EntryWord], _ language: LexiconLanguage) {
    let chain = words.map { $0.part == .gap ? LexiconPhrase.gapAtom : atom($0, language) }
    if chain.count == 1, chain[0] >= 0 {
      atoms[Int(chain[0])].entry = entry
    } else {
      phrases.append(LexiconPhrase(entry: entry, atoms: chain))
    }
  }

  private mutating func atom(_ word: EntryWord, _ language: LexiconLanguage) -> Int32 {
    let key = AtomKey(language: language, word: word)
    if let known = atomOf[key] { return known }
    let id = Int32(atoms.count)
    atoms.append(LexiconAtom(word: word, language: language))
    atomOf[key] = id
    return id
  }
}
