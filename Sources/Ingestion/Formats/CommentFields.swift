import Records

/// Parts of comments that several formats state alike.
enum CommentFields {
  /// A count of likes as written (`12`, `1,2 тыс.`); blank means that the export does not say.
  static func likes(_ cell: Bytes, mark: DecimalMark = .unknown) -> Reported<Int> {
    if let plain = cell.decimal { return .known(plain) }
    switch NumberParser(mark: mark).parse(cell, as: .count) {
    case .known(let value): return whole(value).map(Reported.known) ?? .notInExport
    case .approximate(let value): return whole(value).map(Reported.approximate) ?? .notInExport
    case .withheld: return .withheld
    case .notInExport: return .notInExport
    case .unreadable(let text): return .unreadable(text)
    }
  }

  /// Tools write -1 for "unknown".
  private static func whole(_ value: Double) -> Int? { value < 0 ? nil : Int(exactly: value.rounded()) }

  /// Whether a cell can be the id that a platform gave: short numbers count rows, and others come again in another
  /// file; of what a spreadsheet took for a number the digits are gone.
  static func isPlatformID(_ cell: Bytes) -> Bool {
    if Identifier.isScientific(cell) { return false }
    return cell.count >= 10 || !cell.allSatisfy { ASCII.isDigit($0) || $0 == ASCII.minus || $0 == ASCII.dot }
  }

  static func spoiltID(line: Int, column: String) -> Problem {
    Problem(
      "id.spoilt", .note, line: line, column: column, found: "an id that a spreadsheet rounded",
      expected: "15 to 20 digits",
      remedy: "The comment is known by its author and words instead; better hand in the file as downloaded.")
  }

  static func nestedReplies(_ column: String) -> Problem {
    Problem(
      "comments.replies-in-columns", .note, line: 1, column: column, found: "replies in columns of their own",
      expected: "a row for each comment", remedy: "Download the same data as JSON to have the replies read, too.")
  }

  /// What tools write for "yes".
  static func isYes(_ cell: Bytes) -> Bool {
    let body = cell.trimmed()
    return body.count <= 5 && ["true", "1", "yes", "да"].contains(body.string.lowercased())
  }

  static func noText(line: Int) -> Problem {
    Problem(
      "comment.no-text", .rowRefused, line: line, found: "a comment without text", expected: "a text",
      remedy: "Nothing needs to be done: it may have been a picture.")
  }
}
