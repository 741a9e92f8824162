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

@Suite("Pages")
struct PageTests {
  private static let pages = [
    "/", "/upload", "/imports", "/missing", "/missing?month=2026-09", "/creators", "/reports", "/activity", "/enter",
    "/held", "/figures", "/cards",
    "/account", "/users", "/users/1", "/objections", "/coding", "/lexicon", "/approval",
    "/approval/2026-10", "/packages",
    "/posts", "/posts?platform=youtube&month=2026-10", "/posts/1",
    "/search", "/search?q=%D0%BA%D1%8B%D0%B7+-x&order=best", "/search?q=-x", "/themes?month=2026-10", "/themes/peace",
  ]

  /// Labels must say nothing of the house's business, in case somebody looks over a shoulder.
  private static let telling = [
    "donor", "programme", "program ", "extremis", "influenc", "донор", "программ", "экстремис", "инфлюенс", "блогер",
    "имам", "muslim", "islam", "ислам",
  ]

  @Test(
    "Every page opens in every language, with words, without keys, and gives nothing away", arguments: Desk.languages)
  func open(language: ReportLanguage) async throws {
    let house = try DeskHouse(ingest: sampleImport, keepsKeys: false)
    _ = try house.user("R1", .donor, for: "sample")
    try await house.visit { browser in
      let cookie = try house.cookie(language.rawValue)
      for path in Self.pages {
        let response = try await browser.get(path, cookie: cookie)
        #expect(response.status == .ok, "\(path)")
        #expect(response.text.contains("<html lang=\"\(language.tag)\">"))
        #expect(
          !response.text.contains("{") && !response.text.contains("<script") && !response.text.contains(" style="))
        let words = response.text.lowercased()
        for word in Self.telling { #expect(!words.contains(word), "\(path): \(word)") }
      }
    }
  }

  @Test("Every key that the source names stands in every language")
  func words() throws {
    let house = try DeskHouse(creators: false)
    let all = try house.workspace.deskWords()
    var seen = 0
    for file in try ProjectFolder.files(below: "Sources/Website", endings: [".swift"]) {
      let parts = try ProjectFolder.text(file).utf8.split(
        separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      for index in stride(from: 1, to: parts.count, by: 2) {
        let key = String(decoding: parts[index], as: UTF8.self)
        guard isKey(key), AuditEvent(rawValue: key) == nil else { continue }
        seen += 1
        #expect(all.keys.contains(key), "\(file): \(key)")
      }
    }
    #expect(seen > 100)
    let composed =
      DeskJob.Kind.allCases.map { "job.\($0.rawValue)" } + DeskJob.State.allCases.map { "state.job.\($0.rawValue)" }
      + AuditEvent.allCases.map { "audit.\($0.rawValue)" } + ConsentSubject.allCases.map { "consent.\($0.rawValue)" }
      + ConsentAudience.allCases.map { "consent.with.\($0.rawValue)" }
      + ReportID.languages.map { "reports.language.\($0)" }
      + HeldReason.allCases.flatMap {
        ["held.\($0.rawValue)", "held.\($0.rawValue).do", "overview.held.\($0.rawValue)"]
      }
      + ReportFile.plain.map { "reports.kind.\($0.key)" }
      + RoleNames.groups.flatMap {
        [$0.key] + $0.roles.map { Metric(rawValue: $0) == nil ? "role.\($0)" : "metric.\($0)" }
      }
      + CardFields.boosted.map { "cards.boosted.\($0.isEmpty ? "unsaid" : $0)" }
      + DeskRole.allCases.map { "role.\($0.rawValue)" }
      + DeskObjection.Reason.allCases.map { "me.object.reason.\($0.rawValue)" }
      + PostKind.allCases.map { "post.kind.\($0.rawValue)" }
    for key in composed + CodingKeys.all { #expect(all.keys.contains(key), "\(key)") }
    for language in Desk.languages {
      let missing = all.keys.filter { !all[language].has($0) }
      #expect(missing.isEmpty, "missing in \(language.rawValue): \(missing)")
    }
  }

  /// Keys that the pages of coding and of the lexicon put together.
  private enum CodingKeys {
    static var all: [String] {
      var keys = ["tolerance", "peace", "against-violence", "girls-education"].map { "coding.hint.theme.\($0)" }
      for alert in Alert.allCases.map(CodingNames.alert) {
        keys += ["coding.alert.\(alert)", "coding.hint.alert.\(alert)"]
      }
      for code in Records.Response.allCases { keys.append("coding.hint.response.\(code.rawValue)") }
      for code in Sentiment.allCases { keys.append("coding.hint.sentiment.\(code.rawValue)") }
      for code in Stance.allCases { keys += ["coding.stance.\(code.rawValue)", "coding.hint.stance.\(code.rawValue)"] }
      for verdict in CodingResultsPage.verdicts.values { keys.append("coding.verdict.\(verdict)") }
      for kind in TextKind.allCases { keys.append("coding.kind.\(kind.rawValue)") }
      for name in ["response", "sentiment", "themes", "alerts", "variety"] {
        keys += ["coding.\(name)", "coding.\(name).how"]
      }
      for language in LexiconAddress.languages { keys += ["lexicon.words.\(language)", "lexicon.suggest.\(language)"] }
      for group in ["positive", "negative", "uncovered"] { keys.append("lexicon.group.\(group)") }
      return keys + ["lexicon.words.shared"]
    }
  }

  private func isKey(_ text: String) -> Bool {
    let groups = [
      "nav", "enter", "error", "overview", "upload", "job", "receipt", "imports", "import", "undo", "missing",
      "creators", "fault", "reports", "report", "activity", "column", "problem", "held", "columns", "figures", "cards",
      "form", "account", "users", "enrol", "recovery", "me", "shared", "objections", "packages", "coding", "lexicon",
      "search", "posts", "post", "themes", "approval", "staffPackages",
    ]
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && groups.contains(String(parts[0]))
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F } }
      && !text.hasSuffix(".") && text != "creator.csv"
  }

  @Test("A report is made by a process of its own, opened and handed over, with its own rules let through")
  func report() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    try await house.visit { browser in
      let cookie = try house.cookie()
      #expect(try await browser.post("/reports", "month=2026-10&language=ru", cookie: cookie).status == .seeOther)
      await browser.settle()
      #expect(try await browser.get("/jobs/1", cookie: cookie).text.contains("/reports/2026-10.ru"))
      let page = try await browser.get("/reports/2026-10.ru", cookie: cookie)
      #expect(page.text.contains("<html lang=\"ru\">"))
      #expect(page.headers[.contentSecurityPolicy]?.contains("style-src 'sha256-") == true)
      #expect(page.headers[.contentDisposition] == nil)
      let file = try await browser.get("/reports/2026-10.ru?save=1", cookie: cookie)
      #expect(file.headers[.contentDisposition] == "attachment; filename=\"month-2026-10.ru.html\"")
      #expect(try await browser.get("/reports", cookie: cookie).text.contains("/reports/2026-10.ru"))
    }
  }

  @Test("Only reports come out of the report folder")
  func traversal() async throws {
    let house = try DeskHouse()
    let reports = house.workspace.places.reports
    try FileManager.default.createDirectory(atPath: reports, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: reports + "/month-2026-10.ru.html", withDestinationPath: "/etc/passwd")
    try FileManager.default.createDirectory(
      atPath: reports + "/month-2026-09.ru.html", withIntermediateDirectories: true)
    _ = try house.folder.write("data/reports/.hidden", "secret".utf8)
    let tries = [
      "2026-10.ru", "2026-09.ru", "..%2fminbar.db", "../minbar.db", "%2e%2e/minbar.db", "2026-10.ru%00.css", ".hidden",
      "month-2026-10.ru.html", "2026-10.RU", "2026-10.ru/", "/etc/passwd", "2026-10.ru.html", "2026-1.ru",
      "+2026-10.ru",
    ]
    try await house.visit { browser in
      let cookie = try house.cookie()
      for path in tries {
        let response = try await browser.get("/reports/" + path, cookie: cookie)
        #expect(response.status == .notFound && !response.text.contains("root:"), "\(path): \(response.status)")
      }
    }
  }

  @Test("What is done stands in the log without names, and a changed log is noticed")
  func audit() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      _ = try await browser.post("/enter", "token=x")
      _ = try await browser.upload([UploadPart(file: "Sample Name.csv", "x".utf8)], cookie: cookie)
      await browser.settle()
      let entries = try house.desk.book.audit(limit: 10)
      #expect(entries.map(\.event) == ["job.ended", "upload.received", "link.wrong"])
      #expect(!entries.contains { $0.subject.contains("Sample") })
      #expect(try house.desk.book.firstBrokenAudit() == nil)
      let site = try DatabaseQueue(path: house.workspace.places.home + "/site.db")
      try await site.write { db in try db.execute(sql: "UPDATE audit SET subject = 'y' WHERE number = 2") }
      #expect(try house.desk.book.firstBrokenAudit() == 2)
      #expect(try await browser.get("/activity", cookie: cookie).text.contains("Line 2 does not follow"))
    }
  }

  @Test("A second desk of the same folder is refused")
  func second() throws {
    let house = try DeskHouse()
    #expect(throws: (any Error).self) { _ = try SiteBook(house.workspace) }
  }
}
