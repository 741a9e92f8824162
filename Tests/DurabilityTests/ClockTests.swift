import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

/// A wrong clock deletes nothing, and is told.
@Suite struct ClockTests {
  private let home: TestHome

  init() throws {
    home = try TestHome()
    try home.ingest([.init(id: "UgxA", author: "@aida", text: "Рахмат устаз")], day: 0)
  }

  @Test(arguments: [-30.0, 500]) func aPurgeByAWrongClockIsRefused(day: Double) throws {
    let before = try home.dump()
    #expect(throws: WorkflowError.self) { try home.at(day).purge(.creator("K01")) }
    #expect(try home.dump() == before)
    #expect(try home.at(day).purge(.creator("K01"), isRehearsal: true).isRehearsal)
    #expect(try home.dump() == before)
    #expect(try !home.at(day).purge(.creator("K01"), clockIsRight: true).removed.isEmpty)
  }

  @Test func doctorKnowsTheClock() throws {
    func grade(_ day: Double) throws -> HealthFinding.Grade? {
      try Doctor(home.at(day)).examine(fingerprint: "").first { $0.check == "clock" }?.grade
    }
    #expect(try grade(0) == .fine && grade(300) == .fine)
    #expect(try grade(-1) == .care && grade(500) == .care)
  }

  /// An archive that a later version brought up to date.
  @Test func aNewerArchiveStillGetsItsSurroundingsLookedAt() throws {
    try home.change("INSERT INTO grdb_migrations (identifier) VALUES ('v999')")
    #expect(throws: ArchiveError.self) { try Doctor(home.at(0)) }
    chmod(home.database, 0o644)
    let findings = try #require(Doctor.withoutArchive(home.at(0), after: ArchiveError.newer("x")))
    let bad = findings.filter { $0.grade == .bad }.map(\.check)
    #expect(bad.prefix(2) == ["schema", "permissions"])
    #expect(Set(findings.map(\.check)).isSuperset(of: ["keys", "leftovers", "space", "disk"]))
    #expect(Doctor.withoutArchive(home.at(0), after: ArchiveError.missing("x")) == nil)
  }
}
