package import Ingestion
package import Records
import TextAnalysis

/// What `minbar lexicon diff` found.
package struct LexiconDifference: Sendable, Codable {
  /// An entry or a rule that changed.
  package struct Entry: Sendable, Codable {
    /// `added`, `removed` or `changed`.
    package let kind: String
    /// Empty for rules, which all languages share.
    package let language: String
    package let part: String
    package let entry: String
    package let before: String
    package let after: String
  }

  /// Texts of one kind that were read with both lexicons.
  package struct Texts: Sendable, Codable {
    package let read: Int
    package let changed: Int
    package let labels: [LabelChange]
    package let examples: [ReadingChange]

    init(_ tally: ReadingTally) {
      read = tally.texts
      changed = tally.changed
      labels = tally.labels
      examples = tally.examples
    }
  }

  package let before: String
  package let after: String
  package let entries: [Entry]
  /// Files without entries or rules that differ, such as morphology.
  package let otherFiles: [String]
  package let texts: Texts
  /// Sealed comments: counts only; nil where they were not asked for.
  package let comments: Texts?
  /// Lines that loading refused, in either folder.
  package let refused: [String]

  package var hasChangedReadings: Bool { texts.changed > 0 || (comments?.changed ?? 0) > 0 }
}

/// Reads texts with two lexicons and counts what the second one reads differently.
package final class LexiconDiff {
  private let first: LexiconFolder
  private let second: LexiconFolder
  private let engines: (before: TextEngine, after: TextEngine)
  private let pools: (before: ReadingPool, after: ReadingPool)
  private var texts: ReadingTally
  private var comments: ReadingTally?

  /// - Parameters:
  ///   - first, second: paths of lexicon folders.
  ///   - limit: most examples.
  /// - Throws: `WorkflowError` where a folder is missing or no engine can be made of it.
  package init(_ first: String, _ second: String, limit: Int) throws {
    self.first = try ResourceFolders.lexicon(at: first)
    self.second = try ResourceFolders.lexicon(at: second)
    engines = (try ResourceFolders.engine(self.first), try ResourceFolders.engine(self.second))
    pools = (ReadingPool(ReadingEngine(engines.before)), ReadingPool(ReadingEngine(engines.after)))
    texts = ReadingTally(limit: limit)
  }

  /// Reads lines as filters do.
  package func read(_ source: any ByteSource, kind: TextKind) throws {
    let batches = LineBatches(source, batchSize: 1 << 20)
    while let lines = try batches.next() {
      compare(lines.map { FilterInput($0, kind: kind) }.filter { !$0.text.isEmpty })
    }
  }

  func compare(_ inputs: [FilterInput]) {
    let pending = inputs.map { PendingText(bytes: $0.text, kind: $0.kind) }
    let readings = zip(pools.before.read(pending), pools.after.read(pending))
    for (input, pair) in zip(inputs, readings) { texts.add(pair.0, pair.1, id: input.id, text: input.text) }
  }

  /// Sealed comments are counted; none of their words is kept.
  func compareSealed(_ pending: [PendingText]) {
    var tally = comments ?? ReadingTally(limit: 0)
    for pair in zip(pools.before.read(pending), pools.after.read(pending)) {
      tally.add(pair.0, pair.1, id: "", text: [])
    }
    comments = tally
  }

  package func outcome() -> LexiconDifference {
    let refused = (engines.before.problems + engines.after.problems).filter { $0.severity != .note }
    return LexiconDifference(
      before: engines.before.fingerprint, after: engines.after.fingerprint,
      entries: LexiconComparison.changes(from: first, to: second).map {
        LexiconDifference.Entry(
          kind: $0.kind.rawValue, language: $0.language, part: $0.part, entry: $0.entry, before: $0.before,
          after: $0.after)
      },
      otherFiles: LexiconComparison.otherFiles(first, second), texts: LexiconDifference.Texts(texts),
      comments: comments.map(LexiconDifference.Texts.init), refused: refused.map(\.description))
  }
}

extension ResourceFolders {
  /// The lexicon in a folder that the user names.
  static func lexicon(at path: String) throws -> LexiconFolder {
    let files = (try? files(in: path)) ?? [:]
    guard files["classes.tsv"] != nil else {
      throw WorkflowError("\(path): no lexicon: a folder with classes.tsv was expected")
    }
    return LexiconFolder(files: files)
  }
}
