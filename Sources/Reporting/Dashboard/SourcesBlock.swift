import Drawing
import Figures
import Records

/// The last part: for every figure that the page links, how it is reckoned, from what, and its id.
struct SourcesBlock: DashboardBlock {
  let context: ReportContext

  private var words: Phrases { context.words }
  private var book: FigureBook { context.book }
  private var figureWords: FigureWords { FigureWords(context.words) }

  /// A figure with what it was worked out from, in words.
  private struct Entry {
    var who: String
    var figure: Figure
    var basis: String
  }

  func html() -> HTML {
    SectionView.html(id: "sources", words["sources.title"], lead: words["sources.lead"]) {
      numbers(.metric(.views)) { book.total(.views, $0, in: context.month) }
      numbers(.metric(.watchHours)) { book.total(.watchHours, $0, in: context.month) }
      numbers(.peopleReached) { book.reach($0, in: context.month) }
      numbers(.talksPublished) { book.talksPublished($0, in: context.month) }
      group(.engagement, context.platforms().map(engagement))
      group(.constructive, [constructive()])
      group(.themeHours(nil), [themeHours()])
      themes()
      registered.map { measure in
        let figure = book.register(measure, over: [context.month])
        return group(
          .register(measure),
          [
            Entry(
              who: words["explain.everybody"], figure: figure, basis: words("sources.rows", ["n": .count(figure.of)]))
          ])
      }
    }
  }

  /// What the page shows of registers, and links here.
  private var registered: [RegisterMeasure] {
    let all: [RegisterMeasure] = [
      .trainingsHeld, .personsTrained, .eventsHeld, .eventParticipants, .incidents, .storiesShared,
    ]
    return all.filter { !book.registerRows($0.kind, in: [context.month]).isEmpty }
  }

  private func group(_ measure: FigureName.Measure, _ entries: [Entry]) -> HTML {
    HTML(.div, .class("source")) {
      HTML(.h3, text: figureWords.measure(measure))
      HTML(.p, .class("small"), text: figureWords.formula(measure))
      table(entries)
    }
  }

  private func table(_ entries: [Entry]) -> HTML {
    HTML(.div, .class("scroll")) {
      HTML(.table, .class("sources")) {
        HTML(.thead) {
          HTML(.tr) {
            ["sources.figure", "explain.value", "sources.basis", "sources.id"].map {
              HTML(.th, .scope(.col), text: words[$0])
            }
          }
        }
        HTML(.tbody) { entries.map(row) }
      }
    }
  }

  private func row(_ entry: Entry) -> HTML {
    HTML(.tr, .id(FigureLinks.anchor(entry.figure.id))) {
      HTML(.th, .scope(.row), text: entry.who)
      HTML(.td) { FigureView(entry.figure, words).html() }
      HTML(.td, text: entry.basis)
      HTML(.td) { HTML(.code, text: SafeCode.figure(entry.figure.id)) }
    }
  }

  // MARK: Numbers of platforms

  private func numbers(_ measure: FigureName.Measure, _ figure: (ChannelSelection) -> Figure) -> HTML {
    let creators = book.data.creators.map(\.code).sorted()
    let whole = figure(.all)
    let all = Entry(who: words["explain.everybody"], figure: whole, basis: words.channels(whole))
    return group(
      measure,
      [all]
        + creators.map { code in
          let own = figure(ChannelSelection(creator: code))
          return Entry(who: code, figure: own, basis: basis(measure, code, own))
        })
  }

  private func basis(_ measure: FigureName.Measure, _ code: String, _ figure: Figure) -> String {
    let metrics: [Metric] =
      switch measure {
      case .metric(let metric): [metric]
      case .peopleReached: [.uniqueViewers, .reach]
      default: []
      }
    guard !metrics.isEmpty else { return words.channels(figure) }
    let parts = book.channels(ChannelSelection(creator: code)).flatMap { channel in
      metrics.compactMap { metric in book.metric(metric, channel.id, context.month).map { (channel, $0) } }
    }
    return parts.isEmpty ? words["value.missing"] : parts.map { part($0.0, $0.1) }.joined(separator: "; ")
  }

  /// "YouTube: 1,200, the platform's own total of the month (first stated: 1,150)".
  private func part(_ channel: AccountCard, _ metric: MonthlyMetric) -> String {
    let unit = MetricRegister.definition(of: metric.metric).unit
    let text =
      words.name(channel.platform) + ": " + figureWords.value(metric, unit) + ", " + figureWords.basis(metric)
    let first = book.data.restatements.first {
      $0.account == metric.account && $0.month == metric.month && $0.metric == metric.metric
    }
    guard let first else { return text }
    return text + " (" + words["column.first"] + ": " + words.value(first.firstReported, unit) + ")"
  }

  private func engagement(_ platform: Platform) -> Entry {
    let figure = book.engagement(on: platform, in: context.month).pooled
    return Entry(who: words.name(platform), figure: figure, basis: words.channels(figure))
  }

  // MARK: Comments and talks

  private func constructive() -> Entry {
    let responses = book.responses(in: context.month)
    let apart = responses.total - responses.opinions
    return Entry(
      who: words["explain.everybody"], figure: responses.constructive,
      basis: words("sources.answers", ["n": .count(responses.opinions), "m": .text(words.count(apart))]))
  }

  private func themeHours() -> Entry {
    let talks = book.watchedCoverage(in: context.month).talks
    return Entry(
      who: words["explain.everybody"], figure: book.themeHours(in: context.month),
      basis: words("sources.watched", ["n": .count(talks)]))
  }

  private func themes() -> HTML {
    let all = book.transcribedSeconds(in: context.month)
    guard all > 0 else { return .empty }
    let entries = book.themeIDs.map { theme in
      let figure = book.themeShare(theme, in: context.month).promotes
      return Entry(who: words.theme(theme), figure: figure, basis: minutes((figure.value ?? 0) * all, of: all))
    }
    return HTML(.div, .class("source")) {
      HTML(.h3, text: words["themes.title"])
      HTML(.p, .class("small"), text: words["themes.lead"])
      table(entries)
    }
  }

  private func minutes(_ seconds: Double, of all: Double) -> String {
    words("sources.sentences", ["seconds": .text(words.count(seconds / 60)), "all": .text(words.count(all / 60))])
  }
}
