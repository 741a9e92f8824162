import Records

/// Every entry and rule of a lexicon folder with the line it stands on. Lines that loading refuses are left out.
struct AuthoredLexicon {
  let classes: ClassTable
  private(set) var entries: [AuthoredEntry] = []
  private(set) var rules: [AuthoredRule] = []
  /// Lines whose note says that they are meant as they are.
  private(set) var meant = Set<LexiconPlace>()

  init(_ folder: LexiconFolder) {
    var refused: [Problem] = []
    classes = ClassTable(AuthoredLexicon.table("classes.tsv", folder), problems: &refused)
    for language in LexiconLanguage.allCases { read(language, folder) }
    for path in folder.paths(below: "themes/") { read(.theme, path, folder) }
    for (home, path) in [(AuthoredRule.Home.response, "responses.tsv"), (.alert, "alerts.tsv")] {
      read(home, path, folder)
    }
    read(.operator, "operators.tsv", folder)
    for path in folder.paths(below: "") where path.hasSuffix(".tsv") { collectMarks(path, folder) }
  }

  private static func table(_ path: String, _ folder: LexiconFolder) -> TableFile {
    TableFile(path: path, bytes: folder.files[path] ?? [])
  }

  private mutating func collectMarks(_ path: String, _ folder: LexiconFolder) {
    for row in AuthoredLexicon.table(path, folder).rows where row.columns.count > 1 {
      if AuthorMark.isMeant(row.columns[row.columns.count - 1]) { meant.insert(LexiconPlace(path, row.line)) }
    }
  }
}

// MARK: - Entries

extension AuthoredLexicon {
  private mutating func read(_ language: LexiconLanguage, _ folder: LexiconFolder) {
    let root = "languages/\(language.code)/"
    let parser = EntryParser(language: language, letters: [])
    for path in folder.paths(below: root + "classes/") {
      let name = String(decoding: path.utf8.dropFirst(root.utf8.count + 8).dropLast(4), as: UTF8.self)
      guard let index = classes.index(name) else { continue }
      add(path, folder, parser) { _ in .wordClass(index) }
    }
    add(root + "sentiment.tsv", folder, parser) { row in
      Int8(row.column(2)).flatMap { (-3...3).contains($0) && $0 != 0 ? .sentiment($0) : nil }
    }
    add(root + "formulas.tsv", folder, parser) { row in
      FormulaKind(rawValue: row.column(1)).map { .formula($0, tone: row.column(2)) }
    }
    add(root + "blockers.tsv", folder, parser) { _ in .blocker }
  }

  private mutating func add(
    _ path: String, _ folder: LexiconFolder, _ parser: EntryParser, _ source: (TableRow) -> AuthoredEntry.Source?
  ) {
    for row in AuthoredLexicon.table(path, folder).rows {
      guard let source = source(row), let words = words(row, source, parser) else { continue }
      entries.append(
        AuthoredEntry(
          language: parser.language, place: LexiconPlace(path, row.line), columns: row.columns, words: words,
          source: source))
    }
  }

  private func words(_ row: TableRow, _ source: AuthoredEntry.Source, _ parser: EntryParser) -> [EntryWord]? {
    if case .formula = source { return parser.fixedWords(row.column(0)) }
    return try? parser.words(row.column(0), row.column(1)).get()
  }
}

// MARK: - Rules

extension AuthoredLexicon {
  private mutating func read(_ home: AuthoredRule.Home, _ path: String, _ folder: LexiconFolder) {
    for row in AuthoredLexicon.table(path, folder).rows {
      if home == .theme, !["rule", "talk-rule", "comment-rule"].contains(row.columns[0]) { continue }
      guard case .success(let rule) = RuleExpression.parse(row.column(1), classes) else { continue }
      rules.append(
        AuthoredRule(home: home, place: LexiconPlace(path, row.line), columns: row.columns, expression: rule))
    }
  }
}
