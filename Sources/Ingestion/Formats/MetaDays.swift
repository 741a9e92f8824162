import Records

/// What the rows of Meta's content export are about: whole lives or days, whole posts or parts of their numbers.
enum MetaDays {
  /// The scope of the first rows; nil where whole lives and days are mixed.
  static func scope(_ sketch: TableSketch) -> Scope? {
    guard let index = MetaColumn.columns(sketch.header).firstIndex(of: .date) else { return .lifetime }
    let cells = sketch.rows.dropFirst().compactMap { index < $0.cells.count ? $0.cells[index] : nil }
    let days = cells.count {
      $0.withBytes { DateParser.civil($0, order: .monthFirst) ?? DateParser.civil($0, order: .dayFirst) } != nil
    }
    return days == 0 ? .lifetime : days == cells.count ? .period : nil
  }

  /// Whether `Date` says that numbers are of a whole life; a blank cell does.
  static func isLifetime(_ cell: String) -> Bool { lifetimes.contains(HeaderName.normalised(cell)) }

  private static let lifetimes: Set<String> = [
    "", "lifetime", "all time", "total", "за все время", "все время", "vitalício", "vida útil", "todo o período",
    "desde o início",
  ]

  /// Whether `Data comment` speaks of all numbers of the post.
  static func isWhole(_ remark: String) -> Bool { totals.contains(HeaderName.normalised(remark)) }

  private static let totals: Set<String> = ["", "total", "всего", "итого"]

  static func errorRow(line: Int) -> Problem {
    Problem(
      "meta.error-row", .rowRefused, line: line, found: "a row of Meta's without a post", expected: "a post",
      remedy: "Nothing needs to be done; if a post is missing, export again later.")
  }

  static func partRow(line: Int) -> Problem {
    Problem(
      "meta.part-row", .rowRefused, line: line, found: "a row about a part of a post's numbers",
      expected: "a row with no data comment, or \"Total\"",
      remedy: "Its numbers were left out; nothing needs to be done if the post has another row.")
  }

  static func repeatedRow(line: Int) -> Problem {
    Problem(
      "meta.repeated-row", .rowRefused, line: line, found: "a second row about the same post and days",
      expected: "one row", remedy: "The first of them was read; nothing needs to be done.")
  }

  static func strangeDays(line: Int, column: String?) -> Problem {
    Problem(
      "meta.strange-days", .note, line: line, column: column, found: "a word that is no day",
      expected: "\"Lifetime\" or a day",
      remedy: "The numbers were taken for those of the whole life; tell the maintainers the word.")
  }
}
