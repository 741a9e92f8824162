import Records
package import Reporting

/// Receipts as people read them, in their own language.
package struct ReceiptWriter {
  let words: Sentences

  /// Problems of one file that are printed in full.
  private static let shown = 5

  package init(words: Sentences) {
    self.words = words
  }

  /// The receipt of a batch: each file, then the totals, what waits for somebody, and what is still missing.
  package func text(_ outcome: IngestOutcome) -> String {
    let parts = outcome.receipts.map(text) + ["", totals(outcome)] + waiting(outcome)
    let collection = outcome.collection.map { CollectionWriter(words: words).missing($0) }
    return (parts + [collection, deletion(outcome)].compactMap { $0 }).joined(separator: "\n")
  }

  private func text(_ receipt: Receipt) -> String {
    let values: [String: PhraseValue] = [
      "name": .text(receipt.name), "number": .text(receipt.importNumber.map(String.init) ?? "-"),
    ]
    let (sign, key) =
      switch receipt.status {
      case .taken: ("+", "receipt.taken")
      case .alreadyTaken: ("=", "receipt.known")
      case .refused: ("x", "receipt.refused")
      case .held: ("?", "receipt.held")
      case .byHand: ("~", "receipt.byHand")
      case .empty: ("=", "receipt.empty")
      }
    let files = receipt.status == .byHand ? [] : receipt.files.map { file($0, of: receipt) }
    return ([sign + "  " + words(key, values)] + files.filter { !$0.isEmpty }).joined(separator: "\n")
  }

  /// One readable file: what it is, its rows, its problems.
  package func file(_ file: FileReceipt, of receipt: Receipt? = nil) -> String {
    let name = file.name == receipt?.name ? "" : file.name
    var facts = [file.format, file.creator ?? "", file.period ?? ""].filter { !$0.isEmpty }
    let counts = [
      (file.accepted, "receipt.new"), (file.unchanged, "receipt.unchanged"), (file.restated, "receipt.restated"),
      (file.refused, "receipt.refusedRows"),
    ].filter { $0.0 > 0 }.map { words($0.1, ["n": .count($0.0)]) }
    if !counts.isEmpty { facts.append(words("receipt.rows", ["list": .text(counts.joined(separator: ", "))])) }
    let head = [name, facts.joined(separator: " · ")].filter { !$0.isEmpty }.joined(separator: ": ")
    return ((head.isEmpty ? [] : ["     " + head]) + problems(file.problems)).joined(separator: "\n")
  }

  /// The first problems of a file, and how many more there are.
  func problems(_ problems: [ProblemReceipt]) -> [String] {
    let sentence = ProblemSentence(words: words)
    let lines = problems.prefix(Self.shown).map { "       ! " + sentence.text($0) + " [\($0.code)]" }
    let more = problems.count - Self.shown
    return lines + (more > 0 ? ["       ! " + words("receipt.more", ["n": .count(more)])] : [])
  }

  private func totals(_ outcome: IngestOutcome) -> String {
    let totals = outcome.totals
    let rows = outcome.receipts.flatMap(\.files).map(\.accepted).reduce(0, +)
    let parts = [
      (totals.taken, "total.taken"), (totals.known, "total.known"), (totals.refused, "total.refused"),
      (totals.held, "total.held"), (totals.byHand, "total.byHand"),
      (totals.empty, "total.empty"),
    ].filter { $0.0 > 0 || $0.1 == "total.taken" }.map { words($0.1, ["n": .count($0.0)]) }
    return words(
      "total.files",
      ["n": .count(totals.read), "list": .text(parts.joined(separator: ", ")), "rows": .text(words.number(rows))])
  }

  private func waiting(_ outcome: IngestOutcome) -> [String] {
    list("list.held", outcome.receipts.filter { $0.status == .held })
      + list("list.byHand", outcome.receipts.filter { $0.status == .byHand })
  }

  private func list(_ title: String, _ receipts: [Receipt]) -> [String] {
    receipts.isEmpty ? [] : [words[title]] + receipts.map { "  - " + $0.name }
  }

  private func deletion(_ outcome: IngestOutcome) -> String? {
    let files = outcome.receipts.flatMap(\.files)
    let holdsNames = files.contains {
      $0.format.utf8.contains(sequence: "comment".utf8) || $0.format.utf8.contains(sequence: "yt-dlp".utf8)
    }
    return holdsNames ? words["receipt.delete"] : nil
  }
}

extension Workspace {
  /// Sentences of receipts, plans and reminders.
  /// - Throws: `WorkflowError` when the language is none of en, ru, ky, uz, uz-Cyrl.
  package func sentences(_ language: String) throws -> Sentences { try ReportFolder(places).sentences(language) }
}
