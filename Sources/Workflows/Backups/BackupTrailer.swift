import Foundation

/// The last line of a backup: a hash over all bytes before it, so that a single bit that flips on a stick is noticed.
enum BackupTrailer {
  private static let head = Array("minbar-backup 1 ".utf8)
  /// Head, 64 hexadecimal digits, line end.
  private static var length: Int { head.count + 65 }

  static func append(to path: String) throws {
    let line = head + Array(Hex.text(try HashingSource.digest(ofFile: path)).utf8) + [10]
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw WorkflowError("\(path): cannot be written; check permissions")
    }
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data(line))
    try file.synchronize()
  }

  /// Writes the backup without its last line to a new file, after checking the hash.
  /// - Throws: `WorkflowError` when the file is no backup, or not as it was made.
  static func strip(_ path: String, to plain: String) throws {
    unlink(plain)
    do {
      try FileManager.default.copyItem(atPath: path, toPath: plain)
    } catch {
      throw WorkflowError("\(path): cannot be read; name a file that 'minbar backup' made, and check free space")
    }
    chmod(plain, 0o600)
    guard let file = FileHandle(forUpdatingAtPath: plain) else { throw refusal(path) }
    defer { try? file.close() }
    let size = Int(try file.seekToEnd())
    guard size > length else { throw refusal(path) }
    try file.seek(toOffset: UInt64(size - length))
    let line = Array(try file.readToEnd() ?? Data())
    try file.truncate(atOffset: UInt64(size - length))
    let expected = head + Array(Hex.text(try HashingSource.digest(ofFile: plain)).utf8) + [10]
    guard line == expected else { throw refusal(path) }
  }

  private static func refusal(_ path: String) -> WorkflowError {
    WorkflowError("\(path): no backup, cut short, or changed since it was made; take another one")
  }
}
