import Foundation
import Protection
package import Records
package import Storage

/// What retention let go.
package struct RetentionOutcome: Sendable, Codable, Hashable {
  /// Comments whose words went; they are counted for good.
  package var comments = 0
  /// Comments of these that were read for it, since nobody had done so yet.
  package var readBefore = 0
  /// Rows of comments that went.
  package var rows = 0
  /// Change stories whose consent ended; their words went.
  package var stories = 0
  /// Files in the spool that went.
  package var spoolFiles = 0
  /// Why nothing was let go.
  package var postponed: String?

  package var isEmpty: Bool { self == RetentionOutcome() }
}

/// Lets go what has been kept long enough. Runs before every command that writes, and whenever a server asks.
package final class Retention {
  private let workspace: Workspace
  private let archive: Archive
  private var outcome = RetentionOutcome()

  package init(_ workspace: Workspace, _ archive: Archive) {
    self.workspace = workspace
    self.archive = archive
  }

  /// Lets go everything that has expired by the archive's settings.
  /// - Parameter clockIsRight: the user says that the clock is right, whatever the archive remembers.
  package func enforce(clockIsRight: Bool = false) throws -> RetentionOutcome {
    if let doubt = try doubtAboutClock(clockIsRight) {
      outcome.postponed = doubt
      return outcome
    }
    let policy = try archive.read(RetentionPolicy.init)
    try expire(.texts, through: policy.textCutoff(workspace.now), canRead: true)
    try expire(.rows, through: policy.rowCutoff(workspace.now), canRead: false)
    outcome.stories = try cutStories()
    outcome.spoolFiles = Spool(workspace.places).expire(through: policy.spoolCutoff(workspace.now))
    if !outcome.isEmpty { try archive.emptyLog() }
    return outcome
  }

  /// Nothing is deleted by a clock that runs behind the archive, or that leapt ahead by more than a year.
  private func doubtAboutClock(_ isRight: Bool) throws -> String? {
    let now = workspace.now.seconds
    let (doubt, noted) = try archive.read { reader in
      (
        isRight ? nil : try ClockCheck.doubt(workspace.now, reader),
        try reader.setting(ClockCheck.lastSeen).flatMap(Int64.init)
      )
    }
    if let doubt {
      return doubt + ": set the clock right, or say that it is with 'minbar retention run --clock-is-right'. Nothing "
        + "expires until then"
    }
    if isRight || now > (noted ?? 0) { try archive.write { try $0.set(ClockCheck.lastSeen, to: String(now)) } }
    return nil
  }

  /// Lets one kind of thing go in one transaction.
  /// - Parameter canRead: reads comments first that nobody has read yet, so that they are counted.
  @discardableResult
  package func expire(_ what: ExpiryKind, through cutoff: Instant, canRead: Bool) throws -> RetentionOutcome {
    let imports = try archive.read { try $0.importsToExpire(what, through: cutoff) }
    guard !imports.isEmpty else { return outcome }
    try archive.write { writer in
      let posts = try Set(imports.flatMap { try writer.reader.commentedPosts(ofImport: $0) }).sorted()
      switch what {
      case .texts: try expireTexts(of: posts, imports, through: cutoff, canRead: canRead, writer)
      case .rows: try expireRows(of: posts, through: cutoff, writer)
      }
      for number in imports { try writer.markExpired(what, import: number, at: workspace.now) }
    }
    return outcome
  }

  /// Words of stories go with the day on which their consent ended.
  private func cutStories() throws -> Int {
    let today = workspace.today(in: try workspace.zone(archive))
    guard try archive.read({ try $0.hasStories(endedBefore: today) }) else { return 0 }
    return try archive.write { try $0.cutStories(endedBefore: today) }
  }

  private func expireTexts(
    of posts: [Int64], _ imports: [Int64], through cutoff: Instant, canRead: Bool, _ writer: ArchiveWriter
  ) throws {
    let zone = try ProgrammeZone(try writer.reader.setting("time-zone") ?? ProgrammeZone.standard)
    let late = LateReading(workspace, writer)
    let thinning = BlockThinning(workspace, writer)
    for post in posts {
      let expiry = try CommentExpiry(writer, post: post, through: cutoff)
      let count = try expiry.count
      guard count > 0 else { continue }
      if canRead, try expiry.unread > 0 { outcome.readBefore += try late.read(post) }
      try thinning.thin(expiry, receivedAfter: cutoff)
      try expiry.freeze(zoneOffset: zone.offset(at: workspace.now))
      outcome.comments += count
    }
    for number in imports { try writer.dropTexts(ofImport: number) }
    try writer.reseal(thinning.sources, "texts")
  }

  private func expireRows(of posts: [Int64], through cutoff: Instant, _ writer: ArchiveWriter) throws {
    var sources: Set<Int64> = []
    for post in posts {
      let gone = try writer.expireRows(post: post, through: cutoff)
      outcome.rows += gone.rows
      sources.formUnion(gone.sources)
    }
    try writer.reseal(sources, "comments")
  }
}

extension Workspace {
  /// Lets go what has expired: for a server that runs for days, and for those who want to see it happen.
  package func runRetention(clockIsRight: Bool = false, notice: (String) -> Void = { _ in }) throws -> RetentionOutcome
  {
    let archive = try openUnchecked("retention", notice: notice)
    try KeyCheck(workspace: self).run(archive)
    return try Retention(self, archive).enforce(clockIsRight: clockIsRight)
  }

  /// Works out anew everything that can be: monthly figures now, counts of comments with the next reading.
  package func recount(notice: (String) -> Void = { _ in }) throws {
    let archive = try openForWriting("recount", notice: notice)
    let offset = try zone(archive).offset(at: now)
    try archive.write { writer in
      for account in try writer.reader.accounts() { try MetricRollup.refresh(account.id, writer) }
      try writer.recountTallies(of: writer.reader.postsWithWrongTallies(zoneOffset: offset), zoneOffset: offset)
      try writer.recountReportSums()
    }
  }
}
