import Records

/// `checks.tsv`: what `minbar lexicon check` holds against the entries of classes.
///
/// Lines: `opposed TAB CLASS TAB CLASS` (no entry may stand in both); `sign TAB CLASS TAB positive|negative` (no entry
/// of the class may have an evaluation of the other sign).
struct CheckTable {
  struct Pair {
    let first: Int
    let second: Int
  }

  private(set) var opposed: [Pair] = []
  /// 1 or -1 by index of the class.
  private(set) var signs: [Int: Int8] = [:]
  private(set) var findings: [LexiconFinding] = []

  init(_ folder: LexiconFolder, _ classes: ClassTable) {
    let file = TableFile(path: "checks.tsv", bytes: folder.files["checks.tsv"] ?? [])
    for row in file.rows where !read(row, classes) {
      findings.append(
        .fault(
          "lexicon.check-line", LexiconPlace(file.path, row.line), found: row.columns.joined(separator: " "),
          expected: "opposed and two classes; or sign, a class and positive or negative", remedy: "correct the line"))
    }
  }

  private mutating func read(_ row: TableRow, _ classes: ClassTable) -> Bool {
    guard let first = classes.index(row.column(1)) else { return false }
    switch (row.column(0), row.column(2)) {
    case ("sign", "positive"): signs[first] = 1
    case ("sign", "negative"): signs[first] = -1
    case ("opposed", let name):
      guard let second = classes.index(name) else { return false }
      opposed.append(Pair(first: first, second: second))
    default: return false
    }
    return true
  }
}
