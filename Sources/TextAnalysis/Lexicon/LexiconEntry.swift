/// A word of an entry: its dictionary form in UTF-16 and how it is matched.
struct EntryWord: Hashable {
  let units: [UInt16]
  let part: PartOfSpeech
}

/// What a set phrase does; the second column of `formulas.tsv`.
package enum FormulaKind: String, Sendable, Hashable, CaseIterable {
  case thanks, blessing, greeting, amen, feast, condolence, vocative, filler
  case praiseWord = "praise-word"
}

/// One word or phrase of a language with everything that its files say of it.
package struct LexiconEntry: Sendable {
  /// As a person wrote it: `ала качуу`.
  package let lemma: String
  package let language: LexiconLanguage
  package var classes = ClassSet()
  /// -3...3; 0 for words without an evaluation.
  package var strength: Int8 = 0
  package var formula: FormulaKind?
  /// Whether a formula is kind words for somebody (positive) or not (neutral).
  package var formulaIsPositive = false
  /// Stands in `blockers.tsv`: only looks like a form of another entry.
  package var isBlocker = false
  package let wordCount: Int

  /// Whether rules can see the entry: words of set phrases alone are no evidence of anything.
  var steers: Bool { !classes.isEmpty || strength != 0 }

  /// A blocker that no class claims.
  var onlyBlocks: Bool { isBlocker && classes.isEmpty && strength == 0 }

  package init(lemma: String, language: LexiconLanguage, wordCount: Int) {
    self.lemma = lemma
    self.language = language
    self.wordCount = wordCount
  }
}
