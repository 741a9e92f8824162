import Foundation
import TextAnalysis

/// Reads what people ask of the talks by the lexicon in force. The lexicon is compiled at the first question, and anew when
/// the talks were read by another one since.
package final class QuestionReader: @unchecked Sendable {
  // Everything that changes is used under the lock.
  private let lock = NSLock()
  private let workspace: Workspace
  private var loaded: (reader: TextReader, words: SearchWords, fingerprint: String)?
  private var triedFor: String?

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// Compiles the lexicon ahead of the first question.
  package func prepare() { _ = try? read("", fingerprint: nil) }

  /// - Parameter fingerprint: of the lexicon and engine that the talks were read by.
  /// - Throws: `WorkflowError` when the lexicon cannot be read.
  func read(_ text: String, fingerprint: String?) throws -> TalkQuestion {
    try lock.withLock {
      let (reader, words, _) = try ready(for: fingerprint)
      return TalkQuestion(text) { words.question(reader, $0) }
    }
  }

  private func ready(
    for fingerprint: String?
  ) throws -> (reader: TextReader, words: SearchWords, fingerprint: String) {
    if let loaded, fits(loaded.fingerprint, fingerprint) || triedFor == fingerprint { return loaded }
    let engine = try workspace.makeTextEngine()
    let made = (reader: engine.makeReader(), words: SearchWords(engine), fingerprint: engine.fingerprint)
    loaded = made
    triedFor = fingerprint
    return made
  }

  /// A model that the programme trained changes readings, not words.
  private func fits(_ engine: String, _ fingerprint: String?) -> Bool {
    guard let fingerprint else { return true }
    return fingerprint == engine || fingerprint.utf8.starts(with: (engine + "+").utf8)
  }
}
