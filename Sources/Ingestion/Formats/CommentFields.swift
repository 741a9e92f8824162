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
