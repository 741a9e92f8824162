import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Website

/// Every route with who may open it, and what it answers to nobody and to staff. A page that is not here fails the test.
private let table: [(route: String, role: Role, nobody: Int, staff: Int, form: String)] = [
  ("GET /healthz", .anyone, 200, 200, ""), ("GET /desk.css", .anyone, 200, 200, ""),
  ("GET /enter", .anyone, 200, 200, ""), ("GET /enter/:token", .anyone, 200, 200, ""),
  ("POST /enter", .anyone, 401, 401, "token=x"), ("POST /leave", .staff, 401, 303, ""),
  ("POST /language", .staff, 401, 303, "language=ru&back=/imports"), ("GET /", .staff, 401, 200, ""),
  ("GET /upload", .staff, 401, 200, ""), ("POST /upload", .staff, 401, 415, ""),
  ("GET /jobs/:number", .staff, 401, 404, ""), ("GET /imports", .staff, 401, 200, ""),
  ("GET /imports/:number", .staff, 401, 200, ""), ("POST /imports/:number/undo", .staff, 401, 303, ""),
  ("GET /missing", .staff, 401, 200, ""), ("GET /creators", .staff, 401, 200, ""),
  ("POST /creators", .staff, 401, 400, "code=K01"), ("GET /reports", .staff, 401, 200, ""),
  ("POST /reports", .staff, 401, 400, "month=x"), ("GET /reports/:id", .staff, 401, 404, ""),
  ("GET /activity", .staff, 401, 200, ""), ("GET /reports/:id/:file", .staff, 401, 404, ""),
  ("GET /held", .staff, 401, 200, ""), ("GET /held/:held", .staff, 401, 404, ""),
  ("GET /held/:held/picture", .staff, 401, 404, ""), ("POST /held/:held/owner", .staff, 401, 404, "creator=K01"),
  ("POST /held/:held/columns", .staff, 401, 404, "column0=views"), ("POST /held/:held/done", .staff, 401, 303, ""),
  ("GET /figures", .staff, 401, 200, ""), ("POST /figures", .staff, 401, 400, "creator=K01"),
  ("GET /cards", .staff, 401, 200, ""), ("POST /cards", .staff, 401, 400, "themes=x"),
]

/// One file that is one import.
let sampleImport = "Samples/exports/2026-10/YouTube/Content 2026-10-01_2026-10-31 Ynsap Sozu.zip"

@Suite("Who may open what")
struct RouteTests {
  private func name(_ page: Page) -> String { "\(page.method.rawValue) \(page.path)" }

  private func address(_ path: String) -> String {
    path.replacing(":number", with: "1").replacing(":token", with: Token.make()).replacing(":id", with: "2026-10.ru")
      .replacing(":file", with: "zip").replacing(":held", with: "00000000000000ab")
  }

  @Test("Every page stands in the table with its role")
  func complete() {
    #expect(Set(AllPages.list.map(name)) == Set(table.map(\.route)))
    #expect(AllPages.list.count == table.count)
    for page in AllPages.list { #expect(table.first { $0.route == name(page) }?.role == page.role) }
  }

  @Test("Every route answers each role as the table says", arguments: [Role.anyone, Role.staff])
  func matrix(role: Role) async throws {
    let house = try DeskHouse(ingest: sampleImport)
    try await house.visit { browser in
      for row in table {
        let cookie = role == .staff ? try house.cookie() : nil
        let parts = row.route.split(separator: " ").map(String.init)
        let path = address(parts[1])
        let response =
          parts[0] == "GET"
          ? try await browser.get(path, cookie: cookie) : try await browser.post(path, row.form, cookie: cookie)
        #expect(response.status.code == (role == .staff ? row.staff : row.nobody), "\(row.route) as \(role)")
      }
      await browser.settle()
    }
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
