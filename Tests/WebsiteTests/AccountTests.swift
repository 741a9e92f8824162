import Hummingbird
import HummingbirdTesting
import Records
import Testing
import Workflows

@testable import Website

@Suite("Accounts: enrolling, changing, ending")
struct AccountTests {
  private func link(_ text: String) throws -> String {
    let parts = text.split(separator: "/enter/")
    return String(try #require(parts.last).prefix(64))
  }

  @Test("A new member of the team chooses a passphrase, takes a secret and comes in")
  func enrol() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let owner = try house.cookie()
      let added = try await browser.post("/users", "code=K7&role=administrator", cookie: owner)
      #expect(added.status == .ok)
      let entered = try await browser.post("/enter", "token=\(try link(added.text))")
      #expect(entered.status == .seeOther && entered.headers[.location] == "/enrol")
      let pending = try #require(entered.cookie)
      #expect(try await browser.get("/", cookie: pending).headers[.location] == "/enrol")
      #expect(try await browser.get("/users", cookie: pending).status == .notFound)

      let page = try await browser.get("/enrol", cookie: pending).text
      let user = try #require(try house.desk.book.user(code: "K7"))
      let codes = try #require(try house.desk.timeCode(for: user))
      #expect(page.contains(Base32.grouped(codes.secret)) && page.contains("otpauth://totp/Desk:K7?secret="))
      #expect(page.contains("<svg") && page.contains("class=\"qr\""))

      let good = "passphrase=besh+alma+jana+toguz&again=besh+alma+jana+toguz"
      let code = codes.code(step: TimeCode.step(at: house.clocks.now))
      for wrong in ["passphrase=short&again=short&second=\(code)", good + "x&second=\(code)", good + "&second=000000"] {
        let answer = try await browser.post("/enrol", wrong, cookie: pending)
        #expect(answer.status == .badRequest && answer.text.contains("class=\"faults\""))
      }
      let saved = try await browser.post("/enrol", good + "&second=\(code)", cookie: pending)
      #expect(saved.status == .ok)
      let cookie = try #require(saved.cookie)
      #expect(cookie != pending)
      #expect(try await browser.get("/enrol", cookie: pending).status == .unauthorized)
      #expect(try await browser.get("/users", cookie: cookie).status == .ok)
      #expect(try house.desk.book.recoveryCodes(of: user) == 8)
      // The code was used up by enrolling.
      #expect(try await browser.signIn("K7", "besh alma jana toguz", second: code).status == .unauthorized)
    }
  }

  @Test("On a desk that others reach, the machine's own link works only until an administrator has a passphrase")
  func ownLink() async throws {
    let house = try DeskHouse(publicOrigin: "https://localhost")
    let early = try link(try #require(try house.desk.makeLink()))
    let late = try link(try #require(try house.desk.makeLink()))
    try await house.visit { browser in
      #expect(try await browser.post("/enter", "token=\(early)").status == .seeOther)
      _ = try await house.enrolled("K7", .administrator)
      #expect(try house.desk.makeLink() == nil)
      #expect(try await browser.post("/enter", "token=\(late)").status == .unauthorized)
    }
    let local = try DeskHouse()
    _ = try await local.enrolled("K7", .administrator)
    #expect(try local.desk.makeLink() != nil)
  }

  @Test("Sessions end when rights change, when secrets are reset and when the account goes")
  func ended() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let owner = try house.cookie()
      for action in ["role", "reset", "remove"] {
        let user = try await house.enrolled("K-\(action)", .staff)
        let cookies = [try house.cookie(of: user), try house.cookie(of: user)]
        for cookie in cookies { #expect(try await browser.get("/", cookie: cookie).status == .ok) }
        let answer = try await browser.post("/users/\(user.id)/\(action)", "role=coder", cookie: owner)
        #expect(answer.status == .seeOther || answer.status == .ok)
        for cookie in cookies { #expect(try await browser.get("/", cookie: cookie).status == .unauthorized) }
        // A sign-in that began before the change comes to nothing.
        let isIn = try house.desk.book.begin(token: Token.make(), user: user, language: "en", at: house.clocks.steady)
        #expect(!isIn)
        let tried = try await browser.signIn(user.code, second: DeskHouse.recovery[0])
        #expect((tried.status == .seeOther) == (action == "role"))
      }
    }
  }

  @Test("A changed passphrase ends every session but the new one; the present one has to be known")
  func passphrase() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .staff)
    try await house.visit { browser in
      let cookies = [try house.cookie(of: user), try house.cookie(of: user)]
      let new = "&passphrase=toguz+kitep+bir+alma&again=toguz+kitep+bir+alma"
      let wrong = try await browser.post("/account/passphrase", "old=wrong" + new, cookie: cookies[0])
      #expect(wrong.status == .badRequest && wrong.cookie == nil)
      house.clocks.pass(2)
      let old = goodPassphrase.replacing(" ", with: "+")
      let changed = try await browser.post("/account/passphrase", "old=\(old)" + new, cookie: cookies[0])
      let cookie = try #require(changed.cookie)
      for cookie in cookies { #expect(try await browser.get("/", cookie: cookie).status == .unauthorized) }
      #expect(try await browser.get("/", cookie: cookie).status == .ok)
      let code = try house.timeCode(of: user)
      #expect(try await browser.signIn("K7", second: code).status == .unauthorized)
      house.clocks.pass(60)
      let again = try await browser.signIn("K7", "toguz kitep bir alma", second: try house.timeCode(of: user))
      #expect(again.status == .seeOther)
    }
  }

  @Test("Only one's own sessions are listed and ended")
  func sessions() async throws {
    let house = try DeskHouse()
    let (one, other) = (try house.user("one", .staff), try house.user("other", .staff))
    try await house.visit { browser in
      let (mine, elsewhere, foreign) = (
        try house.cookie(of: one), try house.cookie(of: one), try house.cookie(of: other)
      )
      let page = try await browser.get("/account", cookie: mine).text
      #expect(page.contains("/account/sessions/2/end") && !page.contains("/account/sessions/3/end"))
      let missing = try await browser.post("/account/sessions/99/end", cookie: mine)
      let others = try await browser.post("/account/sessions/3/end", cookie: mine)
      #expect(others.status == .notFound && others.text == missing.text && others.headers == missing.headers)
      #expect(try await browser.get("/", cookie: foreign).status == .ok)
      #expect(try await browser.post("/account/sessions/2/end", cookie: mine).status == .seeOther)
      #expect(try await browser.get("/", cookie: elsewhere).status == .unauthorized)
      #expect(try await browser.get("/", cookie: mine).status == .ok)
    }
  }

  @Test("Accounts are bound to codes that exist, and nobody changes their own rights")
  func bound() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .administrator)
    try await house.visit { browser in
      let cookie = try house.cookie(of: user)
      for form in [
        "code=Y1&role=creator", "code=Y1&role=creator&for=K99", "code=Y1&role=staff&for=K01",
        "code=Y1&role=reader&for=none",
        "code=k7&role=staff", "code=a+b&role=staff", "code=Y1&role=root",
      ] { #expect(try await browser.post("/users", form, cookie: cookie).status == .badRequest, "\(form)") }
      #expect(try await browser.post("/users", "code=Y1&role=creator&for=K01", cookie: cookie).status == .ok)
      for action in ["role", "reset", "remove"] {
        let answer = try await browser.post("/users/\(user.id)/\(action)", "role=staff", cookie: cookie)
        #expect(answer.status == .forbidden)
      }
    }
  }
}
