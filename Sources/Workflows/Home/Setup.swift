import Foundation
import Protection
package import Storage

/// What `minbar init` made or found.
package struct SetupOutcome: Sendable, Codable {
  package let home: String
  package let keys: String
  package let timeZone: String
  package let wasThere: Bool
}

extension Workspace {
  /// Makes the data directory (0700), the keys beside it and an empty archive. Running it again changes nothing.
  package func setUp(timeZone: String?) throws -> SetupOutcome {
    let files = FileManager.default
    let wasThere = files.fileExists(atPath: places.home + "/minbar.db")
    try makePrivateFolder(places.home)
    let lost = try lostKeys()
    guard lost.isEmpty else {
      throw WorkflowError(
        "\(places.keys): this archive was made with other keys (\(lost.joined(separator: ", "))); put their sealed copy "
          + "back, or see 'minbar key init --help'")
    }
    _ = try KeyRing.create(directory: places.keys, dataDirectory: places.home)
    let archive = try Archive.openForWriting(directory: places.home, holder: "init (\(user))", create: true)
    let known = try archive.read { try $0.setting("time-zone") }
    let zone = try ProgrammeZone(timeZone ?? known ?? ProgrammeZone.standard)
    try archive.write { try $0.set("time-zone", to: zone.name) }
    try KeyCheck(workspace: self).run(archive)
    return SetupOutcome(home: places.home, keys: places.keys, timeZone: zone.name, wasThere: wasThere)
  }

  func makePrivateFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The programme's zone as the archive knows it.
  package func zone(_ archive: Archive) throws -> ProgrammeZone { try archive.read(zone) }

  func zone(_ reader: ArchiveReader) throws -> ProgrammeZone {
    try ProgrammeZone(try reader.setting("time-zone") ?? ProgrammeZone.standard)
  }
}
