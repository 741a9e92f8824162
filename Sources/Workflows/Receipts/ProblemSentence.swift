import Records
import Reporting

/// A problem in the reader's language: the sentence of its code, filled with what was found. A code that the words do not
/// know keeps its English parts.
struct ProblemSentence {
  let words: Sentences

  func text(_ problem: ProblemReceipt) -> String {
    let place = problem.line.map { words("receipt.line", ["line": .text(String($0))]) }
    guard let sentence = sentence(problem) else { return join([place, problem.column, english(problem)]) }
    let column = problem.column.flatMap { name in
      sentence.utf8.contains(sequence: name.utf8) ? nil : words("receipt.column", ["column": .text(name)])
    }
    return join([place, column, sentence])
  }

  /// The sentence without its place; nil for a code that the words do not know.
  func sentence(_ problem: ProblemReceipt) -> String? {
    let key = "problem." + problem.code
    return words.has(key) ? words(key, values(problem)) : nil
  }

  private func join(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
  }

  private func english(_ problem: ProblemReceipt) -> String {
    [
      problem.found.isEmpty ? nil : "found \(problem.found)",
      problem.expected.isEmpty ? nil : "expected \(problem.expected)", problem.remedy.isEmpty ? nil : problem.remedy,
    ].compactMap { $0 }.joined(separator: "; ")
  }

  /// `found` is what stands there; `n` and `m` are the numbers in what was found and expected; `cell` is a number or date
  /// as it stands in the file, or words for a text, which is not repeated.
  private func values(_ problem: ProblemReceipt) -> [String: PhraseValue] {
    [
      "found": .text(problem.found), "column": .text(problem.column ?? ""),
      "n": .count(Self.number(in: problem.found)), "m": .text(String(Self.number(in: problem.expected))),
      "cell": .text(problem.found.utf8.first == UInt8(ascii: "\"") ? problem.found : words["receipt.text"]),
      "nearest": .text(problem.expected),
    ]
  }

  /// The first whole number in a text; 0 when there is none.
  private static func number(in text: String) -> Int {
    let digits = text.utf8.drop { !(0x30...0x39).contains($0) }.prefix { (0x30...0x39).contains($0) }
    return Int(decimalDigits: digits) ?? 0
  }
}
