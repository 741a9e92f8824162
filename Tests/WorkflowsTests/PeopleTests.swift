import Records
import TestSupport
import Testing

@testable import Workflows

@Suite struct RegistryTests {
  private let header = ["code", "name", "languages", "youtube_id", "consent_what", "consent_with", "consent_until"]

  private func entry(_ cells: [String]) throws -> CreatorEntry {
    let table = try RegistryTable(file: "creators.csv", header: header)
    return try table.entry(cells, line: 3, today: try #require(Day("2026-11-01")))
  }

  @Test func aWholeLineIsTaken() throws {
    let entry = try entry(["K01", "Аты", "ky ru", "UCx", "figures themes", "donors", "2027-01-31"])
    #expect(entry.creator.languages == [.kyrgyz, .russian])
    #expect(entry.creator.consents.count == 2)
    #expect(entry.accounts.first?.externalID == "UCx")
  }

  @Test(arguments: [
    (["К 01", "Аты", "ky", "UCx", "figures", "team", "2027-01-31"], "code"),
    (["K01", "", "ky", "UCx", "figures", "team", "2027-01-31"], "name"),
    (["K01", "Аты", "kg", "UCx", "figures", "team", "2027-01-31"], "language"),
    (["K01", "Аты", "ky", "", "figures", "team", "2027-01-31"], "account"),
    (["K01", "Аты", "ky", "UCx", "", "team", "2027-01-31"], "consent"),
    (["K01", "Аты", "ky", "UCx", "figures", "all", "2027-01-31"], "consent_with"),
    (["K01", "Аты", "ky", "UCx", "figures", "team", "31.01.2027"], "consent_until"),
    (["K01", "Аты", "ky", "UCx", "figures", "team", "2026-01-31"], "before"),
    (["K01", "Аты", "ky", "UCx", "videos", "team", "2027-01-31"], "consent_what"),
  ])
  func whatIsWrongIsNamedWithItsLine(cells: [String], word: String) {
    do {
      _ = try entry(cells)
      Issue.record("\(cells) was taken")
    } catch {
      #expect("\(error)".contains("creators.csv:3") && "\(error)".contains(word), "\(error)")
    }
  }

  @Test func aMissingColumnIsNamed() {
    #expect(throws: WorkflowError.self) { try RegistryTable(file: "a.csv", header: ["code", "name"]) }
  }
}

@Suite struct AccountResolverTests {
  private let resolver: AccountResolver

  init() {
    var registry = Registry()
    registry.put(
      Registry.Person(
        code: "K1", name: "Асан Үлгүев",
        accounts: [
          Registry.Account(
            account: 1, platform: "youtube", externalID: "UCa", displayName: "Айыл имамы", handle: "AiylImamy"),
          Registry.Account(
            account: 2, platform: "instagram", externalID: "178", displayName: nil, handle: "aiyl.imamy"),
        ]))
    registry.put(
      Registry.Person(
        code: "K12", name: "Үсөн",
        accounts: [Registry.Account(account: 3, platform: "youtube", externalID: nil, displayName: "Айыл", handle: nil)]
      ))
    let cards = [
      AccountCard(id: 1, creator: "K1", platform: .youtube), AccountCard(id: 2, creator: "K1", platform: .instagram),
      AccountCard(id: 3, creator: "K12", platform: .youtube),
    ]
    resolver = AccountResolver(registry: registry, cards: cards, chosen: nil)
  }

  private func account(_ hint: AccountHint) throws -> Int64? { try resolver.account(of: hint) { _, _ in nil } }

  @Test func idsHandlesAndNamesLeadToTheAccount() throws {
    #expect(try account(AccountHint(platform: .youtube, externalID: "UCa")) == 1)
    #expect(try account(AccountHint(username: "AIYL.imamy")) == 2)
    #expect(try account(AccountHint(platform: .youtube, displayName: "айыл ИМАМЫ ")) == 1)
    #expect(try account(AccountHint(platform: .youtube, displayName: "Асан Үлгүев")) == 1)
    #expect(try account(AccountHint(displayName: "Бейтааныш")) == nil)
    #expect(
      try resolver.account(of: AccountHint(platform: .youtube, externalID: "UCz")) { _, id in id == "UCz" ? 3 : nil }
        == 3)
  }

  @Test func wholeWordsOfFileNamesLeadToTheAccount() {
    #expect(resolver.account(inNames: ["Content 2026-10 Айыл имамы.zip"], platform: .youtube) == 1)
    #expect(resolver.account(inNames: ["Reach.csv", "Instagram aiyl.imamy"], platform: nil) == 2)
    #expect(resolver.account(inNames: ["K12.csv"], platform: .youtube) == 3)
    #expect(resolver.account(inNames: ["K123.csv"], platform: .youtube) == nil)
    #expect(resolver.platform(inNames: ["Reach.csv", "Instagram x"]) == .instagram)
  }

  @Test func aFileThatFitsTwoIsHeld() {
    #expect(resolver.account(inNames: ["K1.csv"], platform: nil) == nil)
    #expect(resolver.account(inNames: ["K1 K12.csv"], platform: .youtube) == nil)
  }
}
