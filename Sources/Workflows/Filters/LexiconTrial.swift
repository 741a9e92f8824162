package import Records
import TextAnalysis

/// What loading a lexicon said.
package struct LexiconCheck: Sendable {
  package let fingerprint: String
  package let problems: [Problem]
}

extension Workspace {
  /// Loads the lexicon in force and tells what was refused.
  package func checkLexicon() throws -> LexiconCheck {
    let engine = try makeTextEngine()
    return LexiconCheck(fingerprint: engine.fingerprint, problems: engine.problems)
  }

  /// How a text is read, step by step, for whoever writes lexicons.
  package func tryLexicon(_ text: String, kind: TextKind) throws -> [String] {
    try makeTextEngine().makeReader().derivation(of: text, kind: kind).map { step in
      let words = step.range.map { String(decoding: Array(text.utf16)[$0], as: UTF16.self) }
      return [step.kind, words, step.text].compactMap { $0 }.joined(separator: "\t")
    }
  }
}
