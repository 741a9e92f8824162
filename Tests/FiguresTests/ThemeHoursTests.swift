import Figures
import Records
import Testing

@Suite("Watch hours of themes")
struct ThemeHoursTests {
  private let month = Month(year: 2026, month: 10)

  private func book(_ talks: [TalkWatch], watchHours: Double? = 100) -> FigureBook {
    var data = ProgrammeData(months: [month])
    data.accounts = [
      AccountCard(id: 1, creator: "K01", platform: .youtube), AccountCard(id: 2, creator: "K02", platform: .youtube),
    ]
    data.watched = talks
    if let watchHours {
      data.metrics = [
        MonthlyMetric(
          account: 1, month: month, metric: .watchHours, basis: .month, value: watchHours, known: 1, of: 1)
      ]
    }
    return FigureBook(data)
  }

  private func talk(
    _ account: Int64 = 1, hours: Double = 40, views: Double? = 400, duration: Double? = 600, peace: Double
  ) -> TalkWatch {
    TalkWatch(
      account: account, month: month, hours: hours, views: views, seconds: 600, duration: duration, themed: peace,
      themes: ["peace": peace])
  }

  @Test("Even viewing: hours x share of spoken time")
  func even() throws {
    // 400 views of ten minutes would be 66.7 hours; 40 were watched. A quarter speaks for peace.
    let figure = book([talk(peace: 150)]).themeHours("peace", in: month)
    #expect(figure.value == 10)
    let range = try #require(figure.range)
    // At most 400 views x 150 s; at least 40 h less 400 views x 450 s (50 h): nothing.
    #expect(abs((range.upper ?? 0) - 400 * 150 / 3_600.0) < 1e-9 && range.lower == 0)
    #expect(figure.cautions == [.indicative])
  }

  @Test("Nearly whole viewing leaves little doubt")
  func narrow() throws {
    let figure = book([talk(hours: 66, peace: 150)]).themeHours("peace", in: month)
    #expect(figure.value == 16.5)
    #expect(figure.range?.lower == 16 && abs((figure.range?.upper ?? 0) - 16.667) < 0.001)
  }

  @Test("Without views or length the bounds are wide; the value always lies between them")
  func unknown() throws {
    let noViews = book([talk(views: nil, peace: 150)]).themeHours("peace", in: month)
    #expect(noViews.range == FigureRange(lower: 0, upper: 40, kind: .bounds))
    let noLength = book([talk(hours: 66, duration: nil, peace: 150)]).themeHours("peace", in: month)
    #expect(noLength.range?.lower == 0)
    let odd = book([talk(hours: 90, views: 10, peace: 150)]).themeHours("peace", in: month)
    #expect((odd.range?.lower ?? 99) <= 22.5 && (odd.range?.upper ?? 0) >= 22.5)
  }

  @Test("A theme that nobody spoke of has no hours; a month without talks has no number")
  func none() {
    let figures = book([talk(peace: 0)])
    #expect(figures.themeHours("peace", in: month).value == 0)
    #expect(figures.themeHours("education", in: month).value == 0)
    #expect(figures.themeHours("peace", in: month + -1).value == nil)
    #expect(figures.themeHours("peace", in: month + -1).isMissing)
  }

  @Test("Talks add, authors are told apart, coverage is of all watch hours")
  func sums() {
    let both = book([talk(1, peace: 150), talk(2, hours: 20, peace: 600)])
    #expect(both.themeHours(in: month).value == 30)
    #expect(both.themeHours(nil, ChannelSelection(creator: "K02"), in: month).value == 20)
    let own = ChannelSelection(creator: "K01")
    #expect(both.watchedCoverage(own, in: month).share == 0.4)
    #expect(book([talk(peace: 1)], watchHours: nil).watchedCoverage(in: month).share == nil)
  }
}

@Suite("Channels that are asked for")
struct SilentChannelTests {
  @Test("A channel silent for a year is asked for no more, and a month says the same with more history")
  func silent() {
    let last = Month(year: 2026, month: 10)
    var data = ProgrammeData(months: (0..<26).map { last + (-25 + $0) })
    data.accounts = [AccountCard(id: 1, creator: "K01", platform: .youtube)]
    data.metrics = (12...25).map {
      MonthlyMetric(account: 1, month: last + -$0, metric: .views, basis: .month, value: 5, known: 1, of: 1)
    }
    let book = FigureBook(data)
    #expect(!book.hasStarted(1, by: last) && book.hasStarted(1, by: last + -1) && book.hasStarted(1, by: last + -25))
    #expect(!book.hasStarted(1, by: last + -26) && book.total(.views, in: last).of == 0)
  }
}
