package import Records
import TextAnalysis

extension Workspace {
  /// How a text is read, step by step, for whoever writes lexicons.
  package func tryLexicon(_ text: String, kind: TextKind) throws -> [String] {
    try makeTextEngine().makeReader().derivation(of: text, kind: kind).map { step in
      let words = step.range.map { String(decoding: Array(text.utf16)[$0], as: UTF16.self) }
      return [step.kind, words, step.text].compactMap { $0 }.joined(separator: "\t")
    }
  }
}
