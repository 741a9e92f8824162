import Records

/// What became of one file, folder member or archive that was handed in.
package struct Receipt: Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    /// Read and kept.
    case taken
    /// The same bytes were taken before; nothing changed.
    case alreadyTaken = "already-taken"
    /// Nothing in it could be taken; nothing was kept.
    case refused
    /// A person must say whose it is; nothing was kept.
    case held
    /// A picture or sound: what it shows is typed in by hand.
    case byHand = "by-hand"
    /// A form that nobody filled in yet; nothing is wrong with it, and nothing was kept.
    case empty
  }

  /// Name as the user knows it.
  package var name: String
  package var status: Status
  /// Number for `minbar imports show`; nil when nothing was kept.
  package var importNumber: Int64?
  package var files: [FileReceipt]
  /// What it is kept under until somebody decides (`minbar held`); nil when it is not kept.
  package var heldAs: String?

  /// Whether something in it may be known once more is told about accounts and posts.
  var waits: Bool { status == .held || files.contains(where: \.waits) }
  var isNews: Bool { status != .alreadyTaken }
  /// Rows that were taken, or were there already.
  var rows: Int { files.map { $0.accepted + $0.unchanged + $0.restated }.reduce(0, +) }

  /// What became of a file or archive of which nothing was taken.
  static func statusOfNothingTaken(_ files: [FileReceipt]) -> Status {
    if !files.isEmpty, files.allSatisfy(\.isByHand) { return .byHand }
    if !files.isEmpty, files.allSatisfy({ $0.problems.isEmpty && !$0.format.isEmpty }) { return .empty }
    return files.contains(where: \.isHeld) ? .held : .refused
  }
}

/// What became of one readable file.
package struct FileReceipt: Sendable, Codable {
  package var name: String
  /// Id of the format; empty when none was recognised.
  package var format: String
  package var encoding: String
  package var dialect: String
  package var period: String?
  package var scope: String?
  package var creator: String?
  package var accepted: Int
  package var unchanged: Int
  package var restated: Int
  package var refused: Int
  package var problems: [ProblemReceipt]
  /// What a file of an archive is kept under, where the rest was taken.
  package var heldAs: String?

  package var isRefused: Bool { problems.contains { $0.severity == Severity.fileRefused.rawValue } }
  /// Whether it waits for somebody to say whose it is.
  package var isHeld: Bool { problems.contains { Problem.decisionCodes.contains($0.code) } }
  /// Whether rows were left out that may be known later.
  package var waits: Bool { problems.contains { Problem.waitingCodes.contains($0.code) } }
  /// Whether it is a picture or sound.
  package var isByHand: Bool { problems.contains { Problem.byHandCodes.contains($0.code) } }
}

/// A problem as receipts print it.
package struct ProblemReceipt: Sendable, Codable {
  package var code: String
  package var severity: String
  package var line: Int?
  package var column: String?
  package var found: String
  package var expected: String
  package var remedy: String

  init(_ problem: Problem) {
    self.code = problem.code
    self.severity = problem.severity.rawValue
    self.line = problem.line
    self.column = problem.column
    self.found = problem.found
    self.expected = problem.expected
    self.remedy = problem.remedy
  }
}

/// Files of one `minbar ingest` by what became of them.
package struct BatchTotals: Sendable, Codable {
  package var read: Int
  package var taken: Int
  package var known: Int
  package var refused: Int
  package var held: Int
  package var byHand: Int
  package var empty: Int

  init(_ receipts: [Receipt]) {
    let count = { (status: Receipt.Status) in receipts.count { $0.status == status } }
    read = receipts.count
    taken = count(.taken)
    known = count(.alreadyTaken)
    refused = count(.refused)
    held = count(.held)
    byHand = count(.byHand)
    empty = count(.empty)
  }
}

/// Receipts of one `minbar ingest`.
package struct IngestOutcome: Sendable, Codable {
  package var receipts: [Receipt]
  package var totals: BatchTotals
  /// The month that the batch speaks of most, and what is still missing for it; nil when nothing tells.
  package var collection: MonthCollection?

  init(receipts: [Receipt], collection: MonthCollection? = nil) {
    self.receipts = receipts
    self.totals = BatchTotals(receipts)
    self.collection = collection
  }

  /// Whether anything was refused or held, in whole or in part.
  package var hasProblems: Bool {
    receipts.contains { receipt in
      receipt.status == .refused || receipt.status == .held
        || receipt.files.contains { $0.refused > 0 || ($0.isRefused && !$0.isByHand) }
    }
  }
}
