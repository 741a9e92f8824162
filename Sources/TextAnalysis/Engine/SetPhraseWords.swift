/// Words of set phrases in Kyrgyz and Uzbek, as they stand: thanks and blessings count in whatever language they are met,
/// and reading every word in every language for their sake would cost more than all the rest.
///
/// Russian is not here: every word is read in Russian anyway.
final class SetPhraseWords: Sendable {
  let kyrgyz: StemTrie
  let uzbek: StemTrie
  private static let none: [(units: [UInt16], value: StemValue)] = []

  init(_ lexicon: Lexicon, _ uzbekScript: UzbekScript, _ morphology: (LexiconLanguage) -> LanguageMorphology) {
    var rows = [LexiconLanguage.kyrgyz: Self.none, .uzbek: Self.none]
    for (index, isNeeded) in Self.atoms(of: lexicon).enumerated() where isNeeded {
      let atom = lexicon.atoms[index]
      guard atom.language != .russian, atom.word.part != .sign else { continue }
      for spelling in Self.spellings(atom, uzbekScript, morphology(atom.language)) {
        rows[atom.language]?.append((units: spelling, value: StemValue(atom: Int32(index), node: 0)))
      }
    }
    kyrgyz = StemTrie(rows[.kyrgyz] ?? [])
    uzbek = StemTrie(rows[.uzbek] ?? [])
  }

  /// Which atoms stand in set phrases.
  private static func atoms(of lexicon: Lexicon) -> [Bool] {
    var needed = lexicon.atoms.map { $0.entry >= 0 && lexicon.entries[Int($0.entry)].formula != nil }
    for phrase in lexicon.phrases where lexicon.entries[Int(phrase.entry)].formula != nil {
      for atom in phrase.atoms where atom >= 0 { needed[Int(atom)] = true }
    }
    return needed
  }

  /// The word as written, with letters left out, and for Uzbek in Cyrillic too.
  private static func spellings(
    _ atom: LexiconAtom, _ script: UzbekScript, _ morphology: LanguageMorphology
  ) -> Set<[UInt16]> {
    var spellings: Set = [atom.word.units]
    if let fold = morphology.plainFold { spellings.insert(fold.folded(atom.word.units)) }
    if atom.language == .uzbek {
      spellings.insert(atom.word.units.withUnsafeBufferPointer { script.cyrillic(fromLatin: $0) })
    }
    return spellings
  }
}
