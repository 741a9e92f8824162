package import Records

/// What words tell about sentence bounds: abbreviations, and words that open or close a sentence.
///
/// `languages/<code>/abbreviations.tsv`: `form TAB before|end` (a word must follow; or it may end a
/// sentence).
/// `languages/<code>/words.tsv`: what words tell of bounds; see `BoundWords`.
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
    /// Log odds in tenths of a bound beside the word: four places a language, in the order of `BoundWords.Place`.
    var strengths = SIMD16<Int16>(repeating: 0)
    /// 1 for each language that lists the very form: a vote for it.
    var votes = SIMD4<Int16>(repeating: 0)

    func strength(_ place: BoundWords.Place, lane: Int) -> Int {
      Int(strengths[lane * BoundWords.Place.allCases.count + place.rawValue])
    }
  }

  /// Languages with a file of bounds, at most `mostLanguages`; a role's lanes follow this order.
  package private(set) var languages: [String] = []
  private(set) var bounds: [BoundWords] = []
  private let abbreviations: StemTrie
  static let mostLanguages = 4
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
        bounds.append(BoundWords(lines, &problems))
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

  /// The role of a canonical form.
  func role(of form: UnsafeBufferPointer<UInt16>) -> Role {
    var role = Role()
    for (lane, words) in bounds.enumerated() {
      let found = words.strengths(of: form)
      for place in 0..<BoundWords.Place.allCases.count {
        role.strengths[lane * BoundWords.Place.allCases.count + place] = found.strengths[place]
      }
      if found.isListed { role.votes[lane] = 1 }
    }
    return role
  }

  /// The role of any number.
  var numberRole: Role { BoundWords.number.withUnsafeBufferPointer { role(of: $0) } }

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

  private static func refuse(
    _ lines: DataLines, _ line: DataLines.Line, expected: String, _ problems: inout [Problem]
  ) {
    problems.append(
      lines.problem(
        "lexicon.word-role-line", line: line.number, found: "\(line.fields.count) columns",
        expected: expected))
  }
}
