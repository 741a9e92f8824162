import Foundation
import Protection
import Records
import Storage

/// What `minbar analyse` read.
package struct AnalysisOutcome: Sendable, Codable {
  package var talkTexts = 0
  package var comments = 0
  package var posts = 0
  package var fingerprint: String
}

/// Reads texts that are new or changed, or that another lexicon or model read, and counts them anew.
package final class AnalyseWorkflow {
  private let workspace: Workspace
  private let fingerprint: String
  private let makeEngine: () throws -> ReadingEngine
  private let archive: Archive
  private let keys: KeyRing
  private let zone: ProgrammeZone
  private let now: Instant
  private let progress: (Int, Int) -> Void
  private var outcome: AnalysisOutcome
  private var engine: ReadingEngine?

  /// Posts that are read and counted in one transaction: a break in between costs little.
  private static let batch = 50

  /// - Parameters:
  ///   - fingerprint: that of the engine.
  ///   - engine: made only where there is something to read or to measure.
  ///   - progress: told how many posts of how many are done.
  package init(
    _ workspace: Workspace, fingerprint: String, engine: @escaping () throws -> ReadingEngine,
    notice: (String) -> Void = { _ in }, progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws {
    self.workspace = workspace
    self.fingerprint = fingerprint
    self.makeEngine = engine
    self.keys = try workspace.keyRing()
    self.archive = try workspace.openForWriting("analyse", notice: notice)
    self.zone = try workspace.zone(archive)
    self.now = workspace.now
    self.progress = progress
    self.outcome = AnalysisOutcome(fingerprint: fingerprint)
  }

  package convenience init(_ workspace: Workspace, engine: ReadingEngine) throws {
    try self.init(workspace, fingerprint: engine.fingerprint, engine: { engine })
  }

  package func run() throws -> AnalysisOutcome {
    let today = now.day(offset: zone.offset(at: now))
    try archive.write { try $0.forgetIndex(withoutConsentOn: today) }
    let posts = try archive.read { reader in
      let unread = try reader.postsToRead(fingerprint: fingerprint)
      return try Set(unread).union(reader.postsToIndex(today: today)).sorted()
    }
    if !posts.isEmpty { try read(posts, ReadingPool(theEngine()), today) }
    try CopyComparison(archive, keys: keys, zoneOffset: zone.offset(at: now)).run()
    // Without the keys the earlier numbers stay.
    try? workspace.keepCodingMeasures(archive, theEngine)
    outcome.posts = posts.count
    return outcome
  }

  private func theEngine() throws -> ReadingEngine {
    if let engine { return engine }
    let made = try makeEngine()
    engine = made
    return made
  }

  private func read(_ posts: [Int64], _ pool: ReadingPool, _ today: Day) throws {
    var done = 0
    while done < posts.count {
      let part = posts[done..<min(done + Self.batch, posts.count)]
      try archive.write { writer in
        let reader = try writer.readerID(fingerprint)
        for post in part { try read(post, pool, reader: reader, today, writer) }
      }
      done += part.count
      progress(done, posts.count)
    }
  }

  private func read(
    _ post: Int64, _ pool: ReadingPool, reader: Int64, _ today: Day, _ writer: ArchiveWriter
  ) throws {
    outcome.talkTexts += try TalkReader(pool, writer, reader: reader, today: today).read(post)
    outcome.comments += try CommentReader(pool, writer, reader: reader, keys: keys).read(post)
    try writer.rollUp(post: post, reader: reader, zoneOffset: zone.offset(at: now))
    try writer.markCopiesStale(post: post)
  }
}
