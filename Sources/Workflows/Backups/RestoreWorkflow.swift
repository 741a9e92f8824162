import Foundation
import Protection
import Storage

/// What `minbar restore` put back, and what it kept of the archive that was there.
package struct RestoreOutcome: Sendable, Codable {
  package let backup: BackupOutcome
  /// Tables and packages of the ledger that the backup did not know.
  package let releasesKept: Int
  /// Consents that the backup had in force and that were withdrawn since.
  package let withdrawalsKept: Int
  /// Creators that the backup has and the archive that was there had not: they may have been purged since.
  package let creatorsBack: [String]
  /// What had expired since the backup, and is gone again.
  package let expired: RetentionOutcome
}

extension Workspace {
  /// Puts a backup in the place of the archive. Everything that can fail is done in a copy first: keys are held against
  /// it, what was handed out and withdrawn since is carried over, and what has expired goes.
  /// - Parameters:
  ///   - replace: the present archive holds something and may be replaced.
  ///   - identity: file with the age identity that opens a sealed backup.
  ///   - withoutKeys: the backup's keys are lost for good.
  /// - Throws: `WorkflowError` when the backup cannot be put back; then nothing was changed.
  package func restore(
    from path: String, replace: Bool, identity: String? = nil, withoutKeys: Bool = false,
    notice: (String) -> Void = { _ in }
  ) throws -> RestoreOutcome {
    try makePrivateFolder(places.home)
    // Brings an older archive up to date, where it can be read at all.
    _ = try? openForReading()
    let access = try ExclusiveAccess(
      directory: places.home, holder: "restore (\(user))",
      onWait: { notice("waiting: another command is writing: \($0)") })
    defer { withExtendedLifetime(access) {} }
    try refuseToOverwrite(replace)
    let opened = places.home + "/restore.part"
    defer { for ending in ["", "-wal", "-shm", "-journal"] { unlink(opened + ending) } }
    let isSealed = try openBackup(path, identity: identity, to: opened)
    let checked = try CopyCheck(opened).run()
    let (carried, expired) = try prepare(opened, withoutKeys: withoutKeys, notice: notice)
    try install(opened)
    return RestoreOutcome(
      backup: try outcome(path, checked, isSealed: isSealed), releasesKept: carried.releases,
      withdrawalsKept: carried.withdrawals, creatorsBack: carried.missing, expired: expired)
  }

  /// Makes a copy what the archive is to be.
  private func prepare(
    _ path: String, withoutKeys: Bool, notice: (String) -> Void
  ) throws -> (CarriedOver, RetentionOutcome) {
    let copy = try Archive.openCopyForWriting(path)
    if !withoutKeys { try refuseOtherKeys(copy) }
    let carried = try carryOver(to: copy, notice: notice)
    var expired = RetentionOutcome()
    if !withoutKeys {
      try KeyCheck(workspace: self).run(copy)
      expired = try Retention(self, copy).enforce()
      if let postponed = expired.postponed { notice(postponed) }
    }
    try copy.closeCopy()
    return (carried, expired)
  }

  /// - Throws: `WorkflowError` when a key that the copy was made with is not in the key folder.
  private func refuseOtherKeys(_ copy: Archive) throws {
    let there = KeyFolder.entries(in: places.keys)
    let lost = try copy.read { try $0.keyMarks() }.filter { mark in
      guard mark.destroyedAt == nil, let purpose = KeyPurpose(mark.purpose), !purpose.isRenewable else { return false }
      return !there.contains { $0.purpose == purpose && $0.mark == mark.mark }
    }.map(\.purpose)
    guard !lost.isEmpty else { return }
    throw WorkflowError(
      "\(places.keys): the backup was made with other keys (\(lost.joined(separator: ", "))). Nothing was changed. Lay "
        + "these keys aside, put the sealed copy of the keys of the backup's time there, restore, and run "
        + "'minbar key rotate'. Only where that copy is lost: --without-keys restores what needs no key")
  }

  private func carryOver(to copy: Archive, notice: (String) -> Void) throws -> CarriedOver {
    guard FileManager.default.fileExists(atPath: places.home + "/minbar.db") else {
      notice(Self.ledgerIsOld("there was no archive here"))
      return CarriedOver()
    }
    do {
      guard let present = try Archive.openAsItIs(directory: places.home) else {
        throw WorkflowError("it cannot be brought up to date")
      }
      return try copy.carryOver(from: present)
    } catch {
      notice(Self.ledgerIsOld("the archive that was there cannot be read: \(error)"))
      return CarriedOver()
    }
  }

  private static func ledgerIsOld(_ reason: String) -> String {
    """
    Only what the backup knows is known (\(reason)). Tables and packages handed out since the backup are not in the \
    ledger: a new package held against one of them may tell what neither shows, so hand out none for months that those \
    cover. Consents withdrawn and creators purged since are back: withdraw and purge them again.
    """
  }

  /// Puts the copy in the archive's place, then the files that travel with it; when that fails, everything back.
  private func install(_ opened: String) throws {
    let files = try Archive.openCopy(opened).backupFiles()
    let before = try BackupFiles.collect(places)
    try Archive.install(copy: opened, in: places.home)
    do {
      try BackupFiles.write(files, places)
      try Archive.dropReplaced(in: places.home)
    } catch {
      Archive.putReplacedBack(in: places.home)
      try? BackupFiles.write(before, places)
      throw error
    }
  }

  /// The database of a backup, opened where it is sealed, after checking that no bit of it changed.
  /// - Returns: whether it was sealed.
  private func openBackup(_ path: String, identity: String?, to opened: String) throws -> Bool {
    guard try Age.isSealed(path) else {
      try BackupTrailer.strip(path, to: opened)
      return false
    }
    guard let identity else {
      throw WorkflowError("\(path): sealed with age; name the file of the identity that opens it: --identity FILE")
    }
    let plain = places.home + "/unsealed.part"
    defer { unlink(plain) }
    try Age.open(path, to: plain, identity: identity)
    try BackupTrailer.strip(plain, to: opened)
    return true
  }

  private func refuseToOverwrite(_ replace: Bool) throws {
    guard !replace, FileManager.default.fileExists(atPath: places.home + "/minbar.db") else { return }
    guard let present = try Archive.openAsItIs(directory: places.home) else {
      throw WorkflowError("\(places.home): there is an archive that cannot be brought up to date; say --replace")
    }
    let imports = try present.read { try $0.imports().count }
    guard imports == 0 else {
      throw WorkflowError(
        "\(places.home): there is an archive with \(imports) imports; make a backup of it first, then say --replace")
    }
  }
}
