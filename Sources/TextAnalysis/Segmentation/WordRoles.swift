package import Records

/// What words tell about sentence bounds: abbreviations, and words that open or close a sentence.
///
/// `languages/<code>/abbreviations.tsv`: `form TAB before|end` (a word must follow; or it may end a
/// sentence).
/// `languages/<code>/words.tsv`: `opens|closes TAB form or -suffix TAB strength`, log odds in tenths.
package struct WordRoles: Sendable {
  /// What is known about one word form.
  struct Role {
    var followedAlways = false
    var mayEnd = false
    /// By language, log odds in tenths that a sentence starts with the word, or ends with it.
    var opens = SIMD4<Int16>(repeating: 0)
    var closes = SIMD4<Int16>(repeating: 0)
    /// 1 for each language that lists the very form: a vote for it.
    var votes = SIMD4<Int16>(repeating: 0)
  }

  /// The bounds that one language's words tell.
  private struct Bounds: Sendable {
    var opens: [[UInt16]: Int16] = [:]
    var closes: [[UInt16]: Int16] = [:]
    var suffixes: [[UInt16]: Int16] = [:]
  }

  /// Languages with a file of bounds, at most `mostLanguages`; a role's lanes follow this order.
  package private(set) var languages: [String] = []
  private var bounds: [Bounds] = []
  private var abbreviations: [[UInt16]: Role] = [:]
  static let mostLanguages = 4
  package private(set) var problems: [Problem] = []

  package init(_ folder: LexiconFolder) {
    for path in folder.paths(below: "languages/") {
      guard let bytes = folder.files[path] else { continue }
      if path.hasSuffix("/abbreviations.tsv") { readAbbreviations(DataLines(path: path, bytes: bytes)) }
      if path.hasSuffix("/words.tsv"), languages.count < Self.mostLanguages {
        languages.append(path)
        bounds.append(readWords(DataLines(path: path, bytes: bytes)))
      }
    }
  }

  /// The role of a canonical form; the longest suffix that is listed counts.
  func role(of form: UnsafeBufferPointer<UInt16>) -> Role {
    let units = Array(form)
    var role = abbreviations[units] ?? Role()
    for (lane, bounds) in bounds.enumerated() {
      role.opens[lane] = bounds.opens[units] ?? 0
      role.closes[lane] = bounds.closes[units] ?? Self.suffixStrength(units, bounds)
      if bounds.opens[units] != nil || bounds.closes[units] != nil { role.votes[lane] = 1 }
    }
    return role
  }

  private static func suffixStrength(_ units: [UInt16], _ bounds: Bounds) -> Int16 {
    for length in stride(from: min(4, units.count - 2), to: 0, by: -1) {
      if let strength = bounds.suffixes[Array(units.suffix(length))] { return strength }
    }
    return 0
  }

  private mutating func readAbbreviations(_ lines: DataLines) {
    lines.forEach { line in
      let kind = line.fields.count == 2 ? line.fields[1].word : ""
      guard let form = line.fields.first?.units, kind == "before" || kind == "end" else {
        return refuse(lines, line, expected: "form TAB before or end")
      }
      abbreviations[form, default: Role()].followedAlways = kind == "before"
      abbreviations[form, default: Role()].mayEnd = kind == "end"
    }
  }

  private mutating func readWords(_ lines: DataLines) -> Bounds {
    var bounds = Bounds()
    var refused: [DataLines.Line] = []
    lines.forEach { line in
      guard line.fields.count == 3, let strength = Int16(line.fields[2].word) else {
        refused.append(line)
        return
      }
      let form = line.fields[1].units
      switch (line.fields[0].word, form.first) {
      case ("opens", _): bounds.opens[form] = strength
      case ("closes", 0x2D): bounds.suffixes[Array(form.dropFirst())] = strength
      case ("closes", _): bounds.closes[form] = strength
      default: refused.append(line)
      }
    }
    for line in refused { refuse(lines, line, expected: "opens or closes TAB form TAB strength") }
    return bounds
  }

  private mutating func refuse(_ lines: DataLines, _ line: DataLines.Line, expected: String) {
    problems.append(
      lines.problem(
        "lexicon.word-role-line", line: line.number, found: "\(line.fields.count) columns",
        expected: expected))
  }
}
