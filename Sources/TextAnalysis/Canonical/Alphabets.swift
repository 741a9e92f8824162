package import Records

/// Letters and their look-alikes, read from `languages/<code>/alphabet.tsv`.
///
/// Lines: `letters TAB а б в …`; `own TAB ү ө ң` (letters that tell the language from its neighbours);
/// `variant TAB ӊ TAB ң` (typed in place of a letter).
package struct Alphabets: Sendable {
  /// The canonical unit for a variant.
  private(set) var variants: [UInt16: UInt16] = [:]
  /// Letters that raise `WordFlags.hasKyrgyzLetters`.
  private(set) var kyrgyz: Set<UInt16> = []
  /// Cyrillic letters that raise `WordFlags.hasUzbekLetters`.
  private(set) var uzbek: Set<UInt16> = []
  /// Letters of each language, by folder name.
  package private(set) var letters: [String: Set<UInt16>] = [:]
  package private(set) var problems: [Problem] = []

  package init(_ folder: LexiconFolder) {
    for path in folder.paths(below: "languages/") where path.hasSuffix("/alphabet.tsv") {
      let parts = path.split(separator: "/")
      guard parts.count == 3, let bytes = folder.files[path] else { continue }
      read(DataLines(path: path, bytes: bytes), language: String(parts[1]))
    }
  }

  private mutating func read(_ lines: DataLines, language: String) {
    lines.forEach { line in
      let values = line.fields.dropFirst().map(\.units)
      switch (line.fields.first?.word, values.count) {
      case ("letters", 1): letters[language, default: []].formUnion(values[0].filter { $0 != 0x20 })
      case ("own", 1): addOwn(values[0].filter { $0 != 0x20 }, language: language)
      case ("variant", 2) where values[0].count == 1 && values[1].count == 1:
        variants[values[0][0]] = values[1][0]
      default:
        problems.append(
          lines.problem(
            "lexicon.alphabet-line", line: line.number, found: "\(line.fields.count) columns",
            expected: "letters, own or variant with its letters"))
      }
    }
  }

  private mutating func addOwn(_ units: [UInt16], language: String) {
    letters[language, default: []].formUnion(units)
    if language == "ky" { kyrgyz.formUnion(units) }
    if language == "uz" { uzbek.formUnion(units) }
  }
}
