package import Records

/// Uzbek words from one script to the other, by letter rules and the exceptions of
/// `languages/uz/spelling.tsv`.
///
/// Words are canonical forms: lower case, `ʻ` (U+02BB) in oʻ gʻ and `ʼ` (U+02BC) elsewhere. Rules after the
/// spelling
/// laws of 1993-1995; measured on UzTransliterator's documents.
package struct UzbekScript: Sendable {
  private typealias Rule = (_ word: [UInt16], _ before: UInt16) -> [UInt16]

  private let toLatin: SpellingExceptions
  private let toCyrillic: SpellingExceptions
  package let problems: [Problem]

  package init(_ folder: LexiconFolder) {
    var toLatin = SpellingExceptions.Rows()
    var toCyrillic = SpellingExceptions.Rows()
    let path = "languages/uz/spelling.tsv"
    let lines = DataLines(path: path, bytes: folder.files[path] ?? [])
    var problems: [Problem] = []
    lines.forEach { line in
      let kind = line.fields.count == 3 ? line.fields[2].word : ""
      guard kind == "stem" || kind == "word" else {
        problems.append(
          lines.problem(
            "lexicon.spelling-line", line: line.number, found: "\(line.fields.count) columns",
            expected: "latin TAB cyrillic TAB stem or word"))
        return
      }
      let latin = line.fields[0].units
      let cyrillic = line.fields[1].units
      toLatin.add(cyrillic, latin, isStem: kind == "stem")
      toCyrillic.add(latin, cyrillic, isStem: kind == "stem")
    }
    self.toLatin = SpellingExceptions(toLatin)
    self.toCyrillic = SpellingExceptions(toCyrillic)
    self.problems = problems
  }

  /// The Latin spelling (law of 1995) of a word in Cyrillic.
  package func latin(fromCyrillic units: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    Self.convert(Array(units), toLatin) { word, before in
      UzbekLatinRules.convert(word, before: before)
    }
  }

  /// The Cyrillic spelling of a word in Latin. Roman numerals stay.
  package func cyrillic(fromLatin units: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    let word = Array(units)
    if Self.isRomanNumeral(word) { return word }
    return Self.convert(word, toCyrillic) { word, before in
      UzbekCyrillicRules.convert(word, before: before)
    }
  }

  /// The whole word first, then each part between hyphens.
  private static func convert(_ word: [UInt16], _ exceptions: SpellingExceptions, _ rule: Rule) -> [UInt16] {
    if let found = exceptions.match(word[...]) { return extend(found, word[...], rule) }
    guard word.contains(hyphen) else { return rule(word, 0) }
    var result: [UInt16] = []
    for part in word.split(separator: hyphen, omittingEmptySubsequences: false) {
      if part.startIndex > 0 { result.append(hyphen) }
      if let plain = UzbekCyrillicRules.clitic(part), part.startIndex > 0 {
        result += plain
      } else if let found = part.count > 1 ? exceptions.match(part) : nil {
        result += extend(found, part, rule)
      } else {
        result += rule(Array(part), 0)
      }
    }
    return result
  }

  private static func extend(
    _ found: (written: [UInt16], covered: Int), _ word: ArraySlice<UInt16>, _ rule: Rule
  ) -> [UInt16] {
    if found.covered == word.count { return found.written }
    let rest = Array(word.dropFirst(found.covered))
    return found.written + rule(rest, word[word.startIndex + found.covered - 1])
  }

  private static let hyphen: UInt16 = 0x2D

  /// Two letters or more, all of them i, v or x.
  private static func isRomanNumeral(_ word: [UInt16]) -> Bool {
    word.count > 1 && word.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }
}
