import Records

/// Entries that say one thing here and its opposite there.
struct ContradictionCheck {
  private let authored: AuthoredLexicon
  private let checks: CheckTable
  private let bySpelling: [AuthoredEntry.Spelling: [AuthoredEntry]]

  init(_ authored: AuthoredLexicon, _ checks: CheckTable) {
    self.authored = authored
    self.checks = checks
    bySpelling = Dictionary(grouping: authored.entries, by: \.spelling)
  }

  func findings() -> [LexiconFinding] {
    authored.entries.flatMap { entry in
      let others = bySpelling[entry.spelling] ?? []
      return tone(entry) + opposed(entry, others) + signs(entry, others)
    }
  }

  private func tone(_ entry: AuthoredEntry) -> [LexiconFinding] {
    guard case .formula(_, let tone) = entry.source, tone != "positive", tone != "neutral" else { return [] }
    return [
      .fault(
        "lexicon.formula-tone", entry.place, found: tone, expected: "positive or neutral", remedy: "correct the line")
    ]
  }

  private func opposed(_ entry: AuthoredEntry, _ others: [AuthoredEntry]) -> [LexiconFinding] {
    guard case .wordClass(let index) = entry.source else { return [] }
    return checks.opposed.filter { $0.second == index }.compactMap { pair in
      guard let other = others.first(where: { stands($0, in: pair.first) }) else { return nil }
      return .fault(
        "lexicon.opposed-classes", entry.place,
        found: "\(entry.lemma) here and in \(authored.classes.names[pair.first]) (\(other.place))",
        expected: "one of two opposites", remedy: "delete one of the lines, or write phrases that tell them apart")
    }
  }

  private func stands(_ entry: AuthoredEntry, in index: Int) -> Bool {
    guard case .wordClass(let own) = entry.source else { return false }
    return own == index
  }

  private func signs(_ entry: AuthoredEntry, _ others: [AuthoredEntry]) -> [LexiconFinding] {
    guard case .sentiment(let strength) = entry.source else { return [] }
    return others.compactMap { other in
      switch other.source {
      case .wordClass(let index) where checks.signs[index].map { $0 != strength.signum() } ?? false:
        return sign(entry, strength, "in \(authored.classes.names[index])", other)
      case .formula(_, tone: "positive") where strength < 0:
        return sign(entry, strength, "a positive set phrase", other)
      case .sentiment(let second) where second.signum() != strength.signum() && other.place < entry.place:
        return sign(entry, strength, "\(second) as \(other.columns[1])", other)
      default: return nil
      }
    }
  }

  private func sign(
    _ entry: AuthoredEntry, _ strength: Int8, _ clash: String, _ other: AuthoredEntry
  ) -> LexiconFinding {
    .fault(
      "lexicon.sign", entry.place, found: "\(entry.lemma) is \(strength) here and \(clash) (\(other.place))",
      expected: "one sign", remedy: "correct or delete one of the lines")
  }
}
