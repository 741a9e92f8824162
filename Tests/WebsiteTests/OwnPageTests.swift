import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import TestSupport
import Testing
import Workflows

@testable import Website

@Suite("What creators and donors see")
struct OwnPageTests {
  @Test("A creator's report is made by a process of its own and shown to that creator alone")
  func report() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    let (one, other) = (
      try house.user("Y1", .creator, for: "K01"), try house.user("Y2", .creator, for: "K02")
    )
    try await house.visit { browser in
      let (mine, foreign) = (try house.cookie(of: one, "ru"), try house.cookie(of: other, "ru"))
      #expect(try await browser.get("/me/report", cookie: mine).status == .notFound)
      let asked = try await browser.post("/me/report", cookie: mine)
      #expect(asked.headers[.location] == "/me")
      await browser.settle()
      let page = try await browser.get("/me/report", cookie: mine)
      #expect(page.status == .ok && page.text.contains("<html lang=\"ru\">"))
      #expect(page.headers[.contentSecurityPolicy]?.contains("style-src 'sha256-") == true)
      #expect(try await browser.get("/me", cookie: mine).text.contains("/me/report\""))
      #expect(try await browser.get("/me/report", cookie: foreign).status == .notFound)
    }
  }

  @Test("Their pages open in every language, without keys, and give nothing away", arguments: Desk.languages)
  func open(language: ReportLanguage) async throws {
    let house = try DeskHouse(ingest: sampleImport, keepsKeys: false)
    let (number, creator) = try post(house)
    let own = try house.user("Y1", .creator, for: creator)
    let reader = try house.user("D1", .donor, for: "sample")
    let fresh = try house.user("K7", .staff)
    try house.desk.book.add(
      DeskObjection(
        creator: creator, post: number, theme: "peace", reason: .other, madeAt: Instant(seconds: Clocks.start)))
    try await house.visit { browser in
      let mine = try house.cookie(of: own, language.rawValue)
      let theirs = try house.cookie(of: reader, language.rawValue)
      let pending = try house.cookie(of: fresh, language.rawValue, stage: .enrolling)
      for (path, cookie) in [
        ("/me", mine), ("/me/talks?month=2026-10", mine), ("/me/shared", mine), ("/account", mine),
        ("/me/packages", theirs), ("/account", theirs), ("/enrol", pending),
      ] {
        let page = try await browser.get(path, cookie: cookie)
        #expect(page.status == .ok && page.text.contains("<html lang=\"\(language.tag)\">"), "\(path)")
        #expect(!page.text.contains("{") && !page.text.contains("<script") && !page.text.contains(" style="))
        let words = page.text.lowercased()
        for word in ["donor", "programme", "донор", "программ"] { #expect(!words.contains(word), "\(path): \(word)") }
      }
    }
  }

  /// A talk of the sample import, of October, and whose it is.
  private func post(_ house: DeskHouse) throws -> (number: Int64, creator: String) {
    let archive = try DatabaseQueue(path: house.workspace.places.home + "/minbar.db")
    let row = try archive.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT post.id, code FROM post JOIN account ON account.id = post.account
          JOIN creator ON creator.id = account.creator
          WHERE published_at BETWEEN 1790899200 AND 1793318400 LIMIT 1
          """)
    }
    let found = try #require(row)
    return (found[0], found[1])
  }

  @Test("An objection reaches the team; a foreign talk is answered like a missing one")
  func objection() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    let (number, creator) = try post(house)
    let own = try house.user("Y1", .creator, for: creator)
    let other = try house.user("Y2", .creator, for: creator == "K02" ? "K03" : "K02")
    try await house.visit { browser in
      let (mine, foreign, staff) = (try house.cookie(of: own), try house.cookie(of: other), try house.cookie())
      #expect(try await browser.get("/me/talks?month=2026-10", cookie: mine).text.contains("<h2><bdi>"))
      #expect(try await !browser.get("/me/talks?month=2026-10", cookie: foreign).text.contains("<h2><bdi>"))
      let form = "theme=peace&reason=not-said&post="
      let theirs = try await browser.post("/me/objections", form + "\(number)", cookie: foreign)
      let missing = try await browser.post("/me/objections", form + "999999", cookie: foreign)
      #expect(theirs.status == .notFound && theirs.text == missing.text && theirs.headers == missing.headers)
      #expect(try await browser.post("/me/objections", form + "\(number)", cookie: mine).status == .seeOther)
      #expect(try await browser.get("/", cookie: staff).text.contains("/objections"))
      #expect(try await browser.get("/objections", cookie: staff).text.contains("/objections/1/settle"))
      #expect(try await browser.post("/objections/1/settle", cookie: staff).status == .seeOther)
      #expect(try await browser.post("/objections/1/settle", cookie: staff).status == .notFound)
      #expect(try await browser.get("/me/talks?month=2026-10", cookie: mine).text.contains("class=\"notice\""))
      for wrong in ["theme=none&reason=other&post=\(number)", "theme=peace&reason=x&post=\(number)", "theme=peace"] {
        #expect(try await browser.post("/me/objections", wrong, cookie: mine).status == .badRequest)
      }
    }
  }

  @Test("Consent is withdrawn after saying so twice, by a process that holds the keys; nobody else's is")
  func stop() async throws {
    let house = try DeskHouse()
    let user = try house.user("Y1", .creator, for: "K01")
    let others = try house.desk.archive.shares(of: "K02")
    try await house.visit { browser in
      let cookie = try house.cookie(of: user)
      let before = try house.desk.archive.shares(of: "K01")
      #expect(!before.agreed.isEmpty && before.withdrawn.isEmpty)
      #expect(try await browser.post("/me/stop", cookie: cookie).text.contains("value=\"yes\""))
      await browser.settle()
      #expect(try house.desk.archive.shares(of: "K01") == before)
      #expect(try await browser.post("/me/stop", "sure=yes", cookie: cookie).status == .ok)
      await browser.settle()
      let after = try house.desk.archive.shares(of: "K01")
      #expect(after.agreed.isEmpty && after.withdrawn.count == before.agreed.count)
      #expect(try house.desk.archive.shares(of: "K02") == others)
      #expect(try await browser.get("/me/shared", cookie: cookie).text.contains("Withdrawn on"))
    }
  }

  @Test("A donor gets the packages of their own code; others are answered like missing ones")
  func packages() async throws {
    let house = try DeskHouse()
    let reports = house.workspace.places.reports
    for name in ["package-sample-2026-Q3", "package-other-2026-Q3", "package-sample-2026-Q2"] {
      try FileManager.default.createDirectory(atPath: reports + "/" + name, withIntermediateDirectories: true)
      _ = try house.folder.write("data/reports/\(name).zip", Array("zip of \(name)".utf8))
    }
    let user = try house.user("D1", .donor, for: "sample")
    try await house.visit { browser in
      let cookie = try house.cookie(of: user)
      let list = try await browser.get("/me/packages", cookie: cookie).text
      #expect(list.contains("/me/packages/package-sample-2026-Q3") && list.contains("package-sample-2026-Q2"))
      #expect(!list.contains("package-other"))
      let own = try await browser.get("/me/packages/package-sample-2026-Q3", cookie: cookie)
      #expect(own.text == "zip of package-sample-2026-Q3")
      #expect(own.headers[.contentDisposition] == "attachment; filename=\"package-sample-2026-Q3.zip\"")
      let missing = try await browser.get("/me/packages/package-sample-2031-Q1", cookie: cookie)
      for name in ["package-other-2026-Q3", "..%2f..%2fminbar.db", "package-sample-2026-Q3.zip", "%00"] {
        let foreign = try await browser.get("/me/packages/" + name, cookie: cookie)
        #expect(foreign.status == .notFound && foreign.text == missing.text && foreign.headers == missing.headers)
      }
    }
  }
}
