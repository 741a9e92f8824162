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

  /// The reading of a transcript with its words by stem.
  func readTalk(_ text: PendingText) -> ReadTalk? {
    readers.share([text]) { reader, part in part.first.map { reader.readTalk($0) } }.first ?? nil
  }

  /// Readings of comments with what their words resemble, in the order of the texts.
  func readComments(_ texts: [PendingText]) -> [(reading: TextReading, sketch: CommentSketch?)] {
    Array(readers.share(texts) { reader, part in part.map { reader.readComment($0) } }.joined())
  }
}
