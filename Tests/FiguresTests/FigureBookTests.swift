import Figures
import Records
import Testing

@Suite("Figures from tallies")
struct FigureBookTests {
  private let month = Month(year: 2026, month: 10)

  private func metric(
    _ account: Int64, _ metric: Metric, _ value: Double?, lower: Double? = nil, upper: Double? = nil,
    month: Month? = nil
  ) -> MonthlyMetric {
    MonthlyMetric(
      account: account, month: month ?? self.month, metric: metric, basis: .month, value: value,
      lower: lower, upper: upper, known: value == nil ? 0 : 1, of: 1)
  }

  /// Accounts 1 and 2: YouTube of A and B; 3: Instagram of A.
  private func book(
    _ metrics: [MonthlyMetric] = [], talks: [TalkTally] = [], themes: [ThemeTally] = [],
    comments: [CommentTally] = []
  ) -> FigureBook {
    let creators = ["A", "B"].map {
      CreatorCard(code: $0, languages: [.kyrgyz], country: "KG", sharedWithDonors: [])
    }
    let accounts = [
      AccountCard(id: 1, creator: "A", platform: .youtube), AccountCard(id: 2, creator: "B", platform: .youtube),
      AccountCard(id: 3, creator: "A", platform: .instagram),
    ]
    return FigureBook(
      ProgrammeData(
        months: [month], creators: creators, accounts: accounts, metrics: metrics, talks: talks,
        themes: themes, comments: comments))
  }

  @Test("Channels add to the whole, and parts to their platforms")
  func sums() {
    let book = book([metric(1, .views, 100), metric(2, .views, 50), metric(3, .views, 7)])
    #expect(book.total(.views, in: month).value == 157)
    let parts = Platform.allCases.compactMap {
      book.total(.views, ChannelSelection(platform: $0), in: month).value
    }
    #expect(parts.reduce(0, +) == 157)
    #expect(book.total(.views, in: month).isComplete)
  }

  @Test("A missing channel makes the sum at least, and is told")
  func missingChannel() {
    let figure = book([
      metric(1, .views, 100), metric(2, .views, 50, month: month + -1), metric(3, .views, 7),
    ]).total(.views, in: month)
    #expect(figure.value == nil && figure.atLeast == 107 && figure.atMost == nil)
    #expect(figure.known == 2 && figure.of == 3 && figure.cautions.contains(.missing(1)))
  }

  @Test("Missing never lowers a rate")
  func missingNeverLowers() {
    let full = [metric(1, .views, 100), metric(1, .likes, 10), metric(1, .comments, 0), metric(1, .shares, 0)]
    let alone = book(full).engagement(on: .youtube, in: month).pooled.value
    let beside = book(full + [metric(2, .views, 1_000)]).engagement(on: .youtube, in: month)
    #expect(alone == 0.1 && beside.pooled.value == 0.1 && beside.pooled.known == 1 && beside.pooled.of == 2)
  }

  @Test("Rates are pooled, with the median channel beside")
  func pooled() {
    func channel(_ id: Int64, _ views: Double, _ likes: Double) -> [MonthlyMetric] {
      [
        metric(id, .views, views), metric(id, .likes, likes), metric(id, .comments, 0), metric(id, .shares, 0),
      ]
    }
    let rate = book(channel(1, 900, 9) + channel(2, 100, 11)).engagement(on: .youtube, in: month)
    #expect(rate.pooled.value == 0.02)
    #expect(abs((rate.median ?? 0) - 0.06) < 1e-12)
  }

  @Test("People reached: at least the largest part, at most the sum, over platforms too")
  func reach() {
    let figure = book([
      metric(1, .uniqueViewers, 40), metric(2, .uniqueViewers, 30), metric(3, .reach, nil, lower: 50, upper: 60),
    ]).reach(in: month)
    #expect(figure.value == nil && figure.atLeast == 50 && figure.atMost == 130)
  }

  @Test("Without an upper end of one part there is none of the whole")
  func openReach() {
    let figure = book([
      metric(1, .uniqueViewers, 40), metric(2, .views, 30), metric(3, .reach, 10),
    ]).reach(in: month)
    #expect(figure.atLeast == 40 && figure.atMost == nil)
  }

  @Test("Nothing known is missing, not zero")
  func nothing() {
    let figure = book().total(.views, in: month)
    #expect(figure.isMissing && figure.of == 0)
    #expect(book().commentCount(in: month) == nil)
    #expect(book().responses(in: month).constructive.value == nil)
  }

  @Test("Theme shares are of transcribed time; sensitive opposing findings are only counted for a person")
  func themes() {
    func theme(_ id: String, _ stance: Stance, _ seconds: Double) -> ThemeTally {
      ThemeTally(
        account: 1, month: month, language: .kyrgyz, theme: id, stance: stance, sentences: 2, seconds: seconds)
    }
    let book = book(
      talks: [
        TalkTally(account: 1, month: month, published: 4, transcribed: 1, transcribedSeconds: 600)
      ],
      themes: [
        theme("peace", .promotes, 60), theme("peace", .opposes, 30), theme("education", .opposes, 6),
      ])
    let peace = book.themeShare("peace", in: month)
    #expect(peace.promotes.value == 0.1 && peace.opposes == nil)
    #expect(peace.promotes.known == 1 && peace.promotes.of == 4)
    #expect(book.themeShare("education", in: month).opposes?.value == 0.01)
    #expect(book.waitingForAPerson(in: month) == 2)
  }

  @Test("Constructive share leaves formulas, spam and other out")
  func constructive() {
    func tally(_ label: Response, _ count: Int) -> CommentTally {
      CommentTally(
        account: 1, month: month, language: .russian, kind: .response, label: label.rawValue, comments: count,
        commentersAtLeast: count)
    }
    let responses = book(comments: [
      tally(.testimony, 5), tally(.supportive, 10), tally(.question, 10), tally(.critical, 5), tally(.hostile, 70),
      tally(.formula, 900), tally(.spam, 9), tally(.other, 9),
    ]).responses(in: month)
    #expect(responses.constructive.value == 0.3 && responses.constructive.n == 100)
    #expect(abs((responses.constructive.range?.lower ?? 0) - 0.2189) < 0.00005)
    #expect(responses.total == 1_018)
  }
}
