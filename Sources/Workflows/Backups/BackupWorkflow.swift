import Foundation
import Storage

/// What `minbar backup` made, or `minbar restore` put back.
package struct BackupOutcome: Sendable, Codable {
  package let path: String
  package let bytes: Int64
  package let sha256: String
  package let isSealed: Bool
  package let imports: Int
  package let comments: Int
  /// Files that travel with the database.
  package let files: [String]
}

extension Workspace {
  /// Copies the archive and what belongs to it into one file, opens the copy and checks it.
  /// - Parameters:
  ///   - path: a file that does not exist yet.
  ///   - recipient: an age recipient; then the copy is sealed for them.
  /// - Throws: `WorkflowError` when the copy is not what the archive is; then there is no file.
  package func backUp(to path: String, recipient: String? = nil) throws -> BackupOutcome {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkflowError("\(path): there is something already; name a new file")
    }
    if recipient != nil { try Age.check() }
    let plain = path + ".part"
    unlink(plain)
    do {
      try openForReading().copy(to: plain, files: try BackupFiles.collect(places))
      let checked = try CopyCheck(plain).run()
      try BackupTrailer.append(to: plain)
      if let recipient {
        try Age.seal(plain, to: path, recipient: recipient)
        unlink(plain)
      } else if rename(plain, path) != 0 {
        throw WorkflowError("\(path): \(String(cString: strerror(errno))); check the folder")
      }
      return try outcome(path, checked, isSealed: recipient != nil)
    } catch {
      unlink(plain)
      unlink(path)
      throw error
    }
  }

  private func outcome(_ path: String, _ copy: CopyCheck.Found, isSealed: Bool) throws -> BackupOutcome {
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.int64Value
    return BackupOutcome(
      path: path, bytes: size ?? 0, sha256: Hex.text(try HashingSource.digest(ofFile: path)), isSealed: isSealed,
      imports: copy.imports, comments: copy.comments, files: copy.files)
  }

  /// Puts a backup in the place of the archive, after checking it. What had expired since goes at once.
  /// - Parameters:
  ///   - replace: the present archive holds something and may be lost.
  ///   - identity: file with the age identity that opens a sealed backup.
  package func restore(
    from path: String, replace: Bool, identity: String? = nil, notice: (String) -> Void = { _ in }
  ) throws -> BackupOutcome {
    try makePrivateFolder(places.home)
    let opened = places.home + "/restore.part"
    defer { unlink(opened) }
    let isSealed = try openBackup(path, identity: identity, to: opened)
    let checked = try CopyCheck(opened).run()
    try refuseToOverwrite(replace)
    let access = try ExclusiveAccess(
      directory: places.home, holder: "restore (\(user))",
      onWait: { notice("waiting: another command is writing: \($0)") })
    try BackupFiles.write(try Archive.openCopy(opened).backupFiles(), places)
    try Archive.install(copy: opened, in: places.home)
    withExtendedLifetime(access) {}
    return try outcome(path, checked, isSealed: isSealed)
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
    let imports = try openForReading().read { try $0.imports().count }
    guard imports == 0 else {
      throw WorkflowError(
        "\(places.home): there is an archive with \(imports) imports; make a backup of it first, then say --replace")
    }
  }
}
