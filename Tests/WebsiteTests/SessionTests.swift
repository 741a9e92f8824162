import Hummingbird
import HummingbirdTesting
import Testing

@testable import Website

@Suite("Signing in and staying signed in")
struct SessionTests {
  private func token(_ house: DeskHouse) throws -> String {
    String(try #require(try house.desk.makeLink()).split(separator: "/").last ?? "")
  }

  private func cookie(_ response: TestResponse) throws -> String {
    String(try #require(response.headers[.setCookie]).prefix { $0 != ";" })
  }

  @Test("A link signs in once; looking at it uses nothing up")
  func once() async throws {
    let house = try DeskHouse()
    let token = try token(house)
    try await house.visit { browser in
      #expect(try await browser.get("/enter/\(token)").status == .ok)
      let first = try await browser.post("/enter", "token=\(token)")
      #expect(first.status == .seeOther && first.headers[.location] == "/")
      let set = try #require(first.headers[.setCookie])
      for part in ["__Host-minbar=", "; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
        #expect(set.contains(part))
      }
      #expect(!set.contains("Domain"))
      let held = try cookie(first)
      #expect(try await browser.get("/", cookie: held).status == .ok)
      #expect(try await browser.post("/enter", "token=\(token)").status == .unauthorized)
    }
  }

  @Test("A link runs out after a quarter of an hour")
  func linkAge() async throws {
    let house = try DeskHouse()
    let tokens = [try token(house), try token(house)]
    try await house.visit { browser in
      house.clocks.pass(899)
      let inTime = try await browser.post("/enter", "token=\(tokens[0])")
      #expect(inTime.status == .seeOther)
      house.clocks.pass(2)
      #expect(try await browser.post("/enter", "token=\(tokens[1])").status == .unauthorized)
    }
  }

  @Test("A token that a browser brings along is never taken over, and the old session ends")
  func fixation() async throws {
    let house = try DeskHouse()
    let planted = SessionRules.cookie + "=" + Token.make()
    let links = [try token(house), try token(house)]
    try await house.visit { browser in
      #expect(try await browser.get("/", cookie: planted).status == .unauthorized)
      let first = try cookie(try await browser.post("/enter", "token=\(links[0])", cookie: planted))
      #expect(first != planted)
      #expect(try await browser.get("/", cookie: planted).status == .unauthorized)
      let second = try cookie(try await browser.post("/enter", "token=\(links[1])", cookie: first))
      #expect(second != first)
      #expect(try await browser.get("/", cookie: first).status == .unauthorized)
      #expect(try await browser.get("/", cookie: second).status == .ok)
    }
  }

  @Test("Signing out ends the session on the server")
  func leaving() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      let response = try await browser.post("/leave", cookie: cookie)
      #expect(response.status == .seeOther && response.headers[.setCookie]?.contains("Max-Age=0") == true)
      #expect(try await browser.get("/", cookie: cookie).status == .unauthorized)
    }
  }

  @Test("A session ends 30 minutes after the last request, and after 12 hours in any case")
  func ending() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let idle = try house.cookie()
      let busy = try house.cookie()
      house.clocks.pass(1_790)
      #expect(try await browser.get("/healthz", cookie: busy).status == .ok)
      house.clocks.pass(20)
      #expect(try await browser.get("/", cookie: idle).status == .unauthorized)
      while house.clocks.steady < 43_200 {
        #expect(try await browser.get("/enter", cookie: busy).status == .ok)
        let isIn = try await browser.get("/upload", cookie: busy).status == .ok
        #expect(isIn)
        house.clocks.pass(1_500)
      }
      #expect(try await browser.get("/", cookie: busy).status == .unauthorized)
    }
  }

  @Test("After five wrong links within a minute none is looked at; a minute later the owner comes in")
  func throttle() async throws {
    let house = try DeskHouse()
    let right = try token(house)
    try await house.visit { browser in
      for _ in 0..<LinkThrottle.allowed {
        #expect(try await browser.post("/enter", "token=\(Token.make())").status == .unauthorized)
      }
      let refused = try await browser.post("/enter", "token=\(right)")
      #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "60")
      house.clocks.pass(60)
      #expect(try await browser.post("/enter", "token=\(right)").status == .seeOther)
    }
  }

  @Test(
    "Tokens of the wrong shape are nobody's",
    arguments: ["", "x", "../../etc/passwd", String(repeating: "A", count: 64)])
  func shape(token: String) async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      #expect(try await browser.get("/", cookie: "\(SessionRules.cookie)=\(token)").status == .unauthorized)
      let response = try await browser.post("/enter", "token=\(token)")
      #expect(response.status == .unauthorized)
    }
  }
}
