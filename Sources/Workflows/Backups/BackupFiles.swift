import Foundation
import Storage

/// What of the data directory belongs to an archive besides its database: sealed names, the model, what staff published.
enum BackupFiles {
  static func collect(_ places: Places) throws -> [BackupFile] {
    let files = FileManager.default
    let single = [String(places.registryFile.dropFirst(places.home.count + 1))]
    let folders = ["models/current", "lexicons", "report-files"].flatMap { folder in
      ((try? files.subpathsOfDirectory(atPath: places.home + "/" + folder)) ?? []).map { folder + "/" + $0 }
    }
    return (single + folders).sorted().compactMap { name in
      var isFolder: ObjCBool = false
      let path = places.home + "/" + name
      guard files.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        let content = files.contents(atPath: path)
      else { return nil }
      return BackupFile(name: name, content: Array(content))
    }
  }

  /// Writes the files back; each whole or not at all, and never outside the data directory.
  static func write(_ backup: [BackupFile], _ places: Places) throws {
    for file in backup {
      let parts = file.name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      guard !file.name.utf8.contains(0), parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual("..".utf8) }) else {
        throw WorkflowError("the backup names a file outside the data directory; it was changed: take another one")
      }
      let path = places.home + "/" + file.name
      try FileManager.default.createDirectory(
        atPath: URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false),
        withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(file.content).write(to: URL(filePath: path), options: .atomic)
      chmod(path, 0o600)
    }
  }
}
