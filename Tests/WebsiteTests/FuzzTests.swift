import Hummingbird
import HummingbirdTesting
import Records
import Testing
import Workflows

@testable import Website

@Suite("Requests of any kind")
struct FuzzTests {
  private static let pieces = [
    "1", "0", "-1", "9223372036854775808", "x", "%00", "%2e%2e", "..", "'", "\"><b>", "%ff%fe", "2026-10.ru", "2026-13",
    "K01", "a%0d%0ab", "e%CC%81", "😀", String(repeating: "9", count: 400), "true", "[]", "%", "&", "=",
  ]
  private static let fields = [
    "code", "passphrase", "again", "second", "token", "role", "for", "month", "language", "back", "old", "save", "part",
    "name", "languages", "consent_until", "creator",
  ]
  /// What an answer would hold if something of the inside came out.
  private static let inside = ["Fatal", "GRDB", "SQLite", ".swift", "Optional(", "/data/", "Swift."]

  /// A small generator, so that a failure can be repeated.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    mutating func pick<T>(_ all: [T]) -> T { all[roll(all.count)] }
  }

  private func address(_ path: String, _ dice: inout Dice) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.hasPrefix(":") ? dice.pick(Self.pieces) : String(part)
    }
    let query = dice.roll(3) == 0 ? "?\(dice.pick(Self.fields))=\(dice.pick(Self.pieces))" : ""
    return parts.joined(separator: "/") + query
  }

  private func form(_ dice: inout Dice) -> String {
    (0..<dice.roll(6)).map { _ in dice.pick(Self.fields) + "=" + dice.pick(Self.pieces) }.joined(separator: "&")
  }

  @Test(
    "No request ends in an error of the server or tells of its inside",
    arguments: [nil, DeskRole.administrator, .staff, .coder, .creator, .donor])
  func any(role: DeskRole?) async throws {
    let house = try DeskHouse(ingest: sampleImport)
    var dice = Dice(state: UInt64(role.map { $0.rawValue.utf8.count * 7 } ?? 1))
    let user = try role.map { try house.user("asker", $0, for: $0 == .creator ? "K01" : $0 == .donor ? "sample" : "") }
    var requests: [(method: HTTPRequest.Method, path: String, form: String, type: String)] = []
    for _ in 0..<6 {
      for page in AllPages.list + AllRoutes.list.map(\.page) {
        let type = dice.roll(5) == 0 ? dice.pick(Self.pieces) : "application/x-www-form-urlencoded"
        requests.append((page.method, address(page.path, &dice), form(&dice), type))
      }
    }
    let all = requests
    let token = try user.map { try house.token(of: $0) }
    try await house.visit { browser in
      for request in all {
        let cookie = try user.map { try house.cookie(of: $0) }
        var headers: HTTPFields = [.fetchSite: "same-origin", .contentType: request.type]
        if let token { headers[.authorization] = "Bearer \(token)" }
        let response =
          request.method == .get
          ? try await browser.get(request.path, cookie: cookie, headers)
          : try await browser.post(request.path, request.form, cookie: cookie, headers)
        let status = response.status.code
        #expect(status < 500 || status == 503, "\(request.method) \(request.path) \(request.form)")
        for word in Self.inside where status != 200 {
          #expect(!response.text.contains(word), "\(request.method) \(request.path): \(word)")
        }
      }
      await browser.settle()
    }
  }
}
