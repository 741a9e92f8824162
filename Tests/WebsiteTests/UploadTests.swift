import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import TestSupport
import Testing
import Workflows

@testable import Website

@Suite("Handing files in")
struct UploadTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: ProjectFolder.path + path)))
  }

  @Test("A file is taken in by a process of its own, its copy is gone, and the import can be taken out again")
  func roundTrip() async throws {
    let house = try DeskHouse()
    let file = try bytes(sampleImport)
    let parts = [
      UploadPart(field: "creator", ""), UploadPart(file: "2026-10/Content 2026-10-01_2026-10-31 Ynsap Sozu.zip", file),
      UploadPart(file: "2026-10/notes.txt", "nothing".utf8), UploadPart(file: "", []),
    ]
    try await house.visit { browser in
      let cookie = try house.cookie()
      let sent = try await browser.upload(parts, cookie: cookie)
      #expect(sent.status == .seeOther && sent.headers[.location] == "/jobs/1")
      let waiting = try await browser.get("/jobs/1", cookie: cookie)
      #expect(waiting.status == .ok)
      await browser.settle()
      let receipt = try await browser.get("/jobs/1", cookie: cookie)
      #expect(receipt.text.contains("1 file taken in") && receipt.text.contains("1 not taken"))
      #expect(receipt.text.contains("2026-10/notes.txt") && !receipt.text.contains("http-equiv"))
      #expect(house.spool.isEmpty)
      #expect(try await browser.get("/imports/1", cookie: cookie).text.contains("Ynsap Sozu.zip"))
      #expect(try await browser.get("/imports", cookie: cookie).text.contains("/imports/1"))
      #expect(try await browser.post("/imports/1/undo", cookie: cookie).status == .seeOther)
      await browser.settle()
      #expect(try await browser.get("/imports/1", cookie: cookie).status == .notFound)
    }
  }

  @Test("Over the limits nothing is kept", arguments: ["bytes", "file", "files"])
  func limits(which: String) async throws {
    var limits = UploadLimits()
    switch which {
    case "bytes": limits.bytes = 90_000
    case "file": limits.fileBytes = 40_000
    default: limits.files = 1
    }
    let house = try DeskHouse(limits: limits)
    let parts = [
      UploadPart(file: "a", [UInt8](repeating: 1, count: 50_000)),
      UploadPart(file: "b", [UInt8](repeating: 2, count: 50_000)),
    ]
    try await house.visit { browser in
      let cookie = try house.cookie()
      #expect(try await browser.upload(parts, cookie: cookie).status == .contentTooLarge)
      #expect(house.spool.allSatisfy { $0.isEmpty })
      #expect(try house.desk.book.jobs(limit: 1).isEmpty)
    }
  }

  @Test("An upload that breaks off leaves nothing", arguments: [0, 1, 60, 140, 4_000, 50_100])
  func cut(length: Int) async throws {
    let house = try DeskHouse()
    let body = UploadPart.body(
      [UploadPart(file: "a", [UInt8](repeating: 65, count: 50_000)), UploadPart(file: "b", [1])], boundary: "e",
      isCut: true)
    try await house.visit { browser in
      let headers: HTTPFields = [
        .fetchSite: "same-origin", .contentType: "multipart/form-data; boundary=e", .cookie: try house.cookie(),
      ]
      let response = try await browser.client.execute(
        uri: "/upload", method: .post, headers: headers, body: ByteBuffer(bytes: body.prefix(length))
      ) { $0 }
      #expect(response.status == .badRequest)
      #expect(house.spool.isEmpty)
    }
  }

  @Test("A sender of single bytes is cut off", .timeLimit(.minutes(1)))
  func slow() async throws {
    let house = try DeskHouse()
    let clocks = house.clocks
    let reader = UploadReader(
      limits: UploadLimits(), clock: house.desk.clock, folder: house.workspace.places.desk,
      share: SpoolShare(house.desk.ledger, of: "tester"))
    let drip = AsyncStream<ByteBuffer> { continuation in
      for byte in UploadPart.body([UploadPart(file: "a", [UInt8](repeating: 65, count: 500))], boundary: "b") {
        continuation.yield(ByteBuffer(bytes: [byte]))
      }
      continuation.finish()
    }.map { buffer in
      clocks.pass(1)
      return buffer
    }
    let request = Request(
      head: HTTPRequest(
        method: .post, scheme: nil, authority: nil, path: "/upload",
        headerFields: [.contentType: "multipart/form-data; boundary=b"]),
      body: RequestBody(asyncSequence: drip))
    await #expect { _ = try await reader.read(request) } throws: { ($0 as? HTTPError)?.status == .requestTimeout }
    #expect(clocks.steady < 70 && house.spool.isEmpty)
  }

  @Test("Names of files come out as text, marks and all")
  func hostileNames() async throws {
    let house = try DeskHouse()
    let marks = ["", "\u{301}", "\u{FE0F}", "\u{200D}", "\u{20DD}", "\u{338}"]
    let hostile = marks.map { UploadPart(file: "%22\($0)><script\($0)>alert(1)<\($0)%22", "x".utf8) }
    let benign = marks.indices.map { UploadPart(file: "name \($0)", "x".utf8) }
    try await house.visit { browser in
      let cookie = try house.cookie()
      var skeletons: [[Substring]] = []
      for (number, parts) in [hostile, benign].enumerated() {
        #expect(try await browser.upload(parts, cookie: cookie).status == .seeOther)
        await browser.settle()
        let page = try await browser.get("/jobs/\(number + 1)", cookie: cookie).text
        #expect(!page.contains("<script"))
        skeletons.append(
          page.unicodeScalars.split(separator: "<").map { Substring($0.prefix { $0 != ">" && $0 != " " }) })
      }
      #expect(skeletons[0] == skeletons[1] && skeletons[0].count > 50)
    }
  }

  @Test("A creator is saved by name without the name being shown anywhere; faults are told")
  func creator() async throws {
    let house = try DeskHouse(creators: false)
    let form =
      "code=Z9&name=%D0%98%D0%BC%D1%8F+%22%D0%9E%D0%B1%D1%80%D0%B0%D0%B7%D0%B5%D1%86%22%2C+x&languages=ky&languages=ru&country=KG"
      + "&youtube_name=Sample&consent_what=figures&consent_what=themes&consent_with=readers&consent_until=2027-12-31"
    try await house.visit { browser in
      let cookie = try house.cookie()
      let wrong = try await browser.post("/creators", "code=a+b&consent_until=x", cookie: cookie)
      #expect(wrong.status == .badRequest && wrong.text.components(separatedBy: "<li>").count == 7 + 1)
      #expect(try await browser.post("/creators", form, cookie: cookie).status == .seeOther)
      await browser.settle()
      #expect(try house.desk.book.job(1)?.state == .done)
      let page = try await browser.get("/creators", cookie: cookie).text
      #expect(page.contains("Z9") && page.contains("31 December 2027") && !page.contains("Образец"))
      #expect(try house.workspace.creators(withNames: true).first?.name == "Имя \"Образец\", x")
      #expect(house.spool.isEmpty)
    }
  }
}
