import Ingestion
import Records
import Testing

@Suite struct InstagramFieldTests {
  @Test(arguments: [
    ("\u{D0}\u{9F}\u{D1}\u{80}\u{D0}\u{B8}", "При"), ("\u{F0}\u{9F}\u{91}\u{8D}", "👍"), ("plain", "plain"), ("", ""),
    ("Привет", "Привет"), ("caf\u{E9}", "caf\u{E9}"), ("\u{D0}", "\u{D0}"), ("\u{C0}\u{80}", "\u{C0}\u{80}"),
    ("\u{D0}\u{9F} — Д", "\u{D0}\u{9F} — Д"), ("\u{CA}\u{BB}", "ʻ"),
  ])
  func brokenLettersAreMendedWhereThatIsCertain(_ text: String, _ wanted: String) {
    let mended = Mojibake.repaired(text)
    #expect(Array(mended.utf8) == Array(wanted.utf8))
    #expect(Array(Mojibake.repaired(mended).utf8) == Array(mended.utf8))
  }

  @Test(arguments: [
    ("Kyrgyzstan", "KG"), ("Кыргызстан", "KG"), ("киргизия", "KG"), ("KG", "KG"), ("Oʻzbekiston", "UZ"),
    ("Узбекистан", "UZ"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Россия", "RU"), ("Қазақстан", "KZ"),
    ("United States", "US"), ("Соединенные Штаты", "US"), ("Atlantis", nil), ("", nil), ("Bishkek", nil),
  ])
  func countriesHaveCodes(_ name: String, _ code: String?) {
    #expect(CountryCode.code(name) == code)
  }

  @Test(arguments: [
    ("18-24", "18-24"), ("18–24", "18-24"), ("65+", "65+"), ("13\u{2011}17", "13-17"), ("24-18", nil), ("Age", nil),
    ("18", nil), ("-", nil), ("1-2-3", nil), ("999+", nil),
  ])
  func agesHaveOneForm(_ cell: String, _ age: String?) {
    #expect(AudienceGroup.age(cell) == age)
  }

  @Test(arguments: [
    ("Women", "female"), ("мужчины", "male"), ("U", "unknown"), ("Everybody", nil),
  ])
  func gendersHaveOneForm(_ word: String, _ gender: String?) {
    #expect(AudienceGroup.gender(word) == gender)
  }

  @Test func namesCannotBreakDimensions() {
    #expect(AudienceGroup.value("Osh; age=18\n") == "Osh  age 18")
  }

  @Test(arguments: [
    ("Feb 6 - May 6", "2026-02-06/2026-05-06"), ("6 февр. – 6 мая", "2026-02-06/2026-05-06"),
    ("Nov 8 - Feb 5", "2025-11-08/2026-02-05"), ("6 - 20 мая", "2026-05-06/2026-05-20"),
    ("Jun 1 - Jul 1", "2025-06-01/2025-07-01"), ("Feb 6, 2025 - May 6, 2025", "2025-02-06/2025-05-06"),
    ("Feb 29 - Mar 2", "2024-02-29/2026-03-02"), ("18-24: 41%", nil), ("-1.6%", nil), ("", nil), ("Feb 6", nil),
    ("Feb 40 - May 6", nil), ("May 6, 2027 - May 7, 2027", nil),
  ])
  func rangesWithoutAYearAreTheLastOnes(_ text: String, _ period: String?) throws {
    let day = try #require(Day("2026-05-20"))
    #expect(YearlessRange.period(text, endingBy: day)?.description == period)
  }

  @Test func listsOfPerCentsKeepCommas() {
    let items = PercentList.items("Osh: 30,6%, New York, New York: 3.6%; Бишкек: 1 %")
    #expect(items.map(\.name) == ["Osh", "New York, New York", "Бишкек"])
    #expect(items.map(\.value) == ["30,6", "3.6", "1"])
    #expect(PercentList.items("no list").isEmpty)
    #expect(PercentList.items(": %, %").isEmpty)
  }

  @Test func namesOfDownloadsTellAccountAndDay() {
    let name = DownloadName(["posts_1.json", "media", "instagram-imam.sample-2026-11-01-AbCdEf12.zip"])
    #expect(name.username == "imam.sample")
    #expect(name.day == Day("2026-11-01"))
    for other in ["instagram-", "instagram-imam", "instagram-2026-11-01", "xinstagram-a-2026-11-01"] {
      #expect(DownloadName([other]).username == nil)
    }
  }

  @Test func manyCommentsInOneListAreReadOneByOne() throws {
    let one =
      "{\"id\":1,\"created_at\":1792170000,\"text\":\"Рахмат\",\"owner\":{\"id\":\"2\"},\"likes_count\":0,\"answers\":[]}"
    let sink = RecordingSink()
    let text = "[" + Array(repeating: one, count: 5_000).joined(separator: ",") + "]"
    try SourceReader(pieceLimit: 1_000).read(
      MemorySource(Array(text.utf8)),
      hints: SourceHints(names: ["AAAAAAAAAA1_comments.json"], receivedOn: Fixture.receivedOn), into: sink)
    #expect(sink.comments.count == 5_000)
    #expect(Set(sink.comments.map(\.row)).count == 5_000)
    #expect(sink.comments.allSatisfy { $0.postID == "AAAAAAAAAA1" })
  }

  @Test func problemsHoldNoWordsOfCommenters() throws {
    let secret = "СЛОВА"
    let comment = "{\"id\":\"1\",\"text\":\"\",\"username\":\"\(secret)\",\"timestamp\":\"\(secret)\"}"
    let texts = [
      "{\"data\":[\(comment),{\"id\":\"2\",\"text\":\"\(secret)\\q\",\"username\":\"a\",\"timestamp\":\"b\"}]}",
      "[{\"id\":1,\"created_at\":1792170000,\"text\":\"\",\"owner\":{\"username\":\"\(secret)\"},\"answers\":[]},{\"text\":\"\(secret)",
      "[{\"string_list_data\":[{\"value\":\"\(secret)\"}]}]",
      "{\"participants\":[{\"name\":\"\(secret)\"}],\"messages\":[{\"content\":\"\(secret)\"}]}",
      "{\"data\":[{\"id\":\"1\",\"media_type\":\"IMAGE\",\"caption\":\"\(secret)\",\"comments\":{\"data\":[\(comment)]}}]}",
    ]
    for text in texts {
      let sink = RecordingSink()
      try SourceReader().read(
        MemorySource(Array(text.utf8)), hints: SourceHints(names: ["x.json"], receivedOn: Fixture.receivedOn),
        into: sink)
      #expect(!sink.problems.isEmpty, "\(text)")
      for problem in sink.problems { #expect(!problem.description.contains(secret), "\(problem)") }
    }
  }
}
