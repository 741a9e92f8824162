import Records
import Workflows

/// Receipts for programs.
enum ReceiptShape {
  static let listing = Shape<ImportListing>.object([
    Field("number", "Number of the import.", .number) { $0.number },
    Field("name", "Name of what was handed in.", .text) { $0.name },
    Field("received_at", "When it came.", .text) { $0.receivedAt },
    Field("sha256", "Hash of its bytes.", .text) { $0.sha256 },
    Field("files", "Readable files in it.", file.list) { $0.files },
  ])

  private static let file = Shape<FileReceipt>.object([
    Field("name", "Name of the file.", .text) { $0.name },
    Field("format", "Id of the format; empty when none was recognised.", .text) { $0.format },
    Field("creator", "Code of the author it is about.", Shape.text.orNull) { $0.creator },
    Field("period", "Days that it is about.", Shape.text.orNull) { $0.period },
    Field("accepted", "Rows that were new.", .count) { $0.accepted },
    Field("unchanged", "Rows that were known.", .count) { $0.unchanged },
    Field("restated", "Rows with another number than before.", .count) { $0.restated },
    Field("refused", "Rows that could not be taken.", .count) { $0.refused },
    Field("problems", "What was found.", problem.list) { $0.problems },
  ])

  private static let problem = Shape<ProblemReceipt>.object([
    Field("code", "What kind of problem; stable.", .text) { $0.code },
    Field("severity", "What became of the row or file.", .text) { $0.severity },
    Field("line", "Line of the file.", Shape.count.orNull) { $0.line },
    Field("column", "Column of the file.", Shape.text.orNull) { $0.column },
    Field("found", "What stands there.", .text) { $0.found },
    Field("expected", "What should.", .text) { $0.expected },
    Field("remedy", "What to do.", .text) { $0.remedy },
  ])
}
