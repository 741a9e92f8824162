import Foundation
import GRDB
import Records
import TestSupport
import Testing
import Workflows

@testable import Storage

/// Archives as each released version left them, as SQL text.
@Suite struct UpgradeTests {
  private func archive(_ fixture: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = try ProjectFolder.text("Tests/DurabilityTests/Fixtures/\(fixture).sql")
    let queue = try DatabaseQueue(path: folder.path + "/minbar.db")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: text)
    }
    try queue.close()
    return folder
  }

  private func schema(_ path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY name")
    }.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  @Test(arguments: ["schema-1", "schema-2", "schema-14"])
  func anArchiveOfEachVersionIsBroughtUpToDate(fixture: String) throws {
    let folder = try archive(fixture)
    let upgraded = try Archive.openForWriting(directory: folder.path, holder: "test")
    try upgraded.read { reader in
      #expect(try reader.schemaVersions().last == ArchiveReader.newestSchema)
      #expect(try reader.creators().map(\.code) == ["K01"])
      #expect(try reader.status(fingerprint: "").comments == 2)
      #expect(try reader.integrityProblems().isEmpty && reader.danglingTables().isEmpty)
      #expect(try reader.brokenSeals().isEmpty, "what is there is sealed on the way")
      #expect(try reader.brokenRowSeals().isEmpty)
      #expect(try reader.postsWithWrongTallies(zoneOffset: 21_600).isEmpty)
      #expect(try reader.monthsWithWrongSums() == 0 && reader.talksWithWrongSums() == 0)
      let months = (0..<24).map { Month(year: 2025, month: 12) + $0 }
      let data = try reader.programmeData(
        months: months, today: months[23].lastDay, zoneOffset: 21_600, fingerprint: "")
      #expect(
        data.comments.contains { $0.kind == .all && $0.comments > 0 }, "sums of what was there are made on the way")
      var lines: [String] = []
      try reader.dump { lines.append($0) }
      #expect(lines.contains { $0.hasPrefix("tally\t") } && lines.contains { $0.hasPrefix("cue\t") })
    }
  }

  @Test(arguments: ["schema-1", "schema-2", "schema-14"])
  func itsSchemaIsThatOfANewArchive(fixture: String) throws {
    let folder = try archive(fixture)
    do { _ = try Archive.openForWriting(directory: folder.path, holder: "test") }
    let home = try TestHome()
    #expect(try schema(folder.path + "/minbar.db") == schema(home.database))
  }

  /// Wherever an archive was left between two versions, with rows in it that were sealed as they then were.
  @Test(arguments: AllMigrations.migrator.migrations.dropFirst())
  func anArchiveOfEachSchemaIsBroughtUpToDate(schema: String) throws {
    let folder = try archive("schema-2")
    let queue = try DatabaseQueue(path: folder.path + "/minbar.db")
    try AllMigrations.migrator.migrate(queue, upTo: schema)
    try queue.write { db in
      if try db.tableExists("row_seal") { try RowSeal.writeAll(db, except: []) }
    }
    try queue.close()
    let upgraded = try Archive.openForWriting(directory: folder.path, holder: "test")
    try upgraded.read { (reader: ArchiveReader) throws in
      #expect(try reader.schemaVersions().last == ArchiveReader.newestSchema)
      #expect(try reader.brokenSeals().isEmpty)
      #expect(try reader.brokenRowSeals().isEmpty)
      #expect(try reader.status(fingerprint: "").comments == 2)
    }
  }

  /// A version that changes columns seals rows anew; what was changed by somebody else before it stays noted.
  @Test(arguments: [false, true]) func anUpgradeKeepsSealsAndCoversNothingUp(isMeddledWith: Bool) throws {
    let home = try TestHome()
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 0)
    try home.ingest(title: "Тынчтык", post: "PPPPPPPPPP2", day: 0)
    try home.analyse(0)
    if isMeddledWith {
      try home.change("DROP TRIGGER talk_reading_update_unseals")
      try home.change("UPDATE talk_reading SET language = 'fr' WHERE post = (SELECT min(id) FROM post)")
    }
    // An archive to which the newest change has not come yet.
    try home.change("DROP TABLE coding_measure")
    try home.change("DELETE FROM grdb_migrations WHERE identifier LIKE '%-coding-measures'")
    do { _ = try home.at(0).openForWriting("test") }
    let broken = try home.at(0).openForReading().read { try $0.brokenRowSeals() }
    #expect(broken.map(\.part) == (isMeddledWith ? ["talk readings"] : []))
    #expect(try home.number("SELECT count(*) FROM setting WHERE name = 'seals.renew'") == 0)
  }

  @Test func aNewerArchiveIsRefusedWithAWayOut() throws {
    let home = try TestHome()
    _ = try home.sql("INSERT INTO grdb_migrations (identifier) VALUES ('99-tomorrow')")
    for open in [{ _ = try home.at(0).openForReading() }, { _ = try home.at(0).openForWriting("test") }] {
      do {
        try open()
        Issue.record("a newer archive was opened")
      } catch {
        #expect("\(error)".contains("newer Minbar") && "\(error)".contains("install"))
      }
    }
  }
}
