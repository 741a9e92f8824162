import Workflows

/// A receipt as people read it on a terminal.
enum ReceiptText {
  /// Problems of one file that are printed in full.
  private static let shown = 5

  static func text(_ outcome: IngestOutcome) -> String {
    let parts = outcome.receipts.map(text) + [summary(outcome)]
    return parts.joined(separator: "\n")
  }

  private static func text(_ receipt: Receipt) -> String {
    switch receipt.status {
    case .alreadyTaken: return "=  \(receipt.name): taken before, as import \(number(receipt)); nothing changed"
    case .taken: break
    case .refused: return "x  \(receipt.name): not taken" + files(receipt)
    }
    return "+  \(receipt.name): import \(number(receipt))" + files(receipt)
  }

  private static func number(_ receipt: Receipt) -> String { receipt.importNumber.map(String.init) ?? "-" }

  private static func files(_ receipt: Receipt) -> String {
    receipt.files.map { "\n" + file($0, of: receipt) }.joined()
  }

  static func file(_ file: FileReceipt, of receipt: Receipt? = nil) -> String {
    let name = file.name == receipt?.name || file.name.isEmpty ? "" : file.name + ": "
    var facts = [file.format.isEmpty ? nil : file.format, file.creator, file.period].compactMap { $0 }
    let counts = [
      (file.accepted, "new"), (file.unchanged, "unchanged"), (file.restated, "restated"), (file.refused, "refused"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !counts.isEmpty { facts.append("rows: " + counts.joined(separator: ", ")) }
    let head = "     " + name + facts.joined(separator: " · ")
    return ([head] + problems(file)).filter { $0 != "     " }.joined(separator: "\n")
  }

  private static func problems(_ file: FileReceipt) -> [String] {
    let lines = file.problems.prefix(shown).map { problem in
      let place = [problem.line.map { "line \($0)" }, problem.column.map { "column \($0)" }].compactMap { $0 }
      let words = [
        problem.found.isEmpty ? nil : "found \(problem.found)",
        problem.expected.isEmpty ? nil : "expected \(problem.expected)",
        problem.remedy.isEmpty ? nil : "do: \(problem.remedy)",
      ].compactMap { $0 }
      return "       ! \((place + [problem.code]).joined(separator: ", ")): " + words.joined(separator: "; ")
    }
    let more = file.problems.count - shown
    return lines + (more > 0 ? ["       ! and \(more) more; see minbar imports show, or --format json"] : [])
  }

  private static func summary(_ outcome: IngestOutcome) -> String {
    let count = { (status: Receipt.Status) in outcome.receipts.count { $0.status == status } }
    let files = outcome.receipts.flatMap(\.files)
    let rows = files.map(\.accepted).reduce(0, +)
    var lines = [
      "",
      "\(count(.taken)) files taken (\(rows) new rows), \(count(.alreadyTaken)) known before, "
        + "\(count(.refused)) not taken.",
    ]
    if files.contains(where: { $0.format.contains("comment") || $0.format.contains("yt-dlp") }) {
      lines.append(
        "The originals with commenters' names are still on your disk: delete them now from Downloads, Telegram and "
          + "Drive.")
    }
    return lines.joined(separator: "\n")
  }
}
