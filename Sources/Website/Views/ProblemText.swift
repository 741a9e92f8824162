import Reporting
import Workflows

/// A problem in the visitor's language: the desk's own sentence where it has one (it speaks of pages, not of commands), else
/// that of the receipts, else what the program said.
struct ProblemText {
  let words: PageWords
  let sentences: DeskSentences
  let language: ReportLanguage

  /// The sentence; nil when there is none in words.
  func sentence(_ problem: ProblemReceipt) -> String? {
    let key = "problem." + problem.code
    if words.has(key) { return words(key, ["found": problem.found]) }
    return sentences.text(problem, language)
  }

  func text(_ problem: ProblemReceipt) -> String { sentence(problem) ?? said(problem) }

  /// What the program said, in English.
  func said(_ problem: ProblemReceipt) -> String {
    [
      ("found ", problem.found), ("expected ", problem.expected), ("\u{2192} ", problem.remedy),
    ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "; ")
  }
}
