import Records

/// Reads the files of a lexicon folder. What is wrong is named with file and line; the rest is read.
struct LexiconLoader {
  let folder: LexiconFolder
  private(set) var lexicon: Lexicon
  private(set) var problems: [Problem] = []

  init(_ folder: LexiconFolder) {
    self.folder = folder
    let table = TableFile(path: "classes.tsv", bytes: folder.files["classes.tsv"] ?? [])
    lexicon = Lexicon(classes: ClassTable(table, problems: &problems))
    if folder.files["classes.tsv"] == nil { missing("classes.tsv") }
    let alphabets = Alphabets(folder)
    for language in LexiconLanguage.allCases { load(language, alphabets) }
  }

  private mutating func load(_ language: LexiconLanguage, _ alphabets: Alphabets) {
    let root = "languages/\(language.code)/"
    let parser = EntryParser(language: language, letters: letters(language, alphabets))
    for path in folder.paths(below: root + "classes/") { loadClass(path, root, parser) }
    for name in lexicon.classes.names where folder.files[root + "classes/\(name).tsv"] == nil {
      problems.append(
        Problem(
          "lexicon.missing-class", .note, file: root + "classes/\(name).tsv",
          expected: "words of the class \(name)", remedy: "write the file"))
    }
    if let file = table(root + "sentiment.tsv") { loadSentiment(file, parser) }
    if let file = table(root + "formulas.tsv") { loadFormulas(file, parser) }
    if let file = table(root + "blockers.tsv") { loadBlockers(file, parser) }
  }

  /// Uzbek entries are written in Latin whatever its alphabet file lists first.
  private func letters(_ language: LexiconLanguage, _ alphabets: Alphabets) -> Set<UInt16> {
    let letters = alphabets.letters[language.code] ?? []
    return language == .uzbek && !letters.isEmpty ? letters.union("abcdefghijklmnopqrstuvwxyzʻʼ".utf16) : letters
  }

  private mutating func missing(_ path: String) {
    problems.append(
      Problem("lexicon.missing-file", .fileRefused, file: path, expected: "the file", remedy: "put it back"))
  }

  private mutating func table(_ path: String) -> TableFile? {
    guard let bytes = folder.files[path] else {
      missing(path)
      return nil
    }
    return TableFile(path: path, bytes: bytes)
  }

  private mutating func loadClass(_ path: String, _ root: String, _ parser: EntryParser) {
    guard let bytes = folder.files[path] else { return }
    let file = TableFile(path: path, bytes: bytes)
    let name = String(decoding: path.utf8.dropFirst(root.utf8.count + 8).dropLast(4), as: UTF8.self)
    guard let index = lexicon.classes.index(name) else {
      problems.append(
        Problem(
          "lexicon.unknown-class", .fileRefused, file: path, found: name, expected: "a class of classes.tsv",
          remedy: "add the class to classes.tsv or rename the file"))
      return
    }
    var seen = Set<[UInt8]>()
    for row in file.rows {
      guard let words = entryWords(file, row, parser, columns: 2...3, &seen) else { continue }
      lexicon.add(words, lemma: row.columns[0], language: parser.language) { $0.classes.insert(index) }
    }
  }

  private mutating func loadSentiment(_ file: TableFile, _ parser: EntryParser) {
    var seen = Set<[UInt8]>()
    for row in file.rows {
      guard let words = entryWords(file, row, parser, columns: 3...4, &seen) else { continue }
      guard let strength = Int8(row.columns[2]), (-3...3).contains(strength), strength != 0 else {
        let expected = "a strength from -3 to 3"
        problems.append(
          file.problem("lexicon.strength", row, found: row.columns[2], expected: expected))
        continue
      }
      lexicon.add(words, lemma: row.columns[0], language: parser.language) { $0.strength = strength }
    }
  }

  private mutating func loadFormulas(_ file: TableFile, _ parser: EntryParser) {
    var seen = Set<[UInt8]>()
    for row in file.rows {
      guard checkColumns(file, row, 3...4), checkDuplicate(file, row, [row.columns[0]], &seen) else { continue }
      guard let kind = FormulaKind(rawValue: row.columns[1]) else {
        let expected = FormulaKind.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(file.problem("lexicon.formula-kind", row, found: row.columns[1], expected: expected))
        continue
      }
      let words = parser.fixedWords(row.columns[0])
      lexicon.add(words, lemma: row.columns[0], language: parser.language) {
        $0.formula = kind
        $0.formulaIsPositive = row.columns[2] == "positive"
      }
    }
  }

  private mutating func loadBlockers(_ file: TableFile, _ parser: EntryParser) {
    var seen = Set<[UInt8]>()
    for row in file.rows {
      guard let words = entryWords(file, row, parser, columns: 2...3, &seen) else { continue }
      lexicon.add(words, lemma: row.columns[0], language: parser.language) { $0.isBlocker = true }
    }
  }

  /// The words of a row, nil with a problem noted where the row cannot be used.
  private mutating func entryWords(
    _ file: TableFile, _ row: TableRow, _ parser: EntryParser, columns: ClosedRange<Int>,
    _ seen: inout Set<[UInt8]>
  ) -> [EntryWord]? {
    guard checkColumns(file, row, columns) else { return nil }
    guard checkDuplicate(file, row, [row.columns[0], row.columns[1]], &seen) else { return nil }
    switch parser.words(row.columns[0], row.columns[1]) {
    case .success(let words):
      noteForeign(parser, words, file, row)
      return words
    case .failure(let fault):
      problems.append(file.problem(fault.code, row, found: fault.found, expected: fault.expected))
      return nil
    }
  }

  /// Words in foreign letters are kept and named, unless their note says that they are loans.
  private mutating func noteForeign(
    _ parser: EntryParser, _ words: [EntryWord], _ file: TableFile, _ row: TableRow
  ) {
    guard !AuthorMark.isLoan(row.columns[row.columns.count - 1]), let word = parser.foreignWord(words) else { return }
    problems.append(
      Problem(
        "lexicon.foreign-letter", .note, file: file.path, line: row.line, found: word,
        expected: "letters of the alphabet, lower case",
        remedy: "correct the word, or write loan into its note if it is one"))
  }

  private mutating func checkColumns(_ file: TableFile, _ row: TableRow, _ columns: ClosedRange<Int>) -> Bool {
    if columns.contains(row.columns.count) { return true }
    problems.append(
      file.problem(
        "lexicon.columns", row, found: "\(row.columns.count) columns",
        expected: "\(columns.lowerBound) to \(columns.upperBound)"))
    return false
  }

  private mutating func checkDuplicate(
    _ file: TableFile, _ row: TableRow, _ key: [String], _ seen: inout Set<[UInt8]>
  ) -> Bool {
    if seen.insert(Array(key.map(\.utf8).joined(separator: [0x09]))).inserted { return true }
    problems.append(
      file.problem(
        "lexicon.duplicate", row, found: row.columns[0], expected: "each entry once in a file",
        remedy: "delete the line"))
    return false
  }
}
