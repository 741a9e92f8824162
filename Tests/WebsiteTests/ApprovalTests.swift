import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import Testing
import Workflows

@testable import Website

@Suite("Approval of figures, and packages")
struct ApprovalTests {
  @Test("Two people take a month through its steps; then a package can be made, and its reader fetches it")
  func steps() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    let (anna, berik, reader) = (
      try house.user("anna", .staff), try house.user("berik", .staff), try house.user("D1", .donor, for: "sample")
    )
    let month = "/approval/2026-10"
    try await house.visit { browser in
      let (one, two, outside) = (
        try house.cookie(of: anna), try house.cookie(of: berik), try house.cookie(of: reader)
      )
      // Nothing is handed out before.
      let early = try await browser.post("/packages/sample", "period-sample=2026-10", cookie: one)
      #expect(early.status == .seeOther)
      await browser.settle()
      let refused = try await browser.get(try #require(early.headers[.location]), cookie: one)
      #expect(refused.text.contains("not prepared"))
      #expect(try await !browser.get("/packages", cookie: one).text.contains("package-sample"))

      for (step, form) in [("prepare", ""), ("check", "")] {
        #expect(try await browser.post("\(month)/\(step)", form, cookie: one).status == .seeOther)
        await browser.settle()
      }
      #expect(try await browser.get(month, cookie: one).text.contains("Somebody else must approve"))
      // A form of one's own making changes nothing.
      _ = try await browser.post("\(month)/approve", cookie: one)
      await browser.settle()
      #expect(try await browser.get(month, cookie: two).text.contains("\(month)/approve\""))
      _ = try await browser.post("\(month)/approve", cookie: two)
      await browser.settle()
      let done = try await browser.get(month, cookie: one).text
      #expect(done.contains("Approved: may be handed on") && done.contains("berik"))
      #expect(try await browser.get("/approval", cookie: one).text.contains("Approved"))

      _ = try await browser.post("/packages/sample", "period-sample=2026-10", cookie: one)
      await browser.settle()
      #expect(try await browser.get("/packages", cookie: one).text.contains("/packages/package-sample-2026-10\""))
      let zip = try await browser.get("/me/packages/package-sample-2026-10", cookie: outside)
      #expect(zip.status == .ok && zip.body.readableBytes > 1_000)
      let list = try await browser.get("/packages", cookie: one).text
      #expect(list.contains("Fetched") && list.contains("D1"))
      #expect(try await browser.get("/packages/package-sample-2026-10", cookie: two).status == .ok)
    }
  }

  @Test("What has not ended, or is no period of that reader, is not taken")
  func limits() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    try await house.visit { browser in
      let cookie = try house.cookie()
      for path in ["/approval/2026-11", "/approval/2026-13", "/approval/x", "/packages/../x"] {
        #expect(try await browser.get(path, cookie: cookie).status == .notFound, "\(path)")
      }
      #expect(try await browser.post("/approval/2026-10/undo", cookie: cookie).status == .notFound)
      for period in ["2026-11", "2026-Q4", "2026", "x", ""] {
        let answer = try await browser.post("/packages/sample", "period-sample=\(period)", cookie: cookie)
        #expect(answer.status == .badRequest, "\(period)")
      }
    }
  }

  @Test(
    "They open in every language without keys, with words for all that is to be looked at", arguments: Desk.languages)
  func open(language: ReportLanguage) async throws {
    let house = try DeskHouse(ingest: sampleImport, keepsKeys: false)
    try await house.visit { browser in
      let cookie = try house.cookie(language.rawValue)
      for path in ["/approval", "/approval/2026-10", "/approval/2026-09", "/packages"] {
        let page = try await browser.get(path, cookie: cookie)
        #expect(page.status == .ok && page.text.contains("<html lang=\"\(language.tag)\">"), "\(path)")
        #expect(!page.text.contains("{") && !page.text.contains("approval.") && !page.text.contains("staffPackages."))
      }
      #expect(try await browser.get("/approval/2026-10", cookie: cookie).text.contains("K01"))
    }
  }
}
