import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Testing
import Workflows

@testable import Website

/// Every route of the interface for programs, with who may read it and what somebody gets who may.
private let table: [(route: String, audience: Audience, admitted: Int)] = [
  ("/api/v1/openapi.json", .signedIn, 200), ("/api/v1/account", .signedIn, 200), ("/api/v1/overview", .staff, 200),
  ("/api/v1/months", .staff, 200), ("/api/v1/months/:month/figures", .staff, 200),
  ("/api/v1/months/:month/missing", .staff, 200), ("/api/v1/creators", .staff, 200), ("/api/v1/imports", .staff, 200),
  ("/api/v1/imports/:number", .staff, 200), ("/api/v1/held", .staff, 200), ("/api/v1/reports", .staff, 200),
  ("/api/v1/jobs", .staff, 200), ("/api/v1/jobs/:number", .staff, 404),
  ("/api/v1/me/months/:month/figures", .creators, 200), ("/api/v1/me/months/:month/talks", .creators, 200),
  ("/api/v1/me/shared", .creators, 200), ("/api/v1/me/packages", .donors, 200),
  ("/api/v1/me/packages/:id", .donors, 404),
]

extension DeskHouse {
  /// A token of an account.
  func token(of user: DeskUser, days: Int = 30) throws -> String {
    let token = AccessToken.make()
    _ = try desk.book.addToken(token, of: user, days: days, by: "tester", at: Instant(seconds: clocks.now))
    return token
  }

  func asker(_ role: DeskRole) throws -> DeskUser {
    try user("asker", role, for: role == .creator ? "K01" : role == .donor ? "sample" : "")
  }
}

extension Browser {
  func read(_ path: String, _ token: String?) async throws -> TestResponse {
    try await get(path, token.map { [.authorization: "Bearer \($0)"] } ?? [:])
  }

  private func get(_ path: String, _ headers: HTTPFields) async throws -> TestResponse {
    try await get(path, cookie: nil, headers)
  }
}

@Suite("What programs may read")
struct APITests {
  private func address(_ path: String) -> String {
    path.replacing(":number", with: "1").replacing(":month", with: "2026-10").replacing(":id", with: "x-2026-Q3")
  }

  @Test("Every route stands in the table, in the router and in the document, and nothing else does")
  func complete() throws {
    #expect(Set(AllRoutes.list.map(\.path)) == Set(table.map(\.route)) && AllRoutes.list.count == table.count)
    for route in AllRoutes.list { #expect(table.first { $0.route == route.path }?.audience == route.audience) }
    guard case .object(let document) = OpenAPIDocument.document, case .object(let paths)? = document["paths"] else {
      Issue.record("the document has no paths")
      return
    }
    #expect(Set(paths.keys) == Set(AllRoutes.list.map(\.template)))
    #expect(AllRoutes.list.allSatisfy { $0.page.method == .get && $0.page.path == $0.path })
    #expect(!paths.keys.contains { $0.contains(":") })
  }

  @Test(
    "Every route answers each role as the table says; to others like a route that is not there",
    arguments: [nil] + DeskRole.allCases)
  func matrix(role: DeskRole?) async throws {
    let house = try DeskHouse(ingest: sampleImport)
    let token = try role.map { try house.token(of: house.asker($0)) }
    try await house.visit { browser in
      let missing = try await browser.read("/api/v1/nothing", token)
      #expect(missing.status == .notFound)
      for row in table {
        let answer = try await browser.read(address(row.route), token)
        let isIn = row.audience.admits(role)
        #expect(
          answer.status.code == (isIn ? row.admitted : role == nil ? 401 : 404),
          "\(row.route) as \(String(describing: role))")
        if role != nil, !isIn {
          #expect(answer.text == missing.text && answer.headers == missing.headers, "\(row.route)")
        }
        let isProblem = answer.status.code >= 400
        #expect(answer.headers[.contentType] == (isProblem ? "application/problem+json" : "application/json"))
        #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect((answer.headers[.wwwAuthenticate] != nil) == (answer.status == .unauthorized))
      }
    }
  }

  @Test("A cookie opens no route for programs, a token opens no page, and nothing is written by either")
  func apart() async throws {
    let house = try DeskHouse()
    let user = try house.asker(.administrator)
    let token = try house.token(of: user)
    let cookie = try house.cookie(of: user)
    try await house.visit { browser in
      #expect(try await browser.get("/api/v1/overview", cookie: cookie).status == .unauthorized)
      #expect(try await browser.get("/", cookie: nil, [.authorization: "Bearer \(token)"]).status == .unauthorized)
      let form = try await browser.post(
        "/creators", "code=X", [.fetchSite: "same-origin", .authorization: "Bearer \(token)"])
      #expect(form.status == .unauthorized)
      let write = try await browser.post(
        "/api/v1/creators", "code=X", [.fetchSite: "same-origin", .authorization: "Bearer \(token)"])
      #expect(write.status == .notFound || write.status == .methodNotAllowed)
      #expect(write.headers[.contentType] == "application/problem+json")
    }
  }

  @Test("Figures are those of the pages: the same value, rounding and reasons for silence")
  func figures() async throws {
    let house = try DeskHouse(ingest: "Samples/exports/2026-10")
    let token = try house.token(of: house.asker(.staff))
    try await house.visit { browser in
      let month = try #require(Month("2026-10"))
      let book = try house.desk.archive.book(through: month, now: Instant(seconds: house.clocks.now))
      let ids = ["people_reached/all/2026-10", "views/youtube/2026-10", "views/instagram/2026-10"]
      let answer = try await browser.read("/api/v1/months/2026-10/figures", token)
      let parsed = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
      let figures = try #require(parsed["figures"] as? [[String: Any]])
      for id in ids {
        let own = try #require(figures.first { $0["id"] as? String == id }, "\(id)")
        let figure = try #require(FigureNameReader.figure(id, book))
        #expect(own["value"] as? Double == figure.value && own["known"] as? Int == figure.known, "\(id)")
      }
      // What is not known is null, and never 0; that no talk has a text is known.
      let unknown = figures.filter { figure in
        figure["known"] as? Int == 0 && (figure["id"] as? String)?.hasPrefix("transcript_coverage/") == false
      }
      #expect(!unknown.isEmpty && unknown.allSatisfy { $0["value"] is NSNull })
      #expect(!figures.contains { ($0["id"] as? String)?.contains("K01") == true })
      let one = try await browser.read("/api/v1/months/2026-10/figures?creator=K01", token)
      #expect(one.text.contains("views/K01.youtube/2026-10") && !one.text.contains("K02"))
      #expect(try await browser.read("/api/v1/months/2026-10/figures?creator=Z99", token).status == .notFound)
      #expect(try await browser.read("/api/v1/months/2027-10/figures", token).status == .notFound)
    }
  }

  @Test("A creator reads the own figures and talks and nobody else's")
  func own() async throws {
    let house = try DeskHouse(ingest: "Samples/exports/2026-10")
    let token = try house.token(of: house.asker(.creator))
    try await house.visit { browser in
      let text = try await browser.read("/api/v1/me/months/2026-10/figures", token).text
      #expect(text.contains("views/K01.youtube/2026-10"))
      for other in ["K02", "R01", "L01", "C03", "reached/all/", "views/youtube/"] {
        #expect(!text.contains(other), "\(other)")
      }
      #expect(try await browser.read("/api/v1/me/months/2026-10/talks", token).text.contains("\"number\""))
    }
  }
}
