import Foundation
import Records
import Storage
import TestSupport
import Testing
import Workflows

@Suite struct DoctorTests {
  private let home: TestHome

  init() throws {
    home = try TestHome()
    try home.ingest([.init(id: "UgxA", author: "@aida", text: "Рахмат устаз")], day: 0)
    try home.ingest(title: "Билим", post: "PPPPPPPPPP1", day: 0)
    try home.analyse(0)
  }

  private func findings(_ day: Double = 0) throws -> [String: HealthFinding] {
    let fingerprint = try TestHome.engine.get().fingerprint
    let list = try Doctor(home.at(day)).examine(fingerprint: fingerprint)
    return Dictionary(uniqueKeysWithValues: list.map { ($0.check, $0) })
  }

  @Test func aHealthyArchiveIsFine() throws {
    let findings = try findings()
    #expect(findings.count == 18)
    // Disk, swap and free room are the machine's; of people nobody told yet.
    for (name, finding) in findings where !["disk", "swap", "space", "people"].contains(name) {
      #expect(finding.grade == .fine && finding.remedy.isEmpty, "\(name): \(finding.found)")
    }
  }

  @Test(arguments: [
    ("UPDATE observation SET value = value + 1", "seals"),
    ("UPDATE comment_sighting SET likes = 99", "seals"),
    ("UPDATE text_block SET sealed = zeroblob(length(sealed))", "seals"),
    ("DELETE FROM observation", "seals"),
    ("UPDATE post_sighting SET title = 'other'", "seals"),
    ("UPDATE comment_rollup SET comments = comments + 1", "tallies"),
    ("DELETE FROM comment_rollup", "tallies"),
    ("DELETE FROM post", "references"),
  ])
  func silentChangesAreFound(statement: String, check: String) throws {
    try home.change(statement)
    let bad = try findings().values.filter { $0.grade == .bad }
    #expect(bad.contains { $0.check == check })
    #expect(bad.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func wrongCountsAreMended() throws {
    try home.change("UPDATE comment_rollup SET comments = comments + 1")
    try home.change("UPDATE metric_rollup SET value = value + 1")
    try home.at(0).recount()
    #expect(try findings()["tallies"]?.grade == .fine)
    #expect(try findings()["figures"]?.grade == .fine)
  }

  @Test func keysPermissionsAndLeftoversAreLookedAt() throws {
    unlink(home.places.keys + "/identity.key")
    chmod(home.database, 0o644)
    try Data("x".utf8).write(to: URL(filePath: home.places.home + "/restore.part"))
    let findings = try findings()
    #expect(findings["keys"]?.grade == .bad)
    #expect(findings["permissions"]?.grade == .bad)
    #expect(findings["leftovers"]?.grade == .care)
  }

  @Test func onePersonAloneIsTold() throws {
    #expect(try findings()["people"]?.grade == .care)
    try home.at(0).set("administrators", to: "2")
    #expect(try findings()["people"]?.remedy.contains("set key-holders 2") == true)
    try home.at(0).set("key-holders", to: "1")
    #expect(try findings()["people"]?.grade == .care)
    try home.at(0).set("key-holders", to: "2")
    #expect(try findings()["people"]?.grade == .fine && findings()["people"]?.remedy == "")
    #expect(throws: WorkflowError.self) { try home.at(0).set("key-holders", to: "many") }
    #expect(try home.at(0).settings().first { $0.name == "key-holders" }?.value == "2")
  }

  @Test func overdueTextsAreTold() throws {
    #expect(try findings(89)["retention"]?.grade == .fine)
    #expect(try findings(91)["retention"]?.grade == .care)
  }

  @Test func anotherLexiconIsTold() throws {
    let list = try Doctor(home.at(0)).examine(fingerprint: "another")
    #expect(list.first { $0.check == "readings" }?.grade == .care)
  }
}
