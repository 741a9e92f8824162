import Figures
import Records
import Testing

@Suite struct FigureNameTests {
  @Test(arguments: [
    "views/all/2026-10", "views/K01.youtube/2026-10", "people_reached/instagram/2026-10",
    "theme.against-violence.promotes/all/2026-10", "theme_hours.any/K01/2026-10", "theme_hours.education/all/2026-10",
    "constructive_share/all/all/2026-10", "constructive_share/K01/uz-Latn/2026-10",
    "engagement_by_views/youtube/2026-10",
    "talks_published/K-7/2026-01", "transcript_coverage/all/2026-12", "watch_hours/all/2026-10",
  ])
  func idsAreReadAndWrittenAlike(id: String) throws {
    #expect(try #require(FigureName(id)).text == id)
  }

  @Test func otherSpellingsMeanTheSame() throws {
    #expect(FigureName("views/K01/youtube/2026-10") == FigureName("views/K01.youtube/2026-10"))
    #expect(FigureName("theme.counter-extremism/all/2026-10")?.text == "theme.against-violence.promotes/all/2026-10")
    #expect(FigureName("constructive_share/K01/2026-10")?.text == "constructive_share/K01/all/2026-10")
    #expect(FigureName("constructive_share/ky/2026-10")?.language == .kyrgyz)
    // Elsewhere a language's code is a creator's.
    #expect(FigureName("views/ky/2026-10")?.selection.creator == "ky")
  }

  @Test(arguments: [
    "", "/", "views", "views/all", "views/2026-10", "views/all/2026-13", "views/all/2026-10/x", "viewz/all/2026-10",
    "views/K01/K02/2026-10", "views/youtube/instagram/x/y/2026-10", "theme/all/2026-10", "theme.N1/all/2026-10",
    "theme.peace.likes/all/2026-10", "engagement_by_views/all/2026-10", "views//2026-10", "views/K01./2026-10",
    "constructive_share/ky/ru/K01/2026-10/", "../../x/2026-10",
  ])
  func otherTextsAreNoIds(id: String) { #expect(FigureName(id) == nil) }

  @Test func theFigureOfANameCarriesItsId() throws {
    let month = Month(year: 2026, month: 10)
    var data = ProgrammeData(months: [month])
    data.creators = [CreatorCard(code: "K01", languages: [], country: nil, sharedWithDonors: [])]
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    data.metrics = [
      MonthlyMetric(account: 1, month: month, metric: .views, basis: .days, value: 12, known: 31, of: 31)
    ]
    let book = FigureBook(data)
    for id in [
      "views/K01.youtube/2026-10", "people_reached/all/2026-10", "talks_published/all/2026-10",
      "engagement_by_views/youtube/2026-10", "constructive_share/all/ky/2026-10", "theme.peace.promotes/all/2026-10",
      "theme_hours.any/all/2026-10", "transcript_coverage/K01/2026-10", "subscribers_net/all/2026-10",
    ] {
      let name = try #require(FigureName(id))
      #expect(book.figure(name)?.id == id)
    }
    #expect(book.figure(try #require(FigureName("views/K01.youtube/2026-10")))?.value == 12)
    #expect(book.figure(try #require(FigureName("theme.unheard/all/2026-10"))) == nil)
    // What seems to speak against peace waits for a person.
    #expect(book.figure(try #require(FigureName("theme.peace.opposes/all/2026-10"))) == nil)
  }
}
