import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Testing
import Workflows

@testable import Website

/// Every route with who may open it, and what it answers to nobody and to those who may. To everybody else it answers
/// what a page that is not there answers. A page that is not here fails the test.
private let table: [(route: String, audience: Audience, nobody: Int, admitted: Int, form: String)] = [
  ("GET /healthz", .anyone, 200, 200, ""), ("GET /desk.css", .anyone, 200, 200, ""),
  ("GET /enter", .anyone, 200, 200, ""), ("GET /enter/:token", .anyone, 200, 200, ""),
  ("POST /enter", .anyone, 401, 401, "token=x"), ("POST /leave", .signedIn, 401, 303, ""),
  ("POST /language", .signedIn, 401, 303, "language=ru&back=/imports"), ("GET /", .staff, 401, 200, ""),
  ("GET /upload", .staff, 401, 200, ""), ("POST /upload", .staff, 401, 415, ""),
  ("GET /jobs/:number", .staff, 401, 404, ""), ("GET /imports", .staff, 401, 200, ""),
  // Before the import that the post came with is undone.
  ("GET /posts/:number", .staff, 401, 200, ""),
  ("GET /imports/:number", .staff, 401, 200, ""), ("POST /imports/:number/undo", .staff, 401, 303, ""),
  ("GET /missing", .staff, 401, 200, ""), ("GET /creators", .staff, 401, 200, ""),
  ("POST /creators", .staff, 401, 400, "code=K01"), ("GET /reports", .staff, 401, 200, ""),
  ("POST /reports", .staff, 401, 400, "month=x"), ("GET /reports/:id", .staff, 401, 404, ""),
  ("GET /reports/:id/:file", .staff, 401, 404, ""),
  ("GET /held", .staff, 401, 200, ""), ("GET /held/:held", .staff, 401, 404, ""),
  ("GET /held/:held/picture", .staff, 401, 404, ""), ("POST /held/:held/owner", .staff, 401, 404, "creator=K01"),
  ("POST /held/:held/columns", .staff, 401, 404, "column0=views"), ("POST /held/:held/done", .staff, 401, 303, ""),
  ("GET /figures", .staff, 401, 200, ""), ("POST /figures", .staff, 401, 400, "creator=K01"),
  ("GET /cards", .staff, 401, 200, ""), ("POST /cards", .staff, 401, 400, "themes=x"),
  ("GET /alerts", .staff, 401, 200, ""), ("GET /alerts/:alert", .staff, 401, 404, ""),
  ("POST /alerts/:alert/confirm", .staff, 401, 404, "severity=high"),
  ("POST /alerts/:alert/dismiss", .staff, 401, 404, "reason=quoted"),
  ("GET /registers", .staff, 401, 200, ""), ("GET /registers/:register", .staff, 401, 200, ""),
  ("GET /registers/:register/form", .staff, 401, 200, ""), ("GET /registers/:register/file", .staff, 401, 200, ""),
  ("GET /activity", .administrators, 401, 200, ""),
  // No round is there: one's own and others' look the same.
  ("GET /coding", .coders, 401, 200, ""), ("POST /coding", .staff, 401, 400, "what=x"),
  ("GET /coding/:number", .coders, 401, 404, ""), ("GET /coding/:number/texts/:place", .coders, 401, 404, ""),
  ("POST /coding/:number/texts/:place", .coders, 401, 404, "response=other"),
  ("GET /coding/:number/results", .staff, 401, 404, ""), ("GET /coding/:number/decide/:place", .staff, 401, 404, ""),
  ("POST /coding/:number/decide/:place", .staff, 401, 404, "response=other"),
  ("GET /lexicon", .staff, 401, 200, ""), ("POST /lexicon/try", .staff, 401, 400, "text=x"),
  ("GET /lexicon/words/:language", .staff, 401, 200, ""), ("GET /lexicon/file/:file", .staff, 401, 404, ""),
  ("POST /lexicon/file/:file", .staff, 401, 404, "added=x"), ("GET /lexicon/check", .staff, 401, 200, ""),
  ("GET /lexicon/suggest/:language", .staff, 401, 200, ""), ("POST /lexicon/preview", .staff, 401, 303, ""),
  ("POST /lexicon/publish", .staff, 401, 303, ""), ("POST /lexicon/drop", .staff, 401, 303, ""),
  ("POST /lexicon/versions/:version", .staff, 401, 303, ""),
  ("POST /sign-in", .anyone, 401, 401, "code=x"), ("GET /enrol", .enrolling, 401, 200, ""),
  ("POST /enrol", .enrolling, 401, 400, ""), ("GET /account", .signedIn, 401, 200, ""),
  ("POST /account/sessions/:number/end", .signedIn, 401, 303, ""),
  ("POST /account/tokens", .signedIn, 401, 400, ""),
  // Nobody has a token here.
  ("POST /account/tokens/:number/end", .signedIn, 401, 404, ""),
  ("POST /account/passphrase", .signedIn, 401, 400, ""), ("GET /users", .administrators, 401, 200, ""),
  ("POST /users", .administrators, 401, 400, "code=x"), ("GET /users/:number", .administrators, 401, 200, ""),
  // The account is one's own here, which nobody changes.
  ("POST /users/:number/link", .administrators, 401, 403, ""),
  ("POST /users/:number/reset", .administrators, 401, 403, ""),
  ("POST /users/:number/role", .administrators, 401, 403, "role=staff"),
  ("POST /users/:number/remove", .administrators, 401, 403, ""),
  ("GET /me", .creators, 401, 200, ""), ("GET /me/report", .creators, 401, 404, ""),
  ("POST /me/report", .creators, 401, 303, ""), ("GET /me/talks", .creators, 401, 200, ""),
  ("POST /me/objections", .creators, 401, 400, "post=1"), ("GET /me/shared", .creators, 401, 200, ""),
  ("POST /me/stop", .creators, 401, 200, ""), ("GET /objections", .staff, 401, 200, ""),
  ("POST /objections/:number/settle", .staff, 401, 404, ""), ("GET /me/packages", .donors, 401, 200, ""),
  ("GET /me/packages/:id", .donors, 401, 404, ""),
  ("GET /approval", .staff, 401, 200, ""), ("GET /approval/:month", .staff, 401, 200, ""),
  ("POST /approval/:month/:step", .staff, 401, 303, ""), ("GET /packages", .staff, 401, 200, ""),
  ("POST /packages/:id", .staff, 401, 404, ""), ("GET /packages/:id", .staff, 401, 404, ""),
  ("GET /search", .staff, 401, 200, ""), ("GET /posts", .staff, 401, 200, ""),
  ("GET /themes", .staff, 401, 200, ""),
  ("GET /themes/:theme", .staff, 401, 200, ""), ("GET /me/posts", .creators, 401, 200, ""),
  // The first post is another author's.
  ("GET /me/posts/:number", .creators, 401, 404, ""),
]

/// Routes at which somebody who may not see them is led to the page that is theirs.
private let leading: Set<String> = ["GET /"]

/// One file that is one import.
let sampleImport = "Samples/exports/2026-10/YouTube/Content 2026-10-01_2026-10-31 Ynsap Sozu.zip"

@Suite("Who may open what")
struct RouteTests {
  private func name(_ page: Page) -> String { "\(page.method.rawValue) \(page.path)" }

  private func address(_ path: String) -> String {
    path.replacing(":number", with: "1").replacing(":token", with: Token.make()).replacing(":id", with: "2026-10.ru")
      .replacing(":month", with: "2026-10").replacing(":step", with: "check")
      .replacing(":file", with: "zip").replacing(":held", with: "00000000000000ab")
      .replacing(":place", with: "1").replacing(":language", with: "ky").replacing(":version", with: "1")
      .replacing(":theme", with: "peace")
      .replacing(":alert", with: "c1-00112233445566778899aabbccddeeff").replacing(":register", with: "trainings")
  }

  @Test("Every page stands in the table with its role")
  func complete() {
    #expect(Set(AllPages.list.map(name)) == Set(table.map(\.route)))
    #expect(AllPages.list.count == table.count)
    for page in AllPages.list { #expect(table.first { $0.route == name(page) }?.audience == page.audience) }
  }

  /// Who asks: nobody, somebody who still chooses a passphrase, every role.
  private static let askers: [(role: DeskRole?, stage: DeskSession.Stage)] =
    [(nil, .signedIn), (.staff, .enrolling)] + DeskRole.allCases.map { ($0, .signedIn) }

  @Test("Every route answers each role as the table says; to others like a page that is not there", arguments: askers)
  func matrix(role: DeskRole?, stage: DeskSession.Stage) async throws {
    let house = try DeskHouse(ingest: sampleImport)
    let user = try role.map { try house.user("asker", $0, for: $0 == .creator ? "K01" : $0 == .donor ? "sample" : "") }
    try await house.visit { browser in
      for row in table {
        let parts = row.route.split(separator: " ").map(String.init)
        // Each with a session of its own: some routes end it.
        let cookie = try user.map { try house.cookie(of: $0, stage: stage) }
        func ask(_ path: String) async throws -> TestResponse {
          parts[0] == "GET"
            ? try await browser.get(path, cookie: cookie) : try await browser.post(path, row.form, cookie: cookie)
        }
        let response = try await ask(address(parts[1]))
        let expected = status(row, role, stage)
        #expect(response.status.code == expected, "\(row.route) as \(String(describing: role)) \(stage)")
        if role != nil, !row.audience.admits(role, stage), !leading.contains(row.route) {
          let missing = try await ask("/no-such-page")
          #expect(response.text == missing.text && response.headers == missing.headers, "\(row.route)")
        }
      }
      await browser.settle()
    }
  }

  private func status(
    _ row: (route: String, audience: Audience, nobody: Int, admitted: Int, form: String), _ role: DeskRole?,
    _ stage: DeskSession.Stage
  ) -> Int {
    if row.audience.admits(role, stage) { return role == nil ? row.nobody : row.admitted }
    if role == nil { return row.nobody }
    return leading.contains(row.route) ? 303 : 404
  }

  @Test("What exists and what does not look the same to somebody who may not see it")
  func foreignIsMissing() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    try await house.visit { browser in
      let there = try await browser.get("/imports/1")
      let missing = try await browser.get("/imports/999")
      #expect(there.status == .unauthorized && there.text == missing.text)
      let cookie = try house.cookie()
      let texts = try await [
        "/imports/999", "/imports/0", "/imports/-1", "/imports/1x", "/jobs/9", "/nothing", "/reports/x",
      ]
      .asyncMap { try await browser.get($0, cookie: cookie) }
      #expect(texts.allSatisfy { $0.status == .notFound && $0.text == texts[0].text })
    }
  }

  @Test("Every answer carries every security header", arguments: [nil, "https://desk.example.org"])
  func headers(publicOrigin: String?) async throws {
    let house = try DeskHouse(publicOrigin: publicOrigin)
    try await house.visit { browser in
      let cookie = try house.cookie()
      var answers: [TestResponse] = []
      for page in AllPages.list {
        for cookie in [nil, cookie] {
          answers.append(
            page.method == .get
              ? try await browser.get(address(page.path), cookie: cookie)
              : try await browser.post(address(page.path), cookie: cookie, [.fetchSite: "cross-site"]))
        }
      }
      answers.append(try await browser.get("/nothing", cookie: cookie))
      for answer in answers { check(answer, isPublic: publicOrigin != nil) }
    }
  }

  private func check(_ answer: TestResponse, isPublic: Bool) {
    let policy = answer.headers[.contentSecurityPolicy] ?? ""
    #expect(policy.hasPrefix("default-src 'none';") && policy.contains("frame-ancestors 'none'"))
    #expect(policy.contains("base-uri 'none'") && !policy.contains("unsafe") && !policy.contains("*"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff" && answer.headers[.cacheControl] == "no-store")
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"), ("X-Robots-Tag", "noindex, nofollow"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ] { #expect(answer.headers.first { $0.name.rawName == name }?.value == value, "\(name)") }
    #expect((answer.headers[.strictTransportSecurity] != nil) == isPublic)
    #expect(answer.headers[.server] == nil)
  }
}

extension Sequence {
  func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
    var result: [T] = []
    for element in self { result.append(try await body(element)) }
    return result
  }
}
