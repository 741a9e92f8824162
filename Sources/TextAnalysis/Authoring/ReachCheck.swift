import Records

/// Entries that are never found as themselves: read alone in their own language, something else takes them.
struct ReachCheck {
  private let authored: AuthoredLexicon
  private let lexicon: Lexicon
  private let tables: LexiconTables
  private let probe: EntryProbe

  init(_ authored: AuthoredLexicon, _ lexicon: Lexicon, _ parts: EngineParts) {
    self.authored = authored
    self.lexicon = lexicon
    tables = parts.tables
    probe = EntryProbe(parts)
  }

  func findings() -> [LexiconFinding] { authored.entries.compactMap(finding) }

  private func finding(_ entry: AuthoredEntry) -> LexiconFinding? {
    if case .blocker = entry.source { return nil }
    let outcome = probe.read(entry.text, as: entry.language)
    guard let lost = loss(entry, outcome) else { return nil }
    let found = "\(entry.lemma) read as \(description(outcome)): \(lost) is lost"
    let expected = "the entry to be found in its own lemma"
    if isReachedInflected(entry) {
      return .note(
        "lexicon.hidden-lemma", entry.place, found: found + " in this form alone", expected: expected,
        remedy: remedy(entry) + ", or write meant into the note")
    }
    return .fault("lexicon.unreachable", entry.place, found: found, expected: expected, remedy: remedy(entry))
  }

  /// Whether a verb is found in its inflected forms: its bare stem alone is rare, the lemma of a noun is not.
  private func isReachedInflected(_ entry: AuthoredEntry) -> Bool {
    guard entry.words.count == 1, entry.words[0].part == .verb else { return false }
    return tables.matchers(entry.language).morphology.sampleForms(of: entry.words[0]).contains { form in
      loss(entry, probe.read(String(decoding: form, as: UTF16.self), as: entry.language)) == nil
    }
  }

  /// What of the entry is not found; nil when all of it is, through itself or through an entry that says the same.
  private func loss(_ entry: AuthoredEntry, _ outcome: EntryProbe.Outcome) -> String? {
    switch entry.source {
    case .blocker: return nil
    case .wordClass(let index):
      return outcome.hits.contains { $0.classes.contains(index) } ? nil : "class \(authored.classes.names[index])"
    case .sentiment(let strength):
      let isFound = outcome.hits.contains { $0.strength.signum() == strength.signum() }
      return isFound ? nil : "strength \(strength)"
    case .formula(let kind, _):
      let isSign = entry.words.allSatisfy { $0.part == .sign }
      return isSign || outcome.isCovered ? nil : "set phrase \(kind.rawValue)"
    }
  }

  private func description(_ outcome: EntryProbe.Outcome) -> String {
    let lemmas = outcome.hits.filter { $0.entry >= 0 }.map { tables.entries[Int($0.entry)].lemma }
    return lemmas.isEmpty ? "nothing" : lemmas.joined(separator: ", ")
  }

  private func remedy(_ entry: AuthoredEntry) -> String {
    if entry.words.allSatisfy({ $0.part == .sign }) {
      return "signs are shared by all languages, and the first language that has one counts: say it there"
    }
    if let blocker = blocker(of: entry) { return "delete the blocker \(blocker) or this line" }
    let shapeless = entry.words.first {
      $0.part != .gap && $0.part != .sign && tables.matchers(entry.language).morphology.stems(of: $0).isEmpty
    }
    if let word = shapeless {
      return "no rule of changes.tsv knows the shape of \(String(decoding: word.units, as: UTF16.self)) as "
        + "\(word.part.letter): correct the part of speech, or write x"
    }
    return "see how it is read with 'minbar lexicon try', then correct or delete the line"
  }

  private func blocker(of entry: AuthoredEntry) -> String? {
    guard entry.words.count == 1 else { return nil }
    return tables.matches(entry.words[0].units, entry.language).lazy
      .compactMap { hit in
        let id = self.lexicon.atoms[Int(hit.atom)].entry
        return id >= 0 && self.lexicon.entries[Int(id)].onlyBlocks ? self.lexicon.entries[Int(id)].lemma : nil
      }.first
  }
}
