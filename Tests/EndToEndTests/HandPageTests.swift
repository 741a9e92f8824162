import Foundation
import TestSupport
import Testing

/// Figures off screens and talk cards on pages, in lists and in the workbook.
@Suite struct HandPageTests {
  private let folder: TemporaryFolder
  private let program: Program
  private let out: String

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    out = folder.path + "/out"
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    let table = """
      Content,Video title,Video publish time,Duration,Views
      AAAAAAAAAAA,Сабак,"Oct 3, 2026",20,10
      BBBBBBBBBBB,Экинчи сабак,"Oct 5, 2026",40,20

      """
    let export = try folder.write("Content 2026-10-01_2026-10-31 Айыл имамы.csv", Array(table.utf8))
    let talk = try folder.write(
      "talk [AAAAAAAAAAA].ky.srt",
      Array(
        "1\n00:00:00,000 --> 00:00:10,000\nКызыңыз врач болом десе, канатын сындырбаңыз, окуусун аягына чыгарсын.\n"
          .utf8))
    try program.run("ingest", export, talk)
  }

  private func handIn() throws {
    let figures = """
      Creator,Platform,Period,Metric,Value,Entered by,Evidence
      K01,TikTok,2026-10,views,1.2K,Zarina T,shot-17.png
      K02,Telegram,2026-10,followers,431,Zarina T,shot-18.png
      K01,TikTok,2026-07,views,999,Zarina T,shot-19.png

      """
    let cards = """
      Link,Declared themes,Campaign,Boosted,Summary
      https://youtu.be/AAAAAAAAAAA,Education of girls; Patience,autumn,yes,

      """
    let run = try program.run(
      "ingest", try folder.write("figures.csv", Array(figures.utf8)), try folder.write("cards.csv", Array(cards.utf8)))
    #expect(run.status == 0, "\(run.output)")
  }

  private func page(_ arguments: String...) throws -> String {
    let run = try program.run(["report"] + arguments + ["-o", out, "--language", "en"])
    #expect(run.status == 0, "\(run.errors)")
    let path = run.output.split(separator: "\n").first.map(String.init) ?? ""
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// The part of a page between a section's id and its end.
  private func section(_ id: String, _ page: String) -> String {
    page.split(separator: "<section").map(String.init).first { $0.contains("id=\"\(id)\"") } ?? ""
  }

  @Test func theDashboardShowsThemApart() throws {
    let before = try page("month", "2026-10")
    #expect(section("by-hand", before).contains("No number was entered by hand"))
    let figures = try program.run("dump", "--logical").output.split(separator: "\n").filter { $0.hasPrefix("metric") }
    try handIn()
    let after = try program.run("dump", "--logical").output.split(separator: "\n").filter { $0.hasPrefix("metric") }
    #expect(after == figures)
    let page = try page("month", "2026-10")
    let block = section("by-hand", page)
    for text in [
      "TikTok", "about 1,200", "by hand", "Zarina T", "shot-17.png", "K02", "431", "Talks with a card: 1 of 2",
    ] {
      #expect(block.contains(text), "\(text)")
    }
    #expect(!block.contains("999"), "July is another month")
    #expect(!page.replacing(block, with: "").contains("1,200"))
    // Education of girls was declared once, and found in the only talk with a text; of patience nothing can be said.
    #expect(block.contains("Education of girls") && block.contains("1 of 1"))
    #expect(block.contains("Patience") && block.contains("not a theme that is looked for"))
  }

  @Test func theAuthorsPageSetsDeclaredBesideRead() throws {
    try handIn()
    let page = try page("creator", "K01", "--month", "2026-10")
    let talks = section("talks", page)
    for text in ["Declared by the team", "Patience", "Read in the text", "paid promotion", "Talks with a card: 1 of 2"]
    {
      #expect(talks.contains(text), "\(text)")
    }
    #expect(talks.contains("of the talk (50 %)") || talks.contains("of the talk (50%)"), "\(talks)")
    let block = section("by-hand", page)
    #expect(block.contains("TikTok") && block.contains("about 1,200"))
    for text in ["Zarina", "shot-17", "K02", "431"] { #expect(!page.contains(text), "\(text)") }
  }

  @Test func theWorkbookHasThemOnASheetOfTheirOwn() throws {
    try handIn()
    let run = try program.run("report", "month", "2026-10", "--xlsx", "-o", out, "--language", "en")
    let book = try #require(run.output.split(separator: "\n").last.map(String.init))
    let records = try program.run("inspect", "--format", "json", book).output
    #expect(records.contains("!/Entered by hand"), "\(records)")
  }

  @Test func theyAreListedAndCounted() throws {
    try handIn()
    struct Figure: Decodable {
      let creator, platform, metric, from: String
      let value: Double
      let isApproximate: Bool
      let enteredBy, evidence: String?
    }
    let json = try program.run("figures", "by-hand", "--format", "json", "--creator", "K01").output
    let figures = try JSONDecoder().decode([Figure].self, from: Data(json.utf8))
    #expect(figures.map(\.value) == [999, 1_200] && figures.map(\.isApproximate) == [false, true])
    #expect(figures.allSatisfy { $0.enteredBy == "Zarina T" } && figures.last?.evidence == "shot-17.png")
    #expect(try program.run("figures", "by-hand", "--language", "ru").output.contains("около 1"))
    let cards = try program.run("figures", "cards", "--language", "ky").output
    #expect(cards.contains("2 ичинен 1") && cards.contains("Patience"), "\(cards)")
    #expect(try program.run("status").output.contains("3 figures; 1 of 2 talks have a card"))
  }

  @Test func packagesForReadersOutsideHaveNone() throws {
    try handIn()
    try program.run("report", "donor", "--from", "2026-10", "--to", "2026-10", "-o", out)
    for name in try FileManager.default.contentsOfDirectory(atPath: out) where name.hasSuffix(".csv") {
      let text = String(decoding: try Data(contentsOf: URL(filePath: out + "/" + name)), as: UTF8.self)
      #expect(!text.contains("1200") && !text.lowercased().contains("tiktok"), "\(name)")
    }
  }

  @Test func aPurgeTakesThemAlong() throws {
    try handIn()
    #expect(try program.run("purge", "--creator", "K01").status == 0)
    let left = try program.run("dump", "--logical").output.split(separator: "\n")
    #expect(left.filter { $0.hasPrefix("hand-figure\t") }.count == 1)
    #expect(left.filter { $0.hasPrefix("talk-card\t") }.isEmpty)
    #expect(try !program.run("doctor").output.contains("rows changed since"))
  }

  @Test(arguments: [
    (
      "tg", "Tajik",
      "Салом ба ҳамаи шумо, азизон. Имрӯз дар бораи сулҳ ва дӯстӣ гап мезанем. Фарзандони мо бояд дар мактаб хонанд."
    ),
    (
      "kk", "Kazakh",
      "Баршаңызға сәлем, құрметті бауырлар. Бүгін біз бейбітшілік пен достық туралы сөйлесеміз. Балаларымыз мектепте оқуы керек."
    ),
    (
      "tr", "Turkish",
      "Hepinize selam olsun değerli kardeşlerim. Bugün barış ve dostluk hakkında konuşacağız. Çocuklarımız okulda okumalıdır."
    ),
  ])
  func talksThatAreNotReadSaySo(code: String, name: String, words: String) throws {
    let cue = "1\n00:00:00,000 --> 00:00:20,000\n\(words)\n"
    let file = try folder.write("talk [BBBBBBBBBBB].\(code).srt", Array(cue.utf8))
    try program.run("ingest", file)
    let dashboard = section("themes", try page("month", "2026-10"))
    #expect(dashboard.contains("languages that are not read: 1 (\(name))"), "\(dashboard.prefix(600))")
    #expect(dashboard.contains("1 of 2"), "only the talk that is read counts as read")
    let status = try program.run("status", "--month", "2026-10").output
    #expect(status.contains("languages that are not read: 1 (\(name))"), "\(status)")
    let own = section("talks", try page("creator", "K01", "--month", "2026-10"))
    #expect(own.contains("not read yet (\(name))") && !own.contains("None of the themes"))
  }
}
