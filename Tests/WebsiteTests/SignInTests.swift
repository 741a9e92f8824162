import Dispatch
import Hummingbird
import HummingbirdTesting
import Records
import Testing
import Workflows

@testable import Website

@Suite("Signing in by code name, passphrase and code of the moment")
struct SignInTests {
  @Test("The right three let somebody in, under a token of the server's own")
  func right() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .staff)
    try await house.visit { browser in
      let planted = SessionRules.cookie + "=" + Token.make()
      let response = try await browser.signIn("k7", second: try house.timeCode(of: user), cookie: planted)
      #expect(response.status == .seeOther && response.headers[.location] == "/")
      let cookie = try #require(response.cookie)
      #expect(cookie != planted)
      #expect(response.headers[.setCookie]?.contains("; Secure; HttpOnly; SameSite=Strict") == true)
      #expect(try await browser.get("/", cookie: planted).status == .unauthorized)
      #expect(try await browser.get("/", cookie: cookie).status == .ok)
      #expect(try house.desk.book.audit(limit: 1).first?.who == "K7")
    }
  }

  @Test("Whatever is wrong, the answer is the same, and so is the work")
  func sameAnswer() async throws {
    let counter = HashCounter()
    let house = try DeskHouse(hashing: counter.hashing())
    let user = try await house.enrolled("K7", .staff)
    _ = try house.user("fresh", .staff)
    _ = try await house.enrolled("Y1", .creator, for: "K01")
    let code = try house.timeCode(of: user)
    let tries = [
      ("nobody", goodPassphrase, code), ("K7", "something else entirely", code), ("K7", goodPassphrase, "000000"),
      ("K7", "something else entirely", "000000"), ("fresh", goodPassphrase, code), ("K7", goodPassphrase, ""),
      ("Y1", "something else entirely", ""), ("", "", ""), ("K7' OR 1=1", goodPassphrase, code),
      ("nobody", String(repeating: "a", count: 5_000), ""),
    ]
    try await house.visit { browser in
      var texts: Set<String> = []
      for (index, (name, passphrase, second)) in tries.enumerated() {
        house.clocks.pass(61)
        let before = counter.calls
        let response = try await browser.signIn(name, passphrase, second: second, source: "10.0.0.\(index)")
        #expect(response.status == .unauthorized && response.headers[.setCookie] == nil, "\(name)")
        #expect(counter.calls == before + 1, "\(name)")
        texts.insert(response.text)
      }
      #expect(texts.count == 1)
    }
    #expect(Set(counter.sizes.map { $0[1] }) == [PassphraseHasher.saltBytes])
  }

  @Test("A code works once, even within its half minute; the next one works again")
  func reuse() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("K7", .administrator)
    try await house.visit { browser in
      let code = try house.timeCode(of: user)
      #expect(try await browser.signIn("K7", second: code).status == .seeOther)
      #expect(try await browser.signIn("K7", second: code).status == .unauthorized)
      house.clocks.pass(60)
      #expect(try await browser.signIn("K7", second: try house.timeCode(of: user)).status == .seeOther)
      // A step back within the drift was used up by the later one.
      house.clocks.pass(120)
      #expect(try await browser.signIn("K7", second: try house.timeCode(of: user, steps: 1)).status == .seeOther)
      #expect(try await browser.signIn("K7", second: try house.timeCode(of: user)).status == .unauthorized)
    }
  }

  @Test("A recovery code stands in once for the phone, never for the passphrase")
  func recovery() async throws {
    let house = try DeskHouse()
    _ = try await house.enrolled("K7", .staff)
    let code = "aaaa-bbbb-cccc-dddd"
    try await house.visit { browser in
      let wrong = try await browser.signIn("K7", "not the passphrase", second: code)
      #expect(wrong.status == .unauthorized)
      house.clocks.pass(60)
      #expect(try await browser.signIn("K7", second: code).status == .seeOther)
      #expect(try await browser.signIn("K7", second: code).status == .unauthorized)
      #expect(try house.desk.book.audit(limit: 9).contains { $0.event == "recovery.used" && $0.who == "K7" })
    }
  }

  @Test("Creators need no code; a link lets them in, and a passphrase if they want one")
  func creators() async throws {
    let house = try DeskHouse()
    let user = try await house.enrolled("Y1", .creator, for: "K01")
    try await house.visit { browser in
      #expect(try await browser.signIn("Y1").status == .seeOther)
      let ready = try house.desk.book.readyForLink(user, by: "tester", at: house.desk.clock.now())
      let links = [user, ready].map { account in
        try? DeskLink.make(
          house.desk.links, for: account, settings: house.desk.settings, at: house.desk.clock.now())
      }
      let tokens = links.map { String($0?.split(separator: "/").last ?? "") }
      #expect(try await browser.post("/enter", "token=\(tokens[0])").status == .unauthorized)
      house.clocks.pass(SignInLinks.accountLifetime)
      #expect(try await browser.post("/enter", "token=\(tokens[1])").status == .seeOther)
      #expect(try await browser.post("/enter", "token=\(tokens[1])").status == .unauthorized)
    }
  }

  @Test("After failures tries are refused unseen; a minute later the owner comes in")
  func bruteForce() async throws {
    let counter = HashCounter()
    let house = try DeskHouse(publicOrigin: "https://localhost", hashing: counter.hashing())
    let user = try await house.enrolled("K7", .staff)
    let before = counter.calls
    try await house.visit { browser in
      var refused = 0
      for number in 0..<60 {
        let status = try await browser.signIn("K7", "guess number \(number) wrong", source: "10.0.0.\(number)").status
        if status == .tooManyRequests { refused += 1 }
        house.clocks.pass(1)
      }
      #expect(counter.calls - before == 5 && refused == 55)
      house.clocks.pass(60)
      let owner = try await browser.signIn("K7", second: try house.timeCode(of: user), source: "10.9.9.9")
      #expect(owner.status == .seeOther)
    }
  }

  @Test("Two passphrases are hashed at a time; a queue waits, and the rest of a flood is sent away")
  func flood() async throws {
    let counter = HashCounter()
    let gate = DispatchSemaphore(value: 0)
    let hasher = PassphraseHasher(counter.hashing { gate.wait() })
    let places = PassphraseHasher.slots + PassphraseHasher.longestQueue
    let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<100 { group.addTask { try await hasher.hash([1], salt: [2]) != nil } }
      var sentAway = 0
      // All that have no place are answered while the others still wait.
      while sentAway < 100 - places, let isIn = try await group.next() { if !isIn { sentAway += 1 } }
      for _ in 0..<places { gate.signal() }
      var hashed = 0
      while let isIn = try await group.next() { if isIn { hashed += 1 } }
      return [sentAway, hashed]
    }
    #expect(answers == [100 - places, places])
    #expect(counter.most == PassphraseHasher.slots && counter.calls == places)
    gate.signal()
    #expect(try await hasher.hash([1], salt: [2]) != nil)
  }
}
