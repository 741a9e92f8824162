import Foundation
import TestSupport
import Testing

/// What a month still lacks, whom to ask, and how.
@Suite struct MonthFilesTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private struct Collection: Decodable {
    struct Account: Decodable {
      struct Item: Decodable {
        let kind: String
        let state: String
        let remark: String?
        let leftOut: Int?
        let since: String?
        let found: String?
      }
      let creator: String
      let platform: String
      let items: [Item]
    }
    let accounts: [Account]

    func item(_ creator: String, _ platform: String, _ kind: String) -> Account.Item? {
      accounts.first { $0.creator == creator && $0.platform == platform }?.items.first { $0.kind == kind }
    }
  }

  private func status(_ month: String) throws -> Collection {
    let run = try program.run("status", "--month", month, "--format", "json")
    return try JSONDecoder().decode(Collection.self, from: Data(run.output.utf8))
  }

  private func content(_ rows: [String]) -> [UInt8] {
    let header =
      "Post ID,Account ID,Account username,Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes"
    return Array((["\u{FEFF}" + header] + rows).joined(separator: "\n").utf8)
  }

  private func row(_ id: String, _ published: String, _ views: Int) -> String {
    "\(id),17841497651882487,aiyl.imamy.ulgu,\(published),https://www.instagram.com/reel/A\(id.suffix(8))/,IG reel,,Lifetime,\(views),\(views - 1),3"
  }

  @Test func snapshotsNearTheEndCountAndWhatIsLeftOutIsTold() throws {
    let first = "18000000000000001"
    let second = "18000000000000002"
    let early = try folder.write(
      "Aug-01-2026_Sep-30-2026_1.csv",
      content([row(first, "08/10/2026 01:00", 50), row(second, "09/12/2026 01:00", 70)]))
    let narrow = try folder.write("Sep-01-2026_Nov-03-2026_2.csv", content([row(second, "09/12/2026 01:00", 90)]))
    #expect(try program.run("ingest", early).status == 0)
    #expect(try status("2026-10").item("K01", "instagram", "content")?.state == "missing")
    #expect(try program.run("ingest", narrow).status == 0)
    let item = try #require(try status("2026-10").item("K01", "instagram", "content"))
    #expect(item.state == "partial" && item.remark == "left-out" && item.leftOut == 1)
    #expect(item.since == "2026-08-10")
    #expect(try program.run("status", "--month", "2026-10").output.contains("10 August 2026"))
    let wide = try folder.write(
      "Aug-01-2026_Nov-04-2026_3.csv",
      content([row(first, "08/10/2026 01:00", 55), row(second, "09/12/2026 01:00", 95)]))
    #expect(try program.run("ingest", wide).status == 0)
    #expect(try status("2026-10").item("K01", "instagram", "content")?.state == "complete")
    #expect(try status("2026-11").item("K01", "instagram", "content")?.state == "missing")
  }

  @Test func anExportOfOtherDaysSaysSo() throws {
    let table = "Content,Video title,Video publish time,Views\nAAAAAAAAAAA,Сабак,\"Oct 3, 2026\",10\n"
    let file = try folder.write("Content 2026-09-15_2026-10-31 Айыл имамы.csv", Array(table.utf8))
    #expect(try program.run("ingest", file).status == 0)
    let item = try #require(try status("2026-10").item("K01", "youtube", "content"))
    #expect(item.state == "missing" && item.remark == "wrong-days" && item.found == "2026-09-15/2026-10-31")
    let whole = try folder.write("Content 2026-10-01_2026-10-31 Айыл имамы.csv", Array((table + "\n").utf8))
    #expect(try program.run("ingest", whole).status == 0)
    #expect(try status("2026-10").item("K01", "youtube", "content")?.state == "complete")
    #expect(try status("2026-10").item("K01", "youtube", "geography") == nil)
    #expect(try status("2026-12").item("K01", "youtube", "geography")?.state == "missing")
  }

  @Test func talksInLanguagesThatAreNotReadAreNamed() throws {
    let table = "Content,Video title,Video publish time,Views\nAAAAAAAAAAA,Сабак,\"Oct 3, 2026\",10\n"
    let file = try folder.write("Content 2026-10-01_2026-10-31 Айыл имамы.csv", Array(table.utf8))
    let talk = try folder.write(
      "talk [AAAAAAAAAAA].tg.srt", Array("1\n00:00:01,000 --> 00:00:03,000\nСалом ба ҳамаи шумо, азизон\n".utf8))
    #expect(try program.run("ingest", file, talk).status == 0)
    let run = try program.run("status", "--month", "2026-10")
    #expect(run.output.contains("languages that are not read: 1 (Tajik)"), "\(run.output)")
  }

  @Test func remindersAreInTheCreatorsLanguageAndSayNothingUnsafe() throws {
    let run = try program.run("status", "--month", "2026-10", "--reminders")
    #expect(run.status == 0)
    for start in ["== K01 (ky)\nСаламатсызбы", "== R01 (ru)\nЗдравствуйте"] {
      #expect(run.output.contains(start), "\(start)")
    }
    let low = run.output.lowercased()
    for word in [
      "extrem", "экстрем", "донор", "donor", "influencer", "инфлюен", "программ", "асан", "үлгүев", "minbar",
    ] {
      #expect(!low.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["en", "ru", "ky", "uz", "uz-Cyrl"])
  func thePlanIsTheSmallestSetAndAPageWithoutNetwork(language: String) throws {
    let run = try program.run("collect", "plan", "2026-10", "--language", language)
    #expect(run.status == 0 && run.output.contains("2026-10-01") && run.output.contains("K01"), "\(run.errors)")
    #expect(!run.output.contains("plan.") && !run.output.contains("{"))
    let page = folder.path + "/plan.html"
    #expect(try program.run("collect", "plan", "2026-10", "--language", language, "-o", page).status == 0)
    let text = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    #expect(text.contains("<svg") && text.contains("K01"))
    for word in ["<script", "src=", "@import", "href=\"http"] { #expect(!text.contains(word)) }
  }

  @Test func thePlanLeavesOutWhatOneFileBringsAlong() throws {
    let plan = try program.run("collect", "plan", "2026-12", "--format", "json").output
    // A table of YouTube's posts has the totals of the account; Instagram's audience file has its places.
    #expect(!plan.contains("\"kind\" : \"series\",\n      \"platform\" : \"youtube\""))
    #expect(plan.contains("\"kind\" : \"audience\""))
    #expect(plan.contains("\"earliest\" : \"2026-12-27\"") && plan.contains("\"latest\" : \"2027-01-04\""))
  }
}
