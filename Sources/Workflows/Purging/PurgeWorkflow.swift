import Foundation
import Protection
import Records
import Storage

extension Workspace {
  /// Deletes for good: rows, their room in the database and its log, reports and half uploads.
  /// - Parameters:
  ///   - isRehearsal: counts what would go and changes nothing.
  ///   - clockIsRight: the user says that the clock is right, whatever the archive remembers.
  /// - Throws: `WorkflowError` when there is no such thing, or the clock is wrong: it tells what came before a day.
  package func purge(
    _ request: PurgeRequest, isRehearsal: Bool = false, clockIsRight: Bool = false, notice: (String) -> Void = { _ in }
  ) throws -> PurgeReceipt {
    let archive = try openToDelete(isRehearsal: isRehearsal, clockIsRight: clockIsRight, notice: notice)
    let files = PurgedFiles(places, request)
    let counts = try counts(request, archive, isRehearsal: isRehearsal)
    let fileCount = files.paths.count
    if !isRehearsal {
      try forgetName(request)
      try files.remove()
      try archive.compact()
    }
    return PurgeReceipt(
      isRehearsal: isRehearsal, removed: counts.removed.map { PurgeReceipt.Removed(what: $0.what, count: $0.count) },
      files: fileCount, talliesKept: counts.talliesKept, stillToDo: Self.stillToDo(request))
  }

  /// By a wrong clock nothing is deleted; a rehearsal only says so.
  private func openToDelete(isRehearsal: Bool, clockIsRight: Bool, notice: (String) -> Void) throws -> Archive {
    if isRehearsal { return try openForWriting("purge", notice: notice) }
    let archive = try openUnchecked("purge", notice: notice)
    try KeyCheck(workspace: self).run(archive)
    if !clockIsRight, let doubt = try archive.read({ try ClockCheck.doubt(now, $0) }) {
      throw WorkflowError("\(doubt). Nothing was deleted: set the clock right, or say that it is: --clock-is-right")
    }
    _ = try Retention(self, archive).enforce(clockIsRight: clockIsRight)
    return archive
  }

  /// Takes the transaction back when nothing is to be deleted.
  private struct Rehearsed: Error {
    let counts: PurgeCounts
  }

  private func counts(_ request: PurgeRequest, _ archive: Archive, isRehearsal: Bool) throws -> PurgeCounts {
    do {
      return try archive.write { writer in
        guard let counts = try writer.purge(try target(request, archive, writer.reader)) else {
          throw WorkflowError(Self.missing(request))
        }
        for account in counts.accounts.sorted() { try MetricRollup.refresh(account, writer) }
        if !isRehearsal { try writer.settleSearch() }
        if isRehearsal { throw Rehearsed(counts: counts) }
        return counts
      }
    } catch let rehearsed as Rehearsed {
      return rehearsed.counts
    }
  }

  private func target(_ request: PurgeRequest, _ archive: Archive, _ reader: ArchiveReader) throws -> PurgeTarget {
    switch request {
    case .before(let day):
      // Archive settings cannot be read while its transaction is open.
      let zone = try ProgrammeZone(try reader.setting("time-zone") ?? ProgrammeZone.standard)
      return .before(Instant(day: day, secondOfDay: 0, offset: zone.offset(at: now)))
    case .creator(let code): return .creator(code)
    case .importNumber(let number): return .importNumber(number)
    case .everything: return .all
    case .post(let name):
      for platform in Platform.allCases {
        if let post = try reader.post(platform: platform, externalID: PostName.id(in: name)) { return .post(post.id) }
      }
      throw WorkflowError(Self.missing(request))
    }
  }

  private static func missing(_ request: PurgeRequest) -> String {
    switch request {
    case .creator(let code): "\(code): no such creator; 'minbar creators list' shows the codes"
    case .post(let name): "\(name): no such post; give the id, short code or link that the platform shows"
    case .importNumber(let number): "\(number): no such import; 'minbar imports list' shows them"
    case .before, .everything: "nothing there"
    }
  }

  /// Takes a creator's name out of the sealed registry; all of them where everything goes.
  private func forgetName(_ request: PurgeRequest) throws {
    switch request {
    case .everything: try? FileManager.default.removeItem(atPath: places.registryFile)
    case .creator(let code):
      // Without its key the registry cannot be read by anybody, and stays as it is.
      guard let keys = try? keyRing(), keys.has(.registry) else { return }
      var registry = try Registry.load(self, keys: keys)
      registry.people.removeAll { $0.code == code }
      try registry.save(self, keys: keys)
    case .before, .post, .importNumber: break
    }
  }

  private static func stillToDo(_ request: PurgeRequest) -> [String] {
    var list = [
      "originals in Downloads, Telegram, Drive and the recycle bin: delete them",
      "backups and reports that lie elsewhere: delete them, then make a new backup",
      "a disk may keep what was overwritten: only destroyed keys and disk encryption protect against that",
    ]
    switch request {
    case .post: list.append("the next export of the platform brings it back: leave it out of the export")
    case .creator:
      list.append("the next export of the platform brings it back: leave it out of the export")
      list.append("notes beside figures of several creators may speak of this one: see 'minbar notes list'")
    case .importNumber: list.append("the same file is taken in again when somebody hands it in again")
    case .everything: list.append("the keys are still there: 'minbar panic' destroys them")
    case .before: break
    }
    return list
  }
}

/// The id of a post in what people copy: the id itself, or a link of YouTube or Instagram.
enum PostName {
  static func id(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return text }
    if let code = ShortCode.of(text) { return code }
    let parts = text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") }
      .map { String(decoding: $0, as: UTF8.self) }
    if let video = parts.first(where: { $0.hasPrefix("v=") }) { return String(video.dropFirst(2)) }
    let names = ["shorts", "live", "embed", "youtu.be"]
    if let index = parts.firstIndex(where: names.contains), index + 1 < parts.count { return parts[index + 1] }
    return parts.last ?? text
  }
}
