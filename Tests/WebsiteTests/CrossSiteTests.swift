import Hummingbird
import HummingbirdTesting
import Testing

@testable import Website

@Suite("Requests that other sites make browsers send")
struct CrossSiteTests {
  private static let foreign: [HTTPFields] = [
    [.fetchSite: "cross-site"], [.fetchSite: "same-site"], [.fetchSite: "none"], [.fetchSite: ""], [:],
    [.origin: "null"], [.origin: "http://evil.example"], [.origin: "http://localhost.evil.example"],
    [.origin: "https://localhost"], [.origin: "http://localhost:8080"],
    [.fetchSite: "cross-site", .origin: "http://localhost"],
  ]

  @Test("No form of another site is taken, signed in or not", arguments: foreign.indices)
  func refused(index: Int) async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      for page in AllPages.list where page.method == .post {
        for cookie in [nil, cookie] {
          let path = page.path.replacing(":number", with: "1")
          let response = try await browser.post(path, "token=x", cookie: cookie, Self.foreign[index])
          #expect(response.status == .forbidden, "\(path) \(Self.foreign[index])")
        }
      }
      #expect(try await browser.get("/", cookie: cookie).status == .ok)
    }
  }

  private static let own: [HTTPFields] = [[.fetchSite: "same-origin"], [.origin: "http://localhost"]]

  @Test("Forms of the desk's own pages are taken", arguments: own.indices)
  func taken(index: Int) async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let response = try await browser.post("/language", "language=ky", cookie: try house.cookie(), Self.own[index])
      #expect(response.status == .seeOther)
    }
  }

  @Test("A name that leads here but is not the desk's gets nothing (DNS rebinding)")
  func rebinding() async throws {
    let house = try DeskHouse(port: 8_090)
    try await house.visit { browser in
      let cookie = try house.cookie()
      #expect(try await browser.get("/", cookie: cookie).status.code == 421)
      #expect(try await browser.get("/enter").status.code == 421)
    }
  }

  @Test(
    "The language switch leads to pages of the desk alone",
    arguments: [
      ("/imports", "/imports"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/"), ("", "/"),
      ("/a%0d%0aSet-Cookie:x", "/"), ("/../x", "/"),
    ])
  func redirect(back: String, place: String) async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let response = try await browser.post("/language", "language=ru&back=\(back)", cookie: try house.cookie())
      #expect(response.headers[.location] == place && response.headers[.setCookie] == nil)
    }
  }

  @Test(
    "Plain HTTP is served to this machine alone", arguments: ["0.0.0.0", "192.168.1.5", "::", "", "127.0.0.1.nip.io"])
  func loopback(address: String) {
    #expect(throws: DeskError.self) { try DeskSettings(address: address, executable: "/bin/true") }
    #expect(throws: DeskError.self) {
      try DeskSettings(address: address, publicOrigin: "https://desk.example.org", executable: "/bin/true")
    }
    #expect(throws: DeskError.self) { try DeskSettings(address: address, isBehindProxy: true, executable: "/bin/true") }
  }

  @Test("Another address may be listened at where a proxy with TLS is named")
  func behindProxy() throws {
    let settings = try DeskSettings(
      address: "0.0.0.0", publicOrigin: "https://desk.example.org", isBehindProxy: true, executable: "/bin/true")
    #expect(settings.hosts == ["desk.example.org"] && settings.origins == ["https://desk.example.org"])
  }

  @Test(
    "The address of a proxy must be https without a path",
    arguments: [
      "http://desk.example.org", "https://", "https://a/b", "desk.example.org", "https://a b",
    ])
  func origin(text: String) {
    #expect(throws: DeskError.self) { try DeskSettings(publicOrigin: text, executable: "/bin/true") }
  }
}
