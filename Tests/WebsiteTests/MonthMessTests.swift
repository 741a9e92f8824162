import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import TestSupport
import Testing
import Workflows

@testable import Website

/// Last month's mess, handed in through the page as a new member of staff would, and everything that is decided after it.
@Suite("A month on the desk")
struct MonthMessTests {
  private static let header =
    "Мазмун,Видеонун аталышы,Видео жарыяланган убакыт,Узактыгы,Көрүүлөр,Көрүү убактысы (саат)\n"
  private static let rows = """
    Жалпы,,,,1520,88.3409
    AAAAAAAAAAA,Бирөөнүн аты,"Oct 16, 2026",1831,1200,80.1
    -xAAAAAAAAA,Сабак 2,"Oct 9, 2026",59,320,8.2409

    """
  private static let unknown = "Мазмун 2026-10-01_2026-10-31 Ynsap Sozu.csv"

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: ProjectFolder.path + path)))
  }

  private func mess() throws -> [UploadPart] {
    let table = try bytes(sampleImport)
    let series = try bytes("Samples/exports/2026-10/Instagram/Instagram vopros.obrazec/Views.csv")
    return [
      UploadPart(file: "Content 2026-10-01_2026-10-31 Ynsap Sozu.zip", table),
      UploadPart(file: "Telegram/document (2).zip", table),
      UploadPart(
        file: "Telegram/photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 99)),
      UploadPart(file: "Telegram/voice.ogg", Array("OggS".utf8) + [UInt8](repeating: 2, count: 99)),
      UploadPart(file: "aiyl.imamy.ulgu vopros.obrazec/Views.csv", series),
      UploadPart(file: Self.unknown, (Self.header + Self.rows).utf8),
      UploadPart(file: "empty.csv", []), UploadPart(file: "broken.zip", [0x50, 0x4B, 3, 4, 1, 2]),
    ]
  }

  private func held(_ house: DeskHouse, _ reason: HeldReason) throws -> [String] {
    try house.desk.heldFiles().filter { $0.reason == reason }.map(\.id)
  }

  @Test("One receipt says how many were read, how many wait for a word, and how many are typed in")
  func receipt() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      #expect(try await browser.upload(mess(), cookie: cookie).status == .seeOther)
      await browser.settle()
      let page = try await browser.get("/jobs/1", cookie: cookie).text
      #expect(
        page.contains(
          "1 file taken in \u{B7} 1 known before \u{B7} 3 not taken \u{B7} 1 waits for a word \u{B7} 2 to type in"))
      #expect(page.contains("October 2026: 12 authors still owe something") && page.contains("/missing?month=2026-10"))
      for link in try HeldReason.allCases.flatMap({ try held(house, $0) }) { #expect(page.contains("/held/" + link)) }
      #expect(house.spool.isEmpty && page.components(separatedBy: "/held/").count == 5)
      let overview = try await browser.get("/", cookie: cookie).text
      #expect(
        overview.contains("1 file waits: whose is it?") && overview.contains("2 pictures or recordings to type in"))
      #expect(overview.contains("1 table has columns that are not known"))
      let list = try await browser.get("/held", cookie: cookie).text
      #expect(list.contains("It could be of: K01, R01.") && list.contains("Telegram/voice.ogg"))
    }
  }

  @Test("What waits lies sealed: no name and no word of it can be read on the disk")
  func sealed() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      _ = try await browser.upload(mess(), cookie: cookie)
      await browser.settle()
      let folder = house.workspace.places.spool + "/held"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count == 4)
      for name in names {
        let found = try Data(contentsOf: URL(filePath: folder + "/" + name))
        for word in ["Ynsap", "Сабак", "Telegram", "vopros"] { #expect(found.range(of: Data(word.utf8)) == nil) }
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int
        #expect(mode == 0o600)
      }
    }
  }

  @Test("Columns of an unknown header are named on the page, then the file is read; a text is never shown")
  func columns() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      let other = "Мазмун 2026-09-01_2026-09-30 Ynsap Sozu.csv"
      let parts = [Self.unknown, other].map { UploadPart(file: $0, (Self.header + Self.rows).utf8) }
      _ = try await browser.upload(
        [
          parts[0], UploadPart(file: other, (Self.header + Self.rows + "BBBBBBBBBBB,x,\"Oct 1, 2026\",5,7,0.1\n").utf8),
        ],
        cookie: cookie)
      await browser.settle()
      let id = try #require(try held(house, .columns).first)
      let form = try await browser.get("/held/" + id, cookie: cookie).text
      #expect(form.contains("Көрүү убактысы (саат)") && form.contains("1520 \u{B7} 1200 \u{B7} 320"))
      #expect(form.contains("Known already: 4") && !form.contains("Бирөөнүн"))
      for wrong in ["column0=views", "column0=views&column1=views", "column0=views&column1=x", ""] {
        let answer = try await browser.post("/held/\(id)/columns", wrong, cookie: cookie)
        #expect(answer.status == .badRequest && answer.text.contains("faults"), "\(wrong)")
      }
      let kept = try await browser.post("/held/\(id)/columns", "column0=views", cookie: cookie).text
      #expect(kept.contains("<option value=\"views\" selected"))
      let saved = try await browser.post("/held/\(id)/columns", "column0=views&column1=watch_hours", cookie: cookie)
      #expect(saved.status == .seeOther)
      await browser.settle()
      #expect(try await browser.get("/jobs/2", cookie: cookie).text.contains("2 files taken in"))
      #expect(try held(house, .columns).isEmpty)
      #expect(try house.desk.book.audit(limit: 20).contains { $0.event == "columns.saved" })
      #expect(try await browser.get("/held/" + id, cookie: cookie).text.contains("hand it in again"))
      // The header is remembered: a file that comes later is read at once.
      let later = Self.header + Self.rows + "CCCCCCCCCCC,y,\"Oct 2, 2026\",5,9,0.2\n"
      let name = "x Ynsap Sozu 2026-08-01_2026-08-31.csv"
      _ = try await browser.upload([UploadPart(file: name, later.utf8)], cookie: cookie)
      await browser.settle()
      #expect(try house.desk.archive.imports(limit: 1).first?.period == Month("2026-08")?.period)
    }
  }

  @Test("A transcript that waited is read when the table comes that names its talk")
  func secondLook() async throws {
    let house = try DeskHouse()
    let transcript = "1\n00:00:01,000 --> 00:00:04,000\nКош келиңиздер, урматтуу туугандар.\n"
    try await house.visit { browser in
      let cookie = try house.cookie()
      _ = try await browser.upload([UploadPart(file: "x [Ha8uGTCPbLY].ky.srt", transcript.utf8)], cookie: cookie)
      await browser.settle()
      #expect(try held(house, .owner).count == 1)
      _ = try await browser.upload(
        [UploadPart(file: "Content 2026-10-01_2026-10-31 Ynsap Sozu.zip", try bytes(sampleImport))], cookie: cookie)
      await browser.settle()
      #expect(try held(house, .owner).isEmpty)
      #expect(try house.desk.archive.imports(limit: 1).first?.formats == ["subrip"])
    }
  }

  @Test("Whose a file is can be said on the page; pictures are seen and let go")
  func decide() async throws {
    let house = try DeskHouse()
    try await house.visit { browser in
      let cookie = try house.cookie()
      _ = try await browser.upload(mess(), cookie: cookie)
      await browser.settle()
      let owner = try #require(try held(house, .owner).first)
      let form = try await browser.get("/held/" + owner, cookie: cookie).text
      #expect(form.contains("K01, R01") && form.contains("<option value=\"K01\">"))
      #expect(try await browser.post("/held/\(owner)/owner", "creator=Z9", cookie: cookie).status == .badRequest)
      #expect(try await browser.post("/held/\(owner)/owner", "creator=R01", cookie: cookie).status == .seeOther)
      await browser.settle()
      #expect(try held(house, .owner).isEmpty)
      #expect(try house.desk.archive.imports(limit: 1).first?.creators == ["R01"])
      var pictures = 0
      for id in try held(house, .byHand) {
        let page = try await browser.get("/held/" + id, cookie: cookie).text
        let picture = try await browser.get("/held/\(id)/picture", cookie: cookie)
        #expect(page.contains("<img") == (picture.status == .ok))
        if picture.status == .ok {
          pictures += 1
          #expect(picture.headers[.contentType] == "image/png" && picture.body.readableBytes == 107)
        }
        #expect(try await browser.post("/held/\(id)/done", cookie: cookie).status == .seeOther)
      }
      #expect(try pictures == 1 && held(house, .byHand).isEmpty)
    }
  }

  @Test("Numbers and talk cards are typed in; what is wrong is said with what was typed still there")
  func byHand() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    try await house.visit { browser in
      let cookie = try house.cookie()
      let form = "creator=K03&platform=TikTok&month=2026-10&metric1=views&who=A&evidence=tiktok.png"
      let missing = try await browser.post("/figures", form, cookie: cookie)
      #expect(missing.status == .badRequest && missing.text.contains("value=\"tiktok.png\""))
      let wrong = try await browser.post("/figures", form + "&value1=many", cookie: cookie)
      #expect(wrong.status == .badRequest && wrong.text.contains("One of the values is not clear"))
      #expect(wrong.text.contains("value=\"many\"") && house.spool.isEmpty)
      #expect(try await browser.post("/figures", form + "&value1=12%20500", cookie: cookie).status == .seeOther)
      let card = "themes=peace%2C+family&boosted=no&summary=How+%22neighbours%22+made+peace"
      #expect(try await browser.post("/cards", card, cookie: cookie).text.contains("Name the talk"))
      let stranger = try await browser.post("/cards", card + "&link=https://youtu.be/ZZZZZZZZZZZ", cookie: cookie)
      #expect(stranger.status == .badRequest && stranger.text.contains("not known yet"))
      #expect(stranger.text.contains("How &quot;neighbours&quot; made peace</textarea>"))
      let known = card + "&link=https%3A%2F%2Fyoutu.be%2FHa8uGTCPbLY"
      #expect(try await browser.post("/cards", known, cookie: cookie).status == .seeOther)
      await browser.settle()
      for job in 1...2 { #expect(try house.desk.book.job(Int64(job))?.state == .done) }
      let formats = try house.desk.archive.imports(limit: 2).flatMap(\.formats)
      #expect(Set(formats) == ["figures-by-hand", "talk-card"])
    }
  }

  @Test("The files of a month are made together, are handed over by kind, and say when they are out of date")
  func files() async throws {
    let house = try DeskHouse(ingest: sampleImport)
    try await house.visit { browser in
      let cookie = try house.cookie()
      _ = try await browser.post("/reports", "month=2026-10&language=ru&with=summary", cookie: cookie)
      await browser.settle()
      let page = try await browser.get("/reports", cookie: cookie).text
      #expect(page.contains("from 1 import.") && !page.contains("Out of date"))
      for (file, name) in [
        ("workbook", "month-2026-10.ru.xlsx"), ("table", "summary-2026-10--2026-10.csv"),
        ("excel", "summary-2026-10--2026-10.excel.csv"), ("tables", "summary-2026-10--2026-10.xlsx"),
        ("zip", "all-2026-10.ru.zip"),
      ] {
        let answer = try await browser.get("/reports/2026-10.ru/" + file, cookie: cookie)
        #expect(answer.status == .ok && page.contains("/reports/2026-10.ru/" + file), "\(file)")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
      }
      for language in ["ky", "uz-Cyrl"] {
        let own = try await browser.get("/reports/2026-10.ru/K03.\(language)", cookie: cookie)
        #expect(own.status == .ok && own.text.contains("<html lang=\"\(language)\""))
        #expect(own.headers[.contentSecurityPolicy]?.contains("'sha256-") == true)
      }
      for wrong in ["made.json", "K99.ky", "K03.xx", "..", ".", "%2e%2e", "K03.ky.html", "month-2026-10.ru.html"] {
        #expect(try await browser.get("/reports/2026-10.ru/" + wrong, cookie: cookie).status == .notFound, "\(wrong)")
      }
      _ = try await browser.post("/imports/1/undo", cookie: cookie)
      await browser.settle()
      #expect(try await browser.get("/reports", cookie: cookie).text.contains("an import was taken out since"))
    }
  }
}
