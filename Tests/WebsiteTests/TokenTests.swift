import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Records
import TestSupport
import Testing
import Workflows

@testable import Website

@Suite("Tokens of programs")
struct TokenTests {
  private func page(_ text: String) -> String? {
    text.split(separator: "<").first { $0.hasPrefix("code class=\"long\">") }.map { String($0.dropFirst(18)) }
  }

  @Test("A token is made with the passphrase, shown once, kept as a hash, and ended")
  func life() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .staff)
    try await house.visit { browser in
      let cookie = try house.cookie(of: user)
      let wrong = try await browser.post("/account/tokens", "days=90&proof=no", cookie: cookie)
      #expect(wrong.status == .badRequest && page(wrong.text) == nil)
      house.clocks.pass(61)
      let proof = goodPassphrase.replacing(" ", with: "+")
      let made = try await browser.post("/account/tokens", "days=90&proof=\(proof)", cookie: cookie)
      let token = try #require(page(made.text))
      #expect(token.hasPrefix("minbar_") && token.utf8.count == 71)
      #expect(try await !browser.get("/account", cookie: cookie).text.contains(token))
      #expect(try await browser.read("/api/v1/account", token).text.contains("\"code\":\"K7\""))
      let site = try Data(contentsOf: URL(filePath: house.workspace.places.home + "/site.db"))
      #expect(site.range(of: Data(token.utf8)) == nil && site.range(of: Data(token.dropFirst(7).utf8)) == nil)
      #expect(try await browser.post("/account/tokens/1/end", cookie: cookie).status == .seeOther)
      #expect(try await browser.post("/account/tokens/1/end", cookie: cookie).status == .notFound)
      #expect(try await browser.read("/api/v1/account", token).status == .unauthorized)
      let events = try house.desk.book.audit(limit: 10).map(\.event)
      #expect(events.prefix(3) == ["token.revoked", "token.used", "token.made"])
    }
  }

  @Test("A token ends with its day, the role, the passphrase, a reset and the account")
  func ending() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let now = Instant(seconds: house.clocks.now)
      func ends(_ code: String, _ change: (DeskUser) async throws -> Void) async throws {
        let user = try await house.enrolled(code, .staff)
        let token = try house.token(of: user)
        #expect(try await browser.read("/api/v1/overview", token).status == .ok)
        try await change(user)
        #expect(try await browser.read("/api/v1/overview", token).status == .unauthorized, "\(code)")
      }
      try await ends("A1") { try house.desk.book.change($0, to: .administrator, boundTo: "", by: "t", at: now) }
      try await ends("A2") { try house.desk.book.reset($0, by: "t", at: now) }
      try await ends("A3") { _ = try await house.desk.keep("alty ala atty alyp keldi", of: $0) }
      try await ends("A4") { try house.desk.book.remove($0, by: "t", at: now) }
      try await ends("A5") { _ in house.clocks.pass(30 * 86_400) }
    }
  }

  @Test("An account has ten tokens at most, none of somebody else's can be ended, and days have a range")
  func limits() async throws {
    let house = try DeskHouse()
    let (one, two) = (try house.user("B1", .staff), try house.user("B2", .staff))
    for _ in 0..<10 { _ = try house.token(of: one) }
    #expect(throws: WorkflowError.self) { _ = try house.token(of: one) }
    #expect(throws: WorkflowError.self) { _ = try house.token(of: two, days: 366) }
    #expect(throws: WorkflowError.self) { _ = try house.token(of: two, days: 0) }
    let now = Instant(seconds: house.clocks.now)
    #expect(try !house.desk.book.revokeToken(1, of: two, by: "t", at: now))
    #expect(try house.desk.book.revokeToken(1, of: one, by: "t", at: now))
  }

  @Test("Too many requests wait, also those with wrong tokens; a right token is answered meanwhile")
  func throttled() async throws {
    let house = try DeskHouse()
    let user = try house.user("B1", .staff)
    let (token, other) = (try house.token(of: user), try house.token(of: user))
    try await house.visit { browser in
      for _ in 0..<TokenThrottle.wrong {
        #expect(try await browser.read("/api/v1/account", AccessToken.make()).status == .unauthorized)
      }
      let wrong = try await browser.read("/api/v1/account", AccessToken.make())
      #expect(wrong.status == .tooManyRequests && wrong.headers[.retryAfter] != nil)
      for _ in 0..<TokenThrottle.allowed { _ = try await browser.read("/api/v1/account", token) }
      #expect(try await browser.read("/api/v1/account", token).status == .tooManyRequests)
      #expect(try await browser.read("/api/v1/account", other).status == .ok)
      house.clocks.pass(60)
      #expect(try await browser.read("/api/v1/account", token).status == .ok)
    }
  }

  @Test("What is no token is none", arguments: ["", "Bearer", "Bearer x", "Basic minbar_00", "Bearer minbar_\u{301}"])
  func wrong(header: String) async throws {
    #expect(AccessToken.read(header) == nil)
    let house = try DeskHouse()
    try await house.visit { browser in
      let answer = try await browser.get("/api/v1/account", cookie: nil, [.authorization: header])
      #expect(answer.status == .unauthorized)
    }
  }
}

@Suite("Sealed secrets of codes")
struct SealedSecretTests {
  private func site(_ house: DeskHouse) throws -> Data {
    try Data(contentsOf: URL(filePath: house.workspace.places.home + "/site.db"))
  }

  @Test("A secret lies sealed in the database, under a key of mode 0600 in the key folder")
  func sealed() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .staff)
    let secret = try #require(try house.desk.book.credentials(of: user)?.secret)
    #expect(secret.count == TimeCode.secretBytes)
    #expect(try site(house).range(of: Data(secret)) == nil)
    let key = house.workspace.places.keys + "/site.key"
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("Without the key, with another one, or in another row, a secret is none")
  func shut() async throws {
    let house = try DeskHouse()
    let (one, two) = (try await house.enrolled("A1", .staff), try await house.enrolled("A2", .staff))
    let store = try DatabaseQueue(path: house.workspace.places.home + "/site.db")
    try await store.write { db in
      try db.execute(
        sql: "UPDATE user SET sealed_secret = (SELECT sealed_secret FROM user WHERE id = ?) WHERE id = ?",
        arguments: [one.id, two.id])
    }
    #expect(try house.desk.book.credentials(of: two)?.secret == nil)
    #expect(try house.desk.book.credentials(of: one)?.secret != nil)
    #expect(try house.desk.book.secretCounts() == (2, 1))
    let finding = try Doctor(house.workspace).examine(fingerprint: nil).first { $0.check == "sign-in" }
    #expect(finding?.grade == .bad)
    try FileManager.default.removeItem(atPath: house.workspace.places.keys + "/site.key")
    #expect(try house.desk.book.credentials(of: one)?.secret == nil)
    try await house.visit { browser in
      let wrong = try await browser.signIn("A1", second: "000000")
      #expect(wrong.status == .unauthorized)
      house.clocks.pass(61)
      let right = try await browser.signIn("A1", second: DeskHouse.recovery[0])
      #expect(right.status == .seeOther)
    }
  }

  @Test("Secrets that an older server kept open are sealed at the next start, and the old bytes are gone")
  func migrated() throws {
    let folder = try DeskHouse()
    let workspace = folder.workspace
    let secret = Secret.make(TimeCode.secretBytes)
    let user = try folder.user("K7", .staff)
    let store = try DatabaseQueue(path: workspace.places.home + "/site.db")
    try store.write { db in
      try db.execute(
        sql: "UPDATE user SET secret = ?, salt = x'00', passphrase = x'00' WHERE id = ?",
        arguments: [Data(secret), user.id])
    }
    #expect(try site(folder).range(of: Data(secret)) != nil)
    let other = Workspace(
      places: Places(home: folder.folder.path + "/later", keys: workspace.places.keys), now: workspace.now, user: "t")
    try FileManager.default.createDirectory(atPath: other.places.home, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: workspace.places.home + "/site.db", toPath: other.places.home + "/site.db")
    let book = try SiteBook(other)
    #expect(try book.credentials(of: user)?.secret == secret)
    #expect(try Data(contentsOf: URL(filePath: other.places.home + "/site.db")).range(of: Data(secret)) == nil)
    #expect(try book.audit(limit: 1).first?.event == "secrets.sealed")
  }

  @Test("A panic takes the key along; the archive goes on without it")
  func panic() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .staff)
    #expect(try house.workspace.keyStatus().contains { $0.purpose == "site" })
    let outcome = house.workspace.places.panic()
    #expect(outcome.destroyed.contains("site.key") && outcome.left.isEmpty)
    #expect(try house.desk.book.credentials(of: user)?.secret == nil)
  }
}
