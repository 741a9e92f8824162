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
  }

  /// Name as the user knows it.
  package var name: String
  package var status: Status
  /// Number for `minbar imports show`; nil when nothing was kept.
  package var importNumber: Int64?
  package var files: [FileReceipt]

  /// Refused because nothing told yet whose it is.
  var waitsForAccount: Bool {
    status == .refused && files.contains { $0.problems.contains { $0.code == "account.unknown" } }
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

  package var isRefused: Bool { problems.contains { $0.severity == Severity.fileRefused.rawValue } }
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

/// Receipts of one `minbar ingest`.
package struct IngestOutcome: Sendable, Codable {
  package var receipts: [Receipt]

  /// Whether anything was refused, in whole or in part.
  package var hasProblems: Bool {
    receipts.contains { receipt in
      receipt.status == .refused || receipt.files.contains { $0.refused > 0 || $0.isRefused }
    }
  }
}
