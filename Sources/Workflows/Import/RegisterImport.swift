import Protection
import Records
import Storage

/// Takes rows of registers into the archive: as statements, of which the newest of each key is in force.
struct RegisterImport {
  let context: ImportContext
  let source: Int64

  /// What became of a row.
  enum Outcome {
    case taken(RowOutcome, Problem?)
    case refused(Problem)
  }

  func add(_ row: RegisterRow) throws -> Outcome {
    let earlier = try context.reader.registerRow(row.kind, key: row.key)
    let sealed = try row.story.map(context.sealStory)
    guard try context.writer.add(row, storySealed: sealed, from: .file(source)) else {
      return .refused(
        Problem(
          "register.creator-unknown", .rowRefused, line: row.row, found: "a code that no creator has",
          expected: "the code of a creator, or a blank cell", remedy: "'minbar creators list' shows the codes."))
    }
    guard let earlier else { return .taken(.accepted, nil) }
    let repeated = Problem(
      "register.repeated", .note, line: row.row, found: "a row with the same code and group as row \(earlier.row.row)",
      expected: "each group of a code once", remedy: "The later row counts; delete the one that is wrong.")
    return .taken(says(earlier, what: row) ? .unchanged : .restated, earlier.source == source ? repeated : nil)
  }

  private func says(_ earlier: StoredRegisterRow, what row: RegisterRow) -> Bool {
    earlier.row.values == row.values && earlier.row.day == row.day && earlier.row.creator == row.creator
      && earlier.storySealed.flatMap(context.openStory) == row.story
  }
}

/// Words of change stories: sealed under the registry key, since they tell of a person.
enum SealedStory {
  static let context = "change story"
}
