import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Reporting
import TestSupport
import Testing
import Workflows

@testable import Website

@Suite("The lexicon on the desk")
struct LexiconPageTests {
  private static let file = "languages/ky/classes/BOOK.tsv"
  private static var path: String { "/lexicon/file/" + LexiconAddress.of(file) }

  @Test("A text is read step by step; its words stand in no list of processes")
  func trial() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie("ky")
      let text = "text=%D0%9A%D1%8B%D0%B7%D0%B4%D0%B0%D1%80+%D0%BE%D0%BA%D1%83%D1%81%D1%83%D0%BD&kind=talk"
      let page = try await browser.post("/lexicon/try", text, cookie: cookie)
      #expect(page.status == .ok && page.text.contains("girls-education"))
      #expect(house.spool.isEmpty)
      for wrong in ["text=&kind=talk", "text=x&kind=y", "text=" + String(repeating: "x", count: 4_001) + "&kind=talk"] {
        #expect(try await browser.post("/lexicon/try", wrong, cookie: cookie).status == .badRequest)
      }
    }
  }

  @Test("Words, check, missing words and a file open in every language", arguments: Desk.languages)
  func open(language: ReportLanguage) async throws {
    let house = try DeskHouse(ingest: sampleComments)
    try await house.visit { browser in
      let cookie = try house.cookie(language.rawValue)
      for path in ["/lexicon/words/ky", "/lexicon/words/shared", Self.path, "/lexicon/check", "/lexicon/suggest/ky"] {
        let page = try await browser.get(path, cookie: cookie)
        #expect(page.status == .ok && page.text.contains("<html lang=\"\(language.tag)\">"), "\(path)")
        #expect(!page.text.contains("<script") && !page.text.contains(" style="))
      }
      for path in ["/lexicon/words/xx", "/lexicon/suggest/..", "/lexicon/file/0", "/lexicon/file/..%2f..%2fminbar.db"] {
        #expect(try await browser.get(path, cookie: cookie).status == .notFound, "\(path)")
      }
    }
  }

  @Test("A draft is looked at before it takes effect: talks with examples, comments as counts")
  func draft() async throws {
    let house = try DeskHouse(ingest: sampleComments)
    let bench = LexiconBench(house.workspace.places)
    try await house.visit { browser in
      let cookie = try house.cookie("ru")
      let gone = try await browser.post(Self.path, "added=&removed=no+such+line", cookie: cookie)
      #expect(gone.status == .badRequest && gone.text.contains("class=\"faults\"") && bench.draft().isEmpty)
      let change = try await browser.post(
        Self.path, "added=%D0%B6%D0%B0%D0%B9%D1%8B%D1%82++n%0D%0A&removed=", cookie: cookie)
      #expect(change.status == .seeOther)
      #expect(bench.draft() == [LexiconChange(file: Self.file, added: ["жайыт\tn"], removed: [])])
      #expect(try await browser.get("/lexicon", cookie: cookie).text.contains("/lexicon/publish"))
      let asked = try await browser.post("/lexicon/preview", cookie: cookie)
      await browser.settle()
      let page = try await browser.get(asked.headers[.location] ?? "", cookie: cookie).text
      #expect(page.contains("class=\"state done\""))
      #expect(try await browser.post("/lexicon/drop", cookie: cookie).status == .seeOther)
      #expect(bench.draft().isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: house.workspace.places.desk + "/lexicon-preview"))
  }
}
