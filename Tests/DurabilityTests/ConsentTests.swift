import Records
import Storage
import Testing
import Workflows

@Suite struct ConsentWithdrawalTests {
  private func shared(_ home: TestHome, _ day: Double) throws -> Set<ConsentSubject>? {
    try home.at(day).openForReading().read { reader in
      try reader.programmeData(
        months: [Month(year: 2026, month: 10)], today: Day(number: 20_770), zoneOffset: 0, fingerprint: "")
    }.creators.first { $0.code == "K01" }?.sharedWithDonors
  }

  @Test func whatIsMadeLaterLeavesTheCreatorOut() throws {
    let home = try TestHome()
    #expect(try shared(home, 0) == [.figures, .themes])
    let listing = try home.at(1).withdrawConsent(of: "K01", what: [.themes])
    #expect(listing.agreed.count == 1 && listing.withdrawn.count == 1)
    #expect(try shared(home, 1) == [.figures])
    _ = try home.at(1).withdrawConsent(of: "K01", what: [])
    #expect(try shared(home, 1) == [])
    #expect(throws: WorkflowError.self) { try home.at(1).withdrawConsent(of: "K01", what: []) }
    #expect(throws: WorkflowError.self) { try home.at(1).withdrawConsent(of: "K99", what: []) }
  }

  @Test func anOldRegistryFileDoesNotBringItBack() throws {
    let home = try TestHome()
    _ = try home.at(1).withdrawConsent(of: "K01", what: [])
    try home.at(2).save([TestHome.creator("K01", "UCsampleAAAAAAAAAAAAAAAA")])
    #expect(try shared(home, 2) == [])
    var entry = TestHome.creator("K01", "UCsampleAAAAAAAAAAAAAAAA")
    entry.creator.consents = [
      Consent(what: .figures, sharedWith: .donors, givenOn: Day(number: 20_765), validUntil: Day(number: 23_000))
    ]
    try home.at(3).save([entry])
    #expect(try shared(home, 3) == [.figures], "a new agreement counts")
  }
}
