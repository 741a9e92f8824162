import Records

/// One file of words: `key TAB text` a line, `#` at the start of a comment; `key#one` holds a plural form.
struct WordsFile {
  /// Text by key and plural category; texts without a category stand under "".
  private(set) var messages: [String: [String: String]] = [:]
  private(set) var problems: [Problem] = []
  private let name: String

  static let categories: Set<String> = ["zero", "one", "two", "few", "many", "other"]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    TableLines.each(in: bytes) { line, number in read(line, line: number) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, line number: Int) {
    let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      return refuse("words.columns", number, "\(parts.count) columns", "a key, one tab, a text")
    }
    let names = parts[0].split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
    let key = String(decoding: names[0], as: UTF8.self)
    let category = names.count > 1 ? String(decoding: names[1], as: UTF8.self) : ""
    guard names.count == 1 || (names.count == 2 && Self.categories.contains(category)) else {
      return refuse("words.plural", number, category, "one of zero, one, two, few, many, other")
    }
    guard Message.areBracesPaired(parts[1]) else {
      return refuse("words.braces", number, key, "every { with its }")
    }
    guard messages[key]?[category] == nil else {
      return refuse("words.repeated", number, key, "each key once")
    }
    messages[key, default: [:]][category] = String(decoding: parts[1], as: UTF8.self)
  }

  private mutating func refuse(_ code: String, _ line: Int, _ found: String, _ expected: String) {
    problems.append(
      Problem(
        code, .fileRefused, file: name, line: line, found: found, expected: expected,
        remedy: "correct the line"))
  }
}
