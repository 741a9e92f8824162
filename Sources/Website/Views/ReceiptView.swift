import Drawing
import Reporting
import Workflows

/// What became of files, as staff read it. Problems come first: they are what somebody has to decide on.
struct ReceiptView {
  let words: PageWords
  /// Problems of one file that are shown.
  private static let shown = 20

  func html(_ outcome: IngestOutcome) -> [HTML] {
    let refused = outcome.receipts.filter { $0.status == .refused }
    let taken = outcome.receipts.filter { $0.status == .taken }
    let known = outcome.receipts.filter { $0.status == .alreadyTaken }
    return [
      HTML(.p, .class("summary"), text: summary(taken.count, known.count, refused.count)), originals(taken),
      group("receipt.refused", refused, isOpen: true), group("receipt.taken", taken, isOpen: refused.isEmpty),
      group("receipt.known", known, isOpen: false),
    ]
  }

  private func summary(_ taken: Int, _ known: Int, _ refused: Int) -> String {
    [("receipt.n.taken", taken), ("receipt.n.known", known), ("receipt.n.refused", refused)]
      .filter { $0.1 > 0 }.map { words($0.0, n: $0.1) }.joined(separator: " \u{B7} ")
  }

  /// Files that hold commenters' names should not stay where they were downloaded.
  private func originals(_ taken: [Receipt]) -> HTML {
    let hasNames = taken.contains { receipt in
      receipt.files.contains { Self.holdsComments($0.format) }
    }
    return hasNames ? HTML(.p, .class("notice"), text: words["receipt.originals"]) : .empty
  }

  private static func holdsComments(_ format: String) -> Bool {
    let words = format.utf8.split(separator: UInt8(ascii: "-"))
    return words.contains { $0.starts(with: "comment".utf8) } || format.utf8.starts(with: "yt-dlp".utf8)
  }

  private func group(_ key: String, _ receipts: [Receipt], isOpen: Bool) -> HTML {
    guard !receipts.isEmpty else { return .empty }
    let content = [
      HTML(.summary, text: words[key] + ": " + words.number(receipts.count)),
      HTML(.ul, .class("files")) { receipts.map(item) },
    ]
    return isOpen ? HTML(.details, .open) { content } : HTML(.details) { content }
  }

  private func item(_ receipt: Receipt) -> HTML {
    HTML(.li) {
      HTML(.p, .class("file")) {
        HTML(.bdi, text: receipt.name)
        if let number = receipt.importNumber {
          " "
          Anchor.html("/imports/\(number)", words("receipt.import", ["n": String(number)]))
        }
      }
      receipt.files.map { file($0, of: receipt.name) }
    }
  }

  /// One readable file: what it is, what came of its rows, what is wrong with it.
  func file(_ file: FileReceipt, of name: String) -> HTML {
    HTML(.div, .class("part")) {
      if !name.utf8.reversed().starts(with: file.name.utf8.reversed()) {
        HTML(.p, .class("small")) { HTML(.bdi, text: file.name) }
      }
      HTML(.p, .class("small"), text: facts(file))
      if !file.problems.isEmpty { HTML(.ul, .class("problems")) { file.problems.prefix(Self.shown).map(problem) } }
      if file.problems.count > Self.shown {
        HTML(.p, .class("small"), text: words("receipt.more", n: file.problems.count - Self.shown))
      }
    }
  }

  private func facts(_ file: FileReceipt) -> String {
    let counts = [
      ("receipt.rows.accepted", file.accepted), ("receipt.rows.unchanged", file.unchanged),
      ("receipt.rows.restated", file.restated), ("receipt.rows.refused", file.refused),
    ].filter { $0.1 > 0 }.map { words($0.0, n: $0.1) }
    return
      ([file.format.isEmpty ? nil : ImportText.format(file.format, words), file.creator, file.period].compactMap { $0 }
      + counts)
      .joined(separator: " \u{B7} ")
  }

  private func problem(_ problem: ProblemReceipt) -> HTML {
    let place = [
      problem.line.map { words("problem.line", ["n": String($0)]) },
      problem.column.map { words("problem.column", ["name": $0]) },
    ].compactMap { $0 }.joined(separator: ", ")
    let key = "problem." + problem.code
    return HTML(.li, .class(problem.severity == "note" ? "note" : "")) {
      if !place.isEmpty { HTML(.strong, text: place + ": ") }
      if words.has(key) { HTML(.span, text: words[key] + " ") }
      HTML(.span, .language("en"), .automaticDirection, text: said(problem))
    }
  }

  private func said(_ problem: ProblemReceipt) -> String {
    [
      ("found ", problem.found), ("expected ", problem.expected), ("\u{2192} ", problem.remedy),
    ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "; ")
  }
}
