import Foundation
import TestSupport
import Testing

/// The search over talks, as people ask it.
@Suite struct SearchTests {
  private struct Hits: Decodable {
    struct Hit: Decodable {
      struct Words: Decodable {
        let text: String
        let isMarked: Bool
      }

      let post: Int
      let author: String
      let publishedOn: String?
      let part: String
      let words: [Words]
    }

    let count: Int
    let hits: [Hit]
    let next: Int?
    let read: Int
    let searched: Int
  }

  private func ask(_ program: Program, _ arguments: String...) throws -> Hits {
    let result = try program.run(["search", "--json"] + arguments)
    #expect(result.status == 0, "\(arguments): \(result.errors)")
    return try JSONDecoder().decode(Hits.self, from: Data(result.output.utf8))
  }

  private func sample() throws -> Program { try SampleProgramme.shared.get().program }

  @Test(arguments: [
    ["кыздар", "кыз", "КЫЗДАРДЫН"], ["күндөр", "кундор", "күн"], ["qizlar", "қизлар", "qizlarning", "қизларнинг"],
    ["o'qish", "oʻqishni", "o‘qish", "ўқиш"], ["школа", "школы", "школами"],
  ])
  func formsAndSpellingsFindTheSameTalks(words: [String]) throws {
    let program = try sample()
    let found = try words.map { Set(try ask(program, $0, "--limit", "200").hits.map(\.post)) }
    #expect(!found[0].isEmpty)
    for other in found { #expect(other == found[0], "\(words)") }
  }

  @Test func wordsNarrowPhrasesNarrowMoreAndMinusTakesAway() throws {
    let program = try sample()
    let one = Set(try ask(program, "кыз", "--limit", "200").hits.map(\.post))
    let both = Set(try ask(program, "кыз окуу", "--limit", "200").hits.map(\.post))
    let phrase = Set(try ask(program, "\"кыз бала\"", "--limit", "200").hits.map(\.post))
    let without = Set(try ask(program, "кыз -окуу", "--limit", "200").hits.map(\.post))
    #expect(both.isSubset(of: one) && phrase.isSubset(of: one) && !both.isEmpty && !phrase.isEmpty)
    #expect(without == one.subtracting(both))
  }

  @Test func resultsAreNewestFirstMarkedAndLeafedThroughWithoutGap() throws {
    let program = try sample()
    let all = try ask(program, "билим", "--limit", "200")
    #expect(all.count == all.hits.count && all.count > 3)
    let days = all.hits.compactMap(\.publishedOn)
    #expect(days == days.sorted(by: >))
    #expect(all.hits.allSatisfy { hit in hit.part == "title" || hit.words.contains(where: \.isMarked) })
    var leafed: [Int] = []
    var after: Int?
    repeat {
      let page =
        try after.map { try ask(program, "билим", "--limit", "2", "--after", String($0)) }
        ?? ask(program, "билим", "--limit", "2")
      #expect(page.count == all.count)
      leafed += page.hits.map(\.post)
      after = page.next
    } while after != nil
    #expect(leafed == all.hits.map(\.post))
    let best = try ask(program, "билим", "--best", "--limit", "200").hits.map(\.post)
    #expect(Set(best) == Set(leafed))
  }

  @Test func authorThemeAndDaysNarrow() throws {
    let program = try sample()
    let all = try ask(program, "билим", "--limit", "200")
    let own = try ask(program, "билим", "--creator", all.hits[0].author, "--limit", "200")
    #expect(own.hits.map(\.post) == all.hits.filter { $0.author == all.hits[0].author }.map(\.post))
    let later = try ask(program, "билим", "--from", "2026-10", "--limit", "200").hits
    #expect(later.map(\.post) == all.hits.filter { $0.publishedOn ?? "" >= "2026-10-01" }.map(\.post))
    let earlier = try ask(program, "билим", "--to", "2026-09-30", "--limit", "200").hits
    #expect(earlier.count + later.count == all.count)
    let themed = try ask(program, "билим", "--theme", "girls-education", "--limit", "200")
    #expect(themed.count > 0 && themed.count <= all.count)
  }

  @Test(arguments: [
    ["search"], ["search", "-x"], ["search", "билим", "--creator", "X99"], ["search", "билим", "--theme", "nothing"],
    ["search", "билим", "--from", "yesterday"], ["search", "билим", "--limit", "0"], ["search", "--", "-билим"],
  ])
  func whatCannotBeAskedIsRefusedWithAReason(arguments: [String]) throws {
    let result = try sample().run(arguments)
    #expect(result.status != 0 && result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test func whoDoesNotAgreeToPassagesIsLeftOutAloud() throws {
    let program = try sample()
    let result = try program.run("search", "билим", "--creator", "K03")
    #expect(result.output.contains("0 talks fit") && result.output.contains("do not agree"))
    let hits = try ask(program, "билим", "--limit", "200")
    #expect(hits.searched < hits.read && !hits.hits.contains { $0.author == "K03" })
  }
}

/// What is in the search follows what is in the archive.
@Suite struct SearchUpkeepTests {
  private let folder: TemporaryFolder
  private let program: Program
  private let channel = "UCMinbarSampleK010aZK6K6"

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private func ingest(_ title: String, views: Int = 10) throws {
    let file = try folder.write(
      "in/\(UUID().uuidString).info.json",
      """
      {"id": "AAAAAAAAAA1", "title": "\(title)", "description": "Tutzing tereza", "channel_id": "\(channel)", \
      "upload_date": "20261009", "duration": 59, "view_count": \(views), "extractor_key": "Youtube"}
      """.utf8)
    let receipt = try program.run("ingest", file)
    #expect(receipt.status == 0, "\(receipt.output)\(receipt.errors)")
    try program.run("analyse")
  }

  private func comment(_ text: String) throws {
    let file = try folder.write(
      "in/comments.csv",
      "id,author,date,video id,text\nUgx1,@aida,2026-10-12T10:00:00Z,AAAAAAAAAA1,\"\(text)\"\n".utf8)
    #expect(try program.run("ingest", "--creator", "K01", file).status == 0)
    try program.run("analyse")
  }

  private func count(_ words: String) throws -> Int {
    let result = try program.run("search", words)
    return Int(result.output.split(separator: "\n").first { $0.contains("talks fit") }?.prefix { $0 != " " } ?? "")
      ?? -1
  }

  private func isHealthy() throws -> Bool {
    try program.run("doctor").output.contains("the search holds every talk that it may")
  }

  private func bytesHold(_ word: String) throws -> Bool {
    let names = try FileManager.default.subpathsOfDirectory(atPath: program.home)
    return names.contains { name in
      (try? Data(contentsOf: URL(filePath: program.home + "/" + name)))?.range(of: Data(word.utf8)) != nil
    }
  }

  @Test func commentsAreNeverFound() throws {
    try ingest("Кыздардын билими")
    try comment("кумбакайым жакшы айтылды")
    #expect(try count("билим") == 1)
    #expect(try count("кумбакайым") == 0 && count("жакшы") == 0 && count("aida") == 0)
  }

  @Test func undoTakesWordsOutAndAnEarlierTextComesBack() throws {
    try ingest("Биринчи зымырыкай")
    try ingest("Экинчи зымырыкай балапан", views: 20)
    #expect(try count("балапан") == 1 && count("биринчи") == 0)
    try program.run("imports", "undo", "2")
    #expect(try count("балапан") == 0)
    #expect(try !isHealthy())
    try program.run("analyse")
    #expect(try count("балапан") == 0 && count("биринчи") == 1 && isHealthy())
    try program.run("imports", "undo", "1")
    #expect(try count("зымырыкай") == 0 && isHealthy())
  }

  @Test func aPurgeLeavesNoWordInAnyFile() throws {
    try ingest("Зымырыкай кутбилимов")
    #expect(try count("зымырыкай") == 1 && bytesHold("tereza"))
    #expect(try program.run("purge", "--post", "AAAAAAAAAA1").status == 0)
    #expect(try count("зымырыкай") == 0 && isHealthy())
    for word in ["зымырыкай", "кутбилимов", "tutzing", "tereza"] { #expect(try !bytesHold(word), "\(word)") }
  }

  @Test func aCreatorWhoWithdrawsIsFoundNoMoreAndComesBackWithANewConsent() throws {
    try ingest("Зымырыкай")
    #expect(try count("зымырыкай") == 1)
    #expect(try program.run("creators", "withdraw", "K01", "--what", "talks").status == 0)
    #expect(try count("зымырыкай") == 0 && isHealthy())
    #expect(try program.run("search", "зымырыкай").output.contains("left out"))
    let registry = try ProjectFolder.text("Samples/creators.csv").replacing("2026-04-01", with: "2026-11-06")
      .replacing("2027-12-31", with: "2028-06-30")
    let path = try folder.write("new.csv", registry.utf8)
    var later = program
    later.now = "1794031200"
    try later.run("creators", "import", path)
    #expect(try later.run("doctor").output.contains("the search holds every talk that it may") == false)
    try later.run("analyse")
    #expect(try later.run("search", "зымырыкай").output.contains("1 talks fit"))
  }

  @Test func whatIsReadTwiceIsNotPutInTwiceAndARebuildGivesTheSame() throws {
    try ingest("Зымырыкай кыздар")
    let before = try program.run("search", "--json", "кыз").output
    try program.run("analyse")
    #expect(try program.run("search", "--json", "кыз").output == before)
    #expect(try program.run("search", "--rebuild").status == 0)
    #expect(try program.run("search", "--json", "кыз").output == before && isHealthy())
  }
}
