import Records
import TextAnalysis

/// A text that waits to be read.
struct PendingText: Sendable {
  let bytes: [UInt8]
  let kind: TextKind
}

/// Reads many texts on all cores: one reader a core, each with its own memory of words.
final class ReadingPool {
  private let readers: Crew<AdjustedReader>

  init(_ engine: ReadingEngine) {
    readers = Crew { engine.makeReader() }
  }

  /// Readings in the order of the texts.
  func read(_ texts: [PendingText]) -> [TextReading] {
    Array(readers.share(texts) { reader, part in part.map { reader.read($0) } }.joined())
  }
}
