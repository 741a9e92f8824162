import Drawing
import Figures
import Records

/// The month at a glance: seven cards with their twelve months.
struct GlanceBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    SectionView.html(id: "glance", context.words["glance.title"]) {
      sentences()
      HTML(.div, .class("cards")) {
        viewsCard()
        hoursCard()
        themeHoursCard()
        reachCard()
        talksCard()
        constructiveCard()
        engagementCard()
      }
    }
  }

  /// The month in sentences that its figures carry; each is linked to its figure by name.
  private func sentences() -> HTML {
    let words = context.words
    let book = context.book
    let claims = [
      Claim.viewed(book.total(.views, in: context.month), words),
      Claim.reached(book.reach(in: context.month), words),
      Claim.share(book.responses(in: context.month).constructive, words),
      Claim.moved(words["metric.views"], book.control(.views, through: context.month), words),
    ].compactMap { $0 }
    guard !claims.isEmpty else { return .empty }
    return HTML(.ul, .class("sentences")) {
      claims.map { claim in HTML(.li, .figure(SafeCode.figure(claim.figure.id)), text: claim.text) }
    }
  }

  private func viewsCard() -> HTML {
    let comparison = context.book.compare(.views, in: context.month, with: context.previous)
    return card(
      "metric.views", context.book.total(.views, in: context.month),
      spark: context.book.series(.views, through: context.month), change: comparison,
      signal: context.words.signal(context.book.control(.views, through: context.month)),
      note: context.platforms().count > 1 ? context.words["glance.bothPlatforms"] : nil)
  }

  private func hoursCard() -> HTML {
    let comparison = context.book.compare(.watchHours, in: context.month, with: context.previous)
    return card(
      "metric.watch_hours", context.book.total(.watchHours, in: context.month),
      spark: context.book.series(.watchHours, through: context.month), change: comparison,
      signal: context.words.signal(context.book.control(.watchHours, through: context.month)))
  }

  private func themeHoursCard() -> HTML {
    let words = context.words
    let book = context.book
    let figure = book.themeHours(in: context.month)
    let range = figure.range.flatMap { range -> String? in
      guard let lower = range.lower, let upper = range.upper else { return nil }
      return words(
        "watched.between", ["lower": .text(words.value(lower, .hours)), "upper": .text(words.value(upper, .hours))])
    }
    let coverage = book.watchedCoverage(in: context.month)
    return GlanceCard(
      title: words["glance.themeHours"], figure: figure, series: context.months.map { book.themeHours(in: $0) },
      change: nil,
      notes: [range, coverage.talks > 0 ? words.covered(coverage) : words["watched.none"]].compactMap { $0 },
      words: words, links: context.links
    ).html()
  }

  private func reachCard() -> HTML {
    let words = context.words
    let series = context.months.map { context.book.reach(in: $0) }
    let comparison = context.book.compareReach(in: context.month, with: context.previous)
    return GlanceCard(
      title: words["glance.reach"], figure: context.book.reach(in: context.month), series: series,
      change: words.change(comparison),
      notes: [words["glance.reachNote"], words.channels(context.book.reach(in: context.month))], words: words,
      links: context.links
    ).html()
  }

  private func talksCard() -> HTML {
    let words = context.words
    let book = context.book
    let figure = book.talksPublished(in: context.month)
    let coverage = book.transcriptCoverage(in: context.month)
    return GlanceCard(
      title: words["glance.talks"], figure: figure,
      series: context.months.map { book.talksPublished(in: $0) }, change: nil,
      notes: [
        words("talks.transcribed", ["known": .count(coverage.known), "n": .count(coverage.of)]),
        words.channels(figure),
      ], words: words, links: context.links
    ).html()
  }

  private func constructiveCard() -> HTML {
    let words = context.words
    let responses = context.book.responses(in: context.month)
    let comparison = context.book.compareConstructive(in: context.month, with: context.previous)
    let interval = words.interval(responses.constructive)
      .map { words("glance.interval", ["range": .text($0)]) }
    return GlanceCard(
      title: words["glance.constructive"], figure: responses.constructive,
      series: context.months.map { context.book.responses(in: $0).constructive },
      change: words.changeOfShare(comparison),
      signal: words.signal(context.book.controlConstructive(through: context.month)),
      notes: [interval, words("answers.n", ["n": .count(responses.opinions)])].compactMap { $0 },
      words: words, links: context.links
    ).html()
  }

  private func engagementCard() -> HTML {
    let words = context.words
    let rates = context.platforms().map { ($0, context.book.engagement(on: $0, in: context.month)) }
    return HTML(.article, .class("card")) {
      HTML(.h3, text: words["glance.engagement"])
      HTML(.dl, .class("pairs")) {
        rates.flatMap { platform, rate in
          [
            HTML(.dt, text: words.name(platform)),
            HTML(.dd) {
              FigureView(rate.pooled, words, links: context.links).html()
              if let median = rate.median {
                HTML(.small, text: words("glance.median", ["value": .text(words.percent(median))]))
              }
              HTML(.small, text: words.channels(rate.pooled))
            },
          ]
        }
      }
      HTML(.p, .class("small"), text: words["glance.engagementNote"])
    }
  }

  private func card(
    _ key: String, _ figure: Figure, spark: [Figure], change: Comparison, signal: String,
    note: String? = nil
  ) -> HTML {
    let words = context.words
    return GlanceCard(
      title: words[key], figure: figure, series: spark, change: words.change(change), signal: signal,
      notes: [words.footing(change), words.channels(figure), note].compactMap { $0 }, words: words, links: context.links
    ).html()
  }
}
