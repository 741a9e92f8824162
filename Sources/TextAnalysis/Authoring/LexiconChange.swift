/// An entry or a rule that one lexicon has and the other has not, or of which it says something else.
package struct LexiconChange: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, removed, changed
  }

  package let kind: Kind
  /// Code of the language; empty for rules, which all languages share.
  package let language: String
  /// The class, `sentiment`, `formulas`, `blockers`; for rules the theme, `operators`, `responses`, `alerts`.
  package let part: String
  package let entry: String
  /// What the lines say of the entry, without notes; empty where it has none.
  package let before: String
  package let after: String
}

/// Compares two lexicon folders by what their lines say, whatever their order and notes.
package enum LexiconComparison {
  private struct Key: Hashable {
    let path: String
    let entry: String
  }

  /// Changes from `first` to `second`, by language, part and entry.
  package static func changes(from first: LexiconFolder, to second: LexiconFolder) -> [LexiconChange] {
    let before = statements(AuthoredLexicon(first))
    let after = statements(AuthoredLexicon(second))
    let keys = Set(before.keys).union(after.keys)
    return keys.compactMap { change($0, before[$0], after[$0]) }.sorted { a, b in
      (a.language, a.part, a.entry) < (b.language, b.part, b.entry)
    }
  }

  /// Files that hold no entries or rules, such as morphology, and whose bytes differ.
  package static func otherFiles(_ first: LexiconFolder, _ second: LexiconFolder) -> [String] {
    Set(first.files.keys).union(second.files.keys).filter { path in
      path.hasSuffix(".tsv") && !isCompared(path) && first.files[path] != second.files[path]
    }.sorted()
  }

  private static func isCompared(_ path: String) -> Bool {
    let name = path.pieces(by: 0x2F).last ?? ""
    let byLine = ["sentiment.tsv", "formulas.tsv", "blockers.tsv", "operators.tsv", "responses.tsv", "alerts.tsv"]
    return byLine.contains(name) || path.pieces(by: 0x2F).contains { $0 == "classes" || $0 == "themes" }
  }

  private static func statements(_ lexicon: AuthoredLexicon) -> [Key: Set<String>] {
    var all: [Key: Set<String>] = [:]
    for entry in lexicon.entries {
      let says = entry.columns.dropFirst().prefix(length(entry.source)).joined(separator: " ")
      all[Key(path: entry.place.file, entry: entry.lemma), default: []].insert(says)
    }
    for rule in lexicon.rules {
      let says = ([rule.columns[0]] + rule.columns.dropFirst(2).prefix(1)).joined(separator: " ")
      all[Key(path: rule.place.file, entry: rule.expression.text), default: []].insert(says)
    }
    return all
  }

  /// Columns after the lemma that say something of the entry; what follows is a note.
  private static func length(_ source: AuthoredEntry.Source) -> Int {
    switch source {
    case .wordClass, .blocker: 1
    case .sentiment, .formula: 2
    }
  }

  private static func change(_ key: Key, _ before: Set<String>?, _ after: Set<String>?) -> LexiconChange? {
    guard before != after else { return nil }
    let parts = key.path.pieces(by: 0x2F)
    let name = String(decoding: (parts.last ?? "").utf8.dropLast(4), as: UTF8.self)
    return LexiconChange(
      kind: before == nil ? .added : after == nil ? .removed : .changed,
      language: parts[0] == "languages" ? parts[1] : "", part: name, entry: key.entry,
      before: (before ?? []).sorted().joined(separator: ", "), after: (after ?? []).sorted().joined(separator: ", "))
  }
}
