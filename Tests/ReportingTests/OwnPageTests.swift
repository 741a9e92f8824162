import Figures
import Records
import Reporting
import Testing

@Suite("What an author's own page adds")
struct OwnPageTests {
  private let month = LongTallies.month

  static func talks(_ month: Month) -> [AgedTalk] {
    let earlier = (1...10).map { index in
      AgedTalk(
        title: "Мурунку \(index)", platform: .youtube, kind: .video, publishedOn: month.firstDay + (-20 * index),
        views: [1: 200, 7: Double(800 + 40 * index)])
    }
    return earlier + [
      AgedTalk(
        title: "Илим алуу ар бир кызга парз", platform: .youtube, kind: .video, publishedOn: month.firstDay + 3,
        views: [7: 3_400]),
      AgedTalk(
        title: "Коңшу акысы", platform: .youtube, kind: .video, publishedOn: month.firstDay + 12, views: [7: 310]),
    ]
  }

  static let hours = (1...7).flatMap { weekday in
    (0..<24).map { AnswerHour(weekday: weekday, hour: $0, comments: weekday == 5 && $0 > 18 ? 60 : ($0 > 16 ? 12 : 2)) }
  }

  /// As many talks as a busy author publishes in a month.
  private var published: [CreatorTalk] {
    (1...30).map {
      CreatorTalk(
        title: "Илим алуу ар бир кызга парз \($0)", publishedOn: month.firstDay + ($0 % 28), platform: .youtube,
        views: 3_400, hasTranscript: true, themes: [ThemeStance(theme: "girls-education", stance: .promotes)])
    }
  }

  private func page(
    _ language: ReportLanguage = .english, talks: [AgedTalk]? = nil, hours: [AnswerHour] = Self.hours
  ) throws -> String {
    var data = LongTallies.data()
    data.creators[0].sharedUntil = [.figures: month.lastDay + 40]
    let page = CreatorPage(
      data: data, creator: "K01", talks: published, month: month, words: try WordsSupport.words()[language],
      style: try WordsSupport.style(), preparedOn: month.lastDay + 5, agedTalks: talks ?? Self.talks(month),
      hours: hours)
    return WordsSupport.text(page.html())
  }

  @Test("Best and quietest are set against the author's own earlier talks at the same age")
  func forAge() throws {
    let page = try page()
    #expect(page.contains("3,400 views by day 7: more than is usual for you."))
    #expect(page.contains("310 views by day 7: less than is usual for you."))
    #expect(page.contains("The middle half of 10 earlier talks by that day: "))
    let few = try self.page(talks: Array(Self.talks(month).dropFirst(4)))
    #expect(few.contains("at least 8 earlier talks of the same format") && !few.contains("by day 7"))
  }

  @Test("Hours with fewer than twenty comments stay grey")
  func hours() throws {
    let page = try page()
    #expect(page.contains("class=\"cell-high\"") && page.contains("class=\"cell-blank\""))
    let few = try self.page(hours: [AnswerHour(weekday: 1, hour: 9, comments: 19)])
    #expect(few.contains("at no time of the week were there 20") && !few.contains("class=\"cell-blank\""))
  }

  @Test("The page tells watch hours of the author's own themes and until when a consent holds")
  func more() throws {
    let page = try page()
    #expect(page.contains("id=\"c-theme-hours\"") && page.contains("This holds until 10 December 2026."))
  }

  @Test("It stays small and holds nobody else, in every language", arguments: ReportLanguage.allCases)
  func small(language: ReportLanguage) throws {
    let page = try page(language)
    #expect(page.utf8.count < 60_000, "\(page.utf8.count)")
    #expect(!page.contains("K02") && !page.contains("{n}"))
  }

  @Test("The team's page says what is complete, hidden, and which consents end")
  func quality() throws {
    var data = LongTallies.data()
    data.creators[0].sharedUntil = [.figures: month.lastDay + 40]
    data.creators[1].sharedWithDonors = []
    data.metrics.removeAll { $0.account == 1 && $0.metric == .views && $0.month == month }
    data.imports = [
      ImportTally(
        number: 1, receivedOn: month.lastDay, format: "f", creator: "K01", platform: .youtube, period: nil,
        accepted: 1_200, unchanged: 3, restated: 4, refused: 5)
    ]
    let page = MonthDashboard(
      data: data, month: month, words: try WordsSupport.words()[.english], style: try WordsSupport.style(),
      preparedOn: month.lastDay + 5)
    let text = WordsSupport.text(page.html())
    #expect(text.contains("Views and other numbers: complete on 3 of 4 channels"))
    #expect(text.contains("rows accepted: 1,200; corrected by the platforms: 4; refused: 5"))
    #expect(text.contains("K01: until 10 December 2026") && text.contains("none that holds today: K02"))
    #expect(text.contains(" values of this month\u{2019}s summary"))
  }
}
