import Drawing
import Records
import Reporting
import Workflows

/// What became of files, as staff read it. Problems come first: they are what somebody has to decide on.
struct ReceiptView {
  let words: PageWords
  private let problems: ProblemText
  /// Problems of one file that are shown.
  private static let shown = 20

  init(_ visit: Visit, _ words: PageWords) {
    self.words = words
    problems = ProblemText(words: words, sentences: visit.desk.sentences, language: visit.language)
  }

  func html(_ outcome: IngestOutcome) -> [HTML] {
    let with = { (status: Receipt.Status) in outcome.receipts.filter { $0.status == status } }
    let waiting = with(.held) + with(.byHand)
    let taken = with(.taken)
    let isCalm = with(.refused).isEmpty && waiting.isEmpty
    return [
      HTML(.p, .class("summary"), text: summary(outcome.totals)), next(outcome), originals(taken),
      group("receipt.held", with(.held), isOpen: true), group("receipt.refused", with(.refused), isOpen: true),
      group("receipt.byhand", with(.byHand), isOpen: true), group("receipt.taken", taken, isOpen: isCalm),
      group("receipt.known", with(.alreadyTaken), isOpen: false),
    ]
  }

  private func summary(_ totals: BatchTotals) -> String {
    [
      ("receipt.n.taken", totals.taken), ("receipt.n.known", totals.known), ("receipt.n.refused", totals.refused),
      ("receipt.n.held", totals.held), ("receipt.n.byhand", totals.byHand),
    ].filter { $0.1 > 0 }.map { words($0.0, n: $0.1) }.joined(separator: " \u{B7} ")
  }

  /// What is still missing for the month that the files speak of: one line, one tap.
  private func next(_ outcome: IngestOutcome) -> HTML {
    guard let collection = outcome.collection, let month = Month(collection.month) else { return .empty }
    let count = Set(collection.accounts.filter { !$0.due.isEmpty }.map(\.creator)).count
    let text =
      count == 0
      ? words("receipt.complete", ["month": words.month(month)])
      : words("receipt.missing", n: count, ["month": words.month(month)])
    return HTML(.p, .class("notice")) {
      HTML(.span, text: text + " ")
      if count > 0 {
        Anchor.html("/missing", words["receipt.missing.see"], query: [("month", month.description)])
      }
    }
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
      if let held = receipt.heldAs { decide(held, receipt.files) }
      receipt.files.map { file($0, of: receipt.name) }
    }
  }

  /// Leads to the page on which somebody decides what to do with a file that waits.
  private func decide(_ id: String, _ files: [FileReceipt]) -> HTML {
    let key =
      files.contains { $0.isByHand }
      ? "held.by-hand.do" : files.contains { $0.isHeld } ? "held.owner.do" : "held.columns.do"
    return HTML(.p) { Anchor.button("/held/\(id)", words[key]) }
  }

  /// One readable file: what it is, what came of its rows, what is wrong with it.
  func file(_ file: FileReceipt, of name: String) -> HTML {
    HTML(.div, .class("part")) {
      if !name.utf8.reversed().starts(with: file.name.utf8.reversed()) {
        HTML(.p, .class("small")) { HTML(.bdi, text: file.name) }
      }
      if let held = file.heldAs { decide(held, [file]) }
      HTML(.p, .class("small"), text: facts(file))
      problemList(told(file.problems))
    }
  }

  /// That nobody knows whose a file is is said once, not once a row.
  private func told(_ problems: [ProblemReceipt]) -> [ProblemReceipt] {
    var codes: Set<String> = []
    return problems.filter { !isAccount($0) || codes.insert($0.code).inserted }
  }

  private func isAccount(_ problem: ProblemReceipt) -> Bool { problem.code.utf8.starts(with: "account.".utf8) }

  private func problemList(_ problems: [ProblemReceipt]) -> [HTML] {
    guard !problems.isEmpty else { return [] }
    let list = HTML(.ul, .class("problems")) { problems.prefix(Self.shown).map(problem) }
    let more = problems.count - Self.shown
    return more > 0 ? [list, HTML(.p, .class("small"), text: words("receipt.more", n: more))] : [list]
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
    let sentence = problems.sentence(problem)
    return HTML(.li, .class(problem.severity == "note" || isWaiting(problem) ? "note" : "")) {
      if !place.isEmpty { HTML(.strong, text: place + ": ") }
      if let sentence {
        HTML(.span, text: sentence)
      } else {
        HTML(.span, .language("en"), .automaticDirection, text: problems.said(problem))
      }
    }
  }

  /// Nothing is wrong with a file that waits for a word, or to be typed in.
  private func isWaiting(_ problem: ProblemReceipt) -> Bool {
    isAccount(problem) || ["file.image", "file.media"].contains(problem.code)
  }
}
