package import Records

/// What words tell about sentence bounds: abbreviations, and words that open or close a sentence.
///
/// `languages/<code>/abbreviations.tsv`: `form TAB before|end` (a word must follow; or it may end a
/// sentence).
/// `languages/<code>/words.tsv`: `opens|closes TAB form or -suffix TAB strength`, log odds in tenths.
package struct WordRoles: Sendable {
  /// What an abbreviation says of the full stop behind it.
  enum Abbreviation: Int32 {
    /// A word must follow.
    case before
    /// It may end a sentence.
    case end
  }

  /// What is known about one word form, by language.
  struct Role {
    /// Log odds in tenths that a sentence starts with the word, or ends with it.
    var opens = SIMD4<Int16>(repeating: 0)
    var closes = SIMD4<Int16>(repeating: 0)
    /// 1 for each language that lists the very form: a vote for it.
    var votes = SIMD4<Int16>(repeating: 0)
  }

  /// The bounds that one language's words tell, as its file lists them.
  private struct BoundRows {
    var opens: [[UInt16]: Int16] = [:]
    var closes: [[UInt16]: Int16] = [:]
    /// From the last letter on.
    var suffixes: [[UInt16]: Int16] = [:]
  }

  /// The same for looking up.
  private struct Bounds: Sendable {
    let opens: StemTrie
    let closes: StemTrie
    let suffixes: StemTrie

    init(_ rows: BoundRows) {
      opens = Bounds.trie(rows.opens)
      closes = Bounds.trie(rows.closes)
      suffixes = Bounds.trie(rows.suffixes)
    }

    private static func trie(_ rows: [[UInt16]: Int16]) -> StemTrie {
      StemTrie(rows.map { (units: $0, value: StemValue(atom: Int32($1), node: 0)) })
    }
  }

  /// Languages with a file of bounds, at most `mostLanguages`; a role's lanes follow this order.
  package private(set) var languages: [String] = []
  private var bounds: [Bounds] = []
  private let abbreviations: StemTrie
  static let mostLanguages = 4
  private static let longestSuffix = 4
  package private(set) var problems: [Problem] = []

  package init(_ folder: LexiconFolder) {
    var abbreviations: [(units: [UInt16], value: StemValue)] = []
    var files: [DataLines] = []
    for path in folder.paths(below: "languages/") {
      guard let bytes = folder.files[path] else { continue }
      let lines = DataLines(path: path, bytes: bytes)
      if path.hasSuffix("/abbreviations.tsv") { files.append(lines) }
      if path.hasSuffix("/words.tsv"), languages.count < Self.mostLanguages {
        languages.append(path)
        bounds.append(Bounds(WordRoles.readWords(lines, &problems)))
      }
    }
    for file in files { abbreviations += WordRoles.readAbbreviations(file, &problems) }
    self.abbreviations = StemTrie(abbreviations)
  }

  /// Whether a canonical form is an abbreviation.
  func abbreviation(_ form: UnsafeBufferPointer<UInt16>) -> Abbreviation? {
    var found: Abbreviation?
    abbreviations.forEachValue(ofWhole: form) { found = Abbreviation(rawValue: $0.atom) }
    return found
  }

  /// The role of a canonical form; the longest suffix that is listed counts.
  func role(of form: UnsafeBufferPointer<UInt16>) -> Role {
    var role = Role()
    for (lane, bounds) in bounds.enumerated() {
      let opens = strength(of: form, bounds.opens)
      let closes = strength(of: form, bounds.closes)
      role.opens[lane] = opens ?? 0
      role.closes[lane] = closes ?? suffixStrength(of: form, bounds.suffixes)
      if opens != nil || closes != nil { role.votes[lane] = 1 }
    }
    return role
  }

  private func strength(of form: UnsafeBufferPointer<UInt16>, _ words: StemTrie) -> Int16? {
    var found: Int16?
    words.forEachValue(ofWhole: form) { found = Int16(truncatingIfNeeded: $0.atom) }
    return found
  }

  /// Two letters at least are left to the stem.
  private func suffixStrength(of form: UnsafeBufferPointer<UInt16>, _ suffixes: StemTrie) -> Int16 {
    var strength: Int16 = 0
    var node = 0
    for index in 0..<max(0, min(Self.longestSuffix, form.count - 2)) {
      node = suffixes.child(of: node, by: form[form.count - 1 - index])
      if node < 0 { break }
      if let value = suffixes.value(of: node) { strength = Int16(truncatingIfNeeded: value.atom) }
    }
    return strength
  }

  private static func readAbbreviations(
    _ lines: DataLines, _ problems: inout [Problem]
  ) -> [(units: [UInt16], value: StemValue)] {
    var rows: [(units: [UInt16], value: StemValue)] = []
    lines.forEach { line in
      let kind = line.fields.count == 2 ? line.fields[1].word : ""
      guard let form = line.fields.first?.units, kind == "before" || kind == "end" else {
        return refuse(lines, line, expected: "form TAB before or end", &problems)
      }
      let abbreviation = kind == "before" ? Abbreviation.before : .end
      rows.append((units: form, value: StemValue(atom: abbreviation.rawValue, node: 0)))
    }
    return rows
  }

  private static func readWords(_ lines: DataLines, _ problems: inout [Problem]) -> BoundRows {
    var bounds = BoundRows()
    lines.forEach { line in
      let expected = "opens or closes TAB form TAB strength"
      guard line.fields.count == 3, let strength = Int16(line.fields[2].word) else {
        return refuse(lines, line, expected: expected, &problems)
      }
      let form = line.fields[1].units
      switch (line.fields[0].word, form.first) {
      case ("opens", _): bounds.opens[form] = strength
      case ("closes", 0x2D): bounds.suffixes[Array(form.dropFirst().reversed())] = strength
      case ("closes", _): bounds.closes[form] = strength
      default: refuse(lines, line, expected: expected, &problems)
      }
    }
    return bounds
  }

  private static func refuse(
    _ lines: DataLines, _ line: DataLines.Line, expected: String, _ problems: inout [Problem]
  ) {
    problems.append(
      lines.problem(
        "lexicon.word-role-line", line: line.number, found: "\(line.fields.count) columns",
        expected: expected))
  }
}
