import Records
import Storage
import TestSupport
import Testing

@Suite struct ConsentTests {
  private let today = Month(year: 2026, month: 11).firstDay

  private func consent(
    _ what: ConsentSubject, _ audience: ConsentAudience, from: Int = -30, until: Int = 30
  ) -> Consent {
    Consent(what: what, sharedWith: audience, givenOn: today + from, validUntil: today + until)
  }

  /// What reports may pass on of a creator with these consents.
  private func shared(_ consents: Consent...) throws -> Set<ConsentSubject>? {
    let folder = try TemporaryFolder()
    let archive = try Archive.openForWriting(directory: folder.path, holder: "test", create: true, wait: 0)
    let creator = Creator(code: "K01", languages: [.kyrgyz], consents: consents)
    try archive.write { writer in _ = try writer.save(creator, accounts: [.youtube]) }
    let data = try archive.read { reader in
      try reader.programmeData(
        months: [Month(year: 2026, month: 10)], today: today, zoneOffset: 0, fingerprint: "")
    }
    return data.creators.first?.sharedWithDonors
  }

  @Test func eachSubjectIsSharedForItself() throws {
    #expect(try shared(consent(.figures, .donors)) == [.figures])
    #expect(try shared(consent(.themes, .public)) == [.themes])
    #expect(try shared(consent(.figures, .donors), consent(.themes, .donors)) == [.figures, .themes])
  }

  @Test func whatTheTeamMaySeeStaysInTheTeam() throws {
    #expect(try shared(consent(.figures, .team), consent(.themes, .donors)) == [.themes])
  }

  @Test func consentHoldsFromItsFirstToItsLastDay() throws {
    #expect(try shared(consent(.figures, .donors, from: 0, until: 0)) == [.figures])
    #expect(try shared(consent(.figures, .donors, until: -1)) == [])
    #expect(try shared(consent(.figures, .donors, from: 1)) == [])
  }
}
