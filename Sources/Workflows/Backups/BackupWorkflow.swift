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
    if recipient != nil { try Age.check() }
    let place = try BackupPlace(path, places)
    let plain = try place.makePart()
    defer { unlink(plain) }
    try openForReading().copy(to: plain, files: try BackupFiles.collect(places))
    let checked = try CopyCheck(plain).run()
    try BackupTrailer.append(to: plain)
    if let recipient {
      let sealed = try place.makePart()
      defer { unlink(sealed) }
      try Age.seal(plain, to: sealed, recipient: recipient)
      try place.take(sealed)
    } else {
      try place.take(plain)
    }
    return try outcome(path, checked, isSealed: recipient != nil)
  }

  func outcome(_ path: String, _ copy: CopyCheck.Found, isSealed: Bool) throws -> BackupOutcome {
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.int64Value
    return BackupOutcome(
      path: path, bytes: size ?? 0, sha256: Hex.text(try HashingSource.digest(ofFile: path)), isSealed: isSealed,
      imports: copy.imports, comments: copy.comments, files: copy.files)
  }
}
