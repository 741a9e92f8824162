import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Workflows

@testable import Website

@Suite("Connections", .timeLimit(.minutes(3)))
struct ConnectionTests {
  /// Short times; idle lines stay, so that only the rule that is asked about can close one.
  private var limits: ConnectionLimits {
    var limits = ConnectionLimits()
    limits.idle = .hours(1)
    limits.body = .milliseconds(400)
    limits.window = .milliseconds(400)
    limits.windowBytes = 1_000
    limits.linger = .milliseconds(200)
    return limits
  }

  private func visit(
    _ limits: ConnectionLimits, _ body: @escaping @Sendable (DeskHouse, Int) async throws -> Void
  ) async throws {
    let house = try DeskHouse(creators: false, connections: limits)
    try await DeskServer.application(house.desk).test(.live) { client in
      try await body(house, try #require(client.port))
    }
  }

  private static let form = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n"

  @Test(
    "A body that drips is cut off, whatever was asked and answered",
    arguments: [
      "GET /healthz", "GET /nowhere", "POST /sign-in", "POST /upload", "POST /language", "GET /sign-in", "PUT /healthz",
    ])
  func drip(line: String) async throws {
    try await visit(limits) { _, port in
      for length in ["Content-Length: 100000\r\n", "Transfer-Encoding: chunked\r\n"] {
        let sender = try RawLine(port: port)
        sender.say("\(line) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(Self.form)\(length)\r\n")
        try await sender.drip(length.hasPrefix("T") ? "1\r\na\r\n" : "a")
      }
    }
  }

  @Test("A body from another site is answered, then cut off")
  func answered() async throws {
    // The page answers however busy the machine is, and what it said can be heard before the cut.
    var limits = limits
    limits.body = .hours(1)
    limits.linger = .seconds(2)
    try await visit(limits) { _, port in
      let sender = try RawLine(port: port)
      sender.say("POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\na")
      try await sender.drip("a")
      #expect(sender.text.hasPrefix("HTTP/1.1 403 "))
    }
  }

  @Test("An upload of staff below the least rate is cut off and leaves nothing")
  func slowUpload() async throws {
    try await visit(limits) { house, port in
      let sender = try RawLine(port: port)
      sender.say(Self.uploadHead(try house.cookie(), length: 1_000_000))
      try await sender.drip("a")
      while !house.spool.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      #expect(try house.desk.book.jobs(limit: 1).isEmpty)
    }
  }

  @Test("A steady upload may take longer than any form")
  func steadyUpload() async throws {
    var limits = limits
    // Long enough for the page to begin reading on a busy machine; the upload outlasts it.
    limits.body = .seconds(8)
    limits.window = .seconds(60)
    limits.windowBytes = 1
    try await visit(limits) { house, port in
      let sender = try RawLine(port: port)
      let body = String(
        decoding: UploadPart.body([UploadPart(file: "notes.txt", Array("nothing".utf8))], boundary: "e"),
        as: UTF8.self)
      sender.say(Self.uploadHead(try house.cookie(), length: body.utf8.count))
      sender.say(String(body.prefix(100)))
      try await Task.sleep(for: .seconds(9))
      sender.say(String(body.dropFirst(100)))
      try await sender.hear("\r\n\r\n")
      #expect(sender.text.hasPrefix("HTTP/1.1 303 "))
    }
  }

  private static func uploadHead(_ cookie: String, length: Int) -> String {
    "POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nCookie: \(cookie)\r\n"
      + "Content-Type: multipart/form-data; boundary=e\r\nContent-Length: \(length)\r\n\r\n"
  }

  @Test("Slow senders who take all places do not keep others out")
  func crowd() async throws {
    var limits = limits
    limits.body = .hours(1)
    limits.linger = .hours(1)
    limits.most = 20
    try await visit(limits) { _, port in
      let crowd = try (0..<60).map { _ in try RawLine(port: port) }
      for sender in crowd { sender.say("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\na") }
      let visitor = try RawLine(port: port)
      visitor.say("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
      try await visitor.hear("ok\n")
      #expect(visitor.text.hasPrefix("HTTP/1.1 200 "))
      // Who came first waits longest, and made room.
      try await crowd[0].drip("a")
    }
  }

  @Test(
    "What is no HTTP gets the headers of every page",
    arguments: [
      "BREW / HTTP/1.1\r\n\r\n", "garbage\r\n\r\n",
      "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n",
      "GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
      "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    ])
  func headers(request: String) async throws {
    try await visit(limits) { _, port in
      let sender = try RawLine(port: port)
      sender.say(request)
      try await sender.hear("\r\n\r\n")
      #expect(sender.text.hasPrefix("HTTP/1.1 400 "))
      let text = sender.text.lowercased()
      for header in [
        "content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
        "referrer-policy: no-referrer", "cache-control: no-store", "x-frame-options: deny",
      ] { #expect(text.contains("\r\n" + header)) }
    }
  }
}
