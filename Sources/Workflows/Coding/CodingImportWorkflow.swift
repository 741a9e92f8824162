import Foundation
import Protection
import Records
import Storage
import TextAnalysis

/// What became of one coding file.
package struct CodingReceipt: Sendable, Codable {
  package let file: String
  package let coder: String
  /// Texts whose codes were kept.
  package var taken = 0
  /// Of those, texts that this coder had coded before: the new codes replace the old ones.
  package var replaced = 0
  /// Rows that nobody filled in.
  package var empty = 0
  package var refused = 0
  package var problems: [CodingProblem] = []

  package var hasProblems: Bool { refused > 0 }
}

/// A problem of a coding file, for machines.
package struct CodingProblem: Sendable, Codable {
  package let code: String
  package let line: Int?
  package let column: String?
  package let found: String
  package let expected: String
  package let remedy: String

  init(_ problem: Problem) {
    code = problem.code
    line = problem.line
    column = problem.column
    found = problem.found
    expected = problem.expected
    remedy = problem.remedy
  }
}

extension Workspace {
  /// Keeps the codes of filled files, each file whole or, when it cannot be read, not at all.
  /// - Parameter coder: who filled them in, as a neutral code of letters, digits and `-`.
  /// - Throws: `WorkflowError` when the coder's code or a file cannot be taken.
  package func importCoding(
    _ paths: [String], coder: String, notice: (String) -> Void = { _ in }
  ) throws -> [CodingReceipt] {
    try CoderName.check(coder)
    let table = CodingTable(themes: Set(try makeTextEngine().themes))
    let files = try paths.map(table.read)
    let keys = try keyRing()
    let archive = try openForWriting("coding import", notice: notice)
    return try files.map { file in
      try archive.write { writer in try keep(file, coder: coder, keys, writer) }
    }
  }

  private func keep(_ file: CodingFile, coder: String, _ keys: KeyRing, _ writer: ArchiveWriter) throws -> CodingReceipt
  {
    let texts = try ItemFinder(writer.reader, keys: keys).find(Set(file.rows.map(\.item)), writer.reader)
    let known = Set(try writer.reader.codings().filter { $0.coder == coder }.map(\.text.key))
    var receipt = CodingReceipt(file: file.path, coder: coder)
    receipt.empty = file.empty
    var problems = file.problems
    for row in file.rows {
      guard var text = texts[row.item] else {
        problems.append(CoderName.unknownItem(row, file.path))
        continue
      }
      text.weight = row.weight ?? 1
      try writer.save(row.coding, of: text, coder: coder)
      receipt.taken += 1
      if known.contains(text.key) { receipt.replaced += 1 }
    }
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    receipt.refused = Set(problems.filter { $0.severity != .note }.map { $0.line ?? 0 }).count
    receipt.problems = problems.map(CodingProblem.init)
    return receipt
  }

  /// Removes all codes of a coder.
  /// - Returns: how many texts the coder had coded.
  package func forgetCoding(coder: String, notice: (String) -> Void = { _ in }) throws -> Int {
    try CoderName.check(coder)
    return try openForWriting("coding forget", notice: notice).write { try $0.forgetLabels(ofCoder: coder) }
  }
}

/// Checks of what a coding import is given.
enum CoderName {
  /// - Throws: `WorkflowError` unless it is a neutral code: people's names do not belong into the archive.
  static func check(_ coder: String) throws {
    let isCode = coder.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
    }
    guard isCode, (1...16).contains(coder.utf8.count) else {
      throw WorkflowError("coder '\(coder)': use a neutral code of up to 16 letters and digits, such as A or coder-2")
    }
  }

  static func unknownItem(_ row: CodedRow, _ file: String) -> Problem {
    Problem(
      "coding.unknown-item", .rowRefused, file: file, line: row.line, column: "id",
      found: "an id of no text in this archive",
      expected: "an id that 'minbar coding sample' wrote, of a text that has not changed since",
      remedy: "Files with texts of their own are scored without being kept: 'minbar coding score FILE'.")
  }
}

extension CodedText {
  /// Names the text within the archive, whatever it stands for.
  var key: String {
    switch place {
    case .sentence(let part, let range): "\(post) \(part) \(range.lowerBound) \(range.upperBound)"
    case .comment(let identity): "\(post) \(identity.map { StableHash.hexadecimal(UInt64($0), digits: 2) }.joined())"
    }
  }
}
