import Protection
import Storage

/// Reads comments right before their words go, so that they are counted.
final class LateReading {
  private let workspace: Workspace
  private let writer: ArchiveWriter
  private var reading: (reader: CommentReader, engine: ReadingEngine)?

  init(_ workspace: Workspace, _ writer: ArchiveWriter) {
    self.workspace = workspace
    self.writer = writer
  }

  /// - Returns: how many comments of a post were read.
  func read(_ post: Int64) throws -> Int { try commentReader().read(post) }

  /// Loading the engine takes a second: only when there is something to read.
  private func commentReader() throws -> CommentReader {
    if let reading { return reading.reader }
    let engine = try workspace.makeReadingEngine()
    let reader = try CommentReader(
      ReadingPool(engine), writer, reader: writer.readerID(engine.fingerprint),
      keys: workspace.keyRing())
    reading = (reader, engine)
    return reader
  }
}
