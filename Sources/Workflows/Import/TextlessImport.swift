import Protection
import Storage

/// Reads the comments of an import while it is taken in, and lets their words go in the same transaction.
final class TextlessImport {
  private let workspace: Workspace
  private var made: (engine: ReadingEngine, pool: ReadingPool)?

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  func readAndLetGo(_ importNumber: Int64, _ writer: ArchiveWriter) throws {
    let posts = try writer.reader.commentedPosts(ofImport: importNumber)
    guard !posts.isEmpty else { return }
    let (engine, pool) = try tools()
    let reader = try CommentReader(
      pool, writer, reader: writer.readerID(engine.fingerprint), keys: workspace.keyRing())
    for post in posts { _ = try reader.read(post) }
    try writer.dropTexts(ofImport: importNumber)
  }

  private func tools() throws -> (engine: ReadingEngine, pool: ReadingPool) {
    if let made { return made }
    let engine = try workspace.makeReadingEngine()
    let tools = (engine: engine, pool: ReadingPool(engine))
    made = tools
    return tools
  }
}
