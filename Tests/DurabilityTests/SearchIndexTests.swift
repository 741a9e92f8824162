import Foundation
import GRDB
import Records
import TestSupport
import Testing
import Workflows

/// Words that get lost from the search, or get into it, are noticed.
@Suite struct SearchIndexTests {
  private func home() throws -> TestHome {
    let home = try TestHome()
    var entry = TestHome.creator("K01", "UCsampleAAAAAAAAAAAAAAAA")
    entry.creator.consents.append(
      Consent(what: .talks, sharedWith: .team, givenOn: Day(number: 20_000), validUntil: Day(number: 22_000)))
    try home.at(0).save([entry])
    try home.ingest(title: "Кыздардын билими", post: "KKKKKKKKKK1", day: 1)
    try home.analyse(2)
    return home
  }

  private func finding(_ home: TestHome) throws -> HealthFinding? {
    try Doctor(home.at(3)).examine(fingerprint: nil).first { $0.check == "search" }
  }

  @Test func aWholeSearchIsFine() throws {
    #expect(try finding(home())?.grade == .fine)
  }

  @Test(arguments: [
    "DELETE FROM talk_search", "INSERT INTO talk_search (rowid, title) VALUES (99, 'more words')",
    "UPDATE talk_search SET description = ''", "UPDATE talk_index SET places = x''",
  ])
  func changesBehindItsBackAreNoticed(statement: String) throws {
    let home = try home()
    try DatabaseQueue(path: home.places.home + "/minbar.db").write { db in try db.execute(sql: statement) }
    #expect(try finding(home)?.grade == .bad)
    try home.at(3).emptySearch()
    try home.analyse(4)
    #expect(try finding(home)?.grade == .fine)
  }
}
