import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import Testing
import Workflows

@testable import Website

@Suite("Room for uploads that wait")
struct SpoolLedgerTests {
  private var limits: UploadLimits {
    var limits = UploadLimits()
    limits.ownWaiting = 60_000
    limits.allWaiting = 100_000
    return limits
  }

  @Test("Each account has its room, and all together have one")
  func rooms() throws {
    let ledger = SpoolLedger(limits)
    let first = SpoolShare(ledger, of: "a")
    try first.add(60_000)
    #expect(throws: SpoolFull.own) { try SpoolShare(ledger, of: "a").add(1) }
    let second = SpoolShare(ledger, of: "b")
    try second.add(40_000)
    #expect(throws: SpoolFull.all) { try second.add(1) }
    first.giveBack()
    first.giveBack()
    try second.add(20_000)
    #expect(throws: SpoolFull.own) { try second.add(1) }
  }

  @Test("What nobody holds any more is given back")
  func forgotten() throws {
    let ledger = SpoolLedger(limits)
    do { try SpoolShare(ledger, of: "a").add(60_000) }
    try SpoolShare(ledger, of: "a").add(60_000)
  }

  @Test(
    "An upload beyond the account's room is refused in words and leaves nothing", arguments: ["en", "ru", "ky", "uz"])
  func refused(language: String) async throws {
    let house = try DeskHouse(creators: false, limits: limits)
    let big = [UploadPart(file: "notes.txt", [UInt8](repeating: 65, count: 50_000))]
    try await house.visit { browser in
      let cookie = try house.cookie(language)
      let waiting = SpoolShare(house.desk.ledger, of: DeskSession.owner)
      try waiting.add(20_000)
      let refused = try await browser.upload(big, cookie: cookie)
      #expect(refused.status == .contentTooLarge && house.spool.allSatisfy { $0.isEmpty })
      let words = house.desk.words(try #require(Desk.languages.first { $0.rawValue == language }))
      #expect(refused.text.contains(words["error.ownWaits"]))
      waiting.giveBack()
      let others = SpoolShare(house.desk.ledger, of: "others")
      try others.add(60_000)
      let full = try await browser.upload(big, cookie: cookie)
      #expect(full.status == .insufficientStorage && full.text.contains(words["error.allWaits"]))
    }
  }

  @Test("A job that ends gives its room back")
  func afterwards() async throws {
    let house = try DeskHouse(creators: false, limits: limits)
    let big = [UploadPart(file: "notes.txt", [UInt8](repeating: 65, count: 50_000))]
    try await house.visit { browser in
      let cookie = try house.cookie()
      for _ in 0..<2 {
        #expect(try await browser.upload(big, cookie: cookie).status == .seeOther)
        await browser.settle()
      }
    }
  }
}
