import Figures
import Records

/// What the director reads: five numbers against what is aimed at, signals, risks, decisions, one story.
struct BriefContent {
  let context: ReportContext
  let plans: [DonorPlan]
  let story: BriefStory?
  /// Goes before a talk.
  var change: ChangeStory?

  /// More would not fit on the page; the dashboard has them all.
  private static let mostLines = 5
  private static let mostNotes = 4

  private var words: Phrases { context.words }
  private var book: FigureBook { context.book }
  private var month: Month { context.month }

  var title: String { words("brief.title", ["month": .text(words.monthAndYear(month))]) }

  var parts: [BriefPart] {
    let watch = BriefWatch(context: context, hasTargets: rows.contains { $0.target != nil })
    let findings = watch.findings.prefix(Self.mostLines)
    let decisions = findings.compactMap(\.decision)
    return [
      .heading(words["brief.figures"]), table, .heading(words["brief.changed"]), .points(changes),
      .heading(words["brief.risks"]), .points(or(findings.map(\.risk), "brief.noRisk")),
      .heading(words["brief.decisions"]), .points(or(Array(decisions), "brief.noDecision")),
      .heading(words[change == nil ? "brief.story" : "brief.change"]), .paragraph(changeText ?? storyText),
    ] + notes
  }

  private func or(_ lines: [String], _ none: String) -> [String] { lines.isEmpty ? [words[none]] : lines }

  // MARK: Five numbers

  private struct Row {
    var name: String
    var figure: Figure
    var target: BriefTarget?
  }

  private var rows: [Row] {
    func row(_ measure: IndicatorMeasure, _ name: String, _ figure: Figure) -> Row {
      Row(
        name: words[name], figure: figure,
        target: BriefTarget.of(measure, in: month, plans: plans, data: book.data))
    }
    return [
      row(.views, "metric.views", book.total(.views, in: month)),
      row(.watchHours, "metric.watch_hours", book.total(.watchHours, in: month)),
      row(.peopleReached, "glance.reach", book.reach(in: month)),
      row(.talksPublished, "glance.talks", book.talksPublished(in: month)),
      row(.constructiveShare, "glance.constructive", book.responses(in: month).constructive),
    ]
  }

  private var table: BriefPart {
    .table(
      header: ["brief.number", "brief.month", "brief.target", "brief.standing"].map { words[$0] },
      rows: rows.map { row in
        let marks = context.links.notes(beside: row.figure).map { " [\($0.number)]" }.joined()
        return [row.name, FigureWords(words).value(row.figure) + marks, target(row.target), standing(row.target)]
      })
  }

  /// "45,000 of 120,000 (2026-Q4; A1 2.1)".
  private func target(_ target: BriefTarget?) -> String {
    guard let target else { return "\u{2013}" }
    let unit = target.soFar?.unit ?? .count
    let aim = unit == .share ? words.value(target.value / 100, unit) : words.value(target.value, unit)
    return words(
      "brief.soFar",
      [
        "value": .text(target.soFar.map(words.text) ?? words["value.missing"]), "target": .text(aim),
        "period": .text(target.period.label), "source": .text(target.source),
      ])
  }

  private func standing(_ target: BriefTarget?) -> String {
    guard let target else { return words["brief.noTarget"] }
    if let light = target.light(in: month) { return words["light.\(light.rawValue)"] }
    let over = target.period.months.filter { $0 <= month }.count
    return words("brief.underWay", ["known": .text(words.count(over)), "n": .count(target.period.months.count)])
  }

  // MARK: Signals

  /// Signals; where no chart is possible yet, the plain change, which claims nothing about the usual up and down.
  private var changes: [String] {
    let series = watched.filter { $0.series.known > 0 }
    guard !series.isEmpty else { return [words["brief.noChart"]] }
    let charted = series.filter { $0.series.line != nil }
    let signals = charted.filter { !($0.series.line?.now ?? []).isEmpty }.map(\.told)
    let plain = series.filter { $0.series.line == nil }.map(\.told)
    let calm = plain.isEmpty ? "brief.noSignal" : "brief.noSignalCharted"
    let none = signals.isEmpty && !charted.isEmpty ? [words[calm]] : []
    return Array((signals + none + plain).prefix(Self.mostLines))
  }

  /// A series that signals are looked for in, and its line.
  private struct Watched {
    var series: ControlledSeries
    var told: String
  }

  private var watched: [Watched] {
    let platforms = context.platforms()
    var series = platforms.map { watched(.views, $0) }
    if platforms.contains(.youtube) { series.append(watched(.watchHours, .youtube)) }
    let constructive = book.controlConstructive(through: month)
    let change = book.compareConstructive(in: month, with: context.previous)
    let name = words["glance.constructive"]
    return series + [Watched(series: constructive, told: told(name, constructive, words.changeOfShare(change)))]
  }

  private func watched(_ metric: Metric, _ platform: Platform) -> Watched {
    let selection = ChannelSelection(platform: platform)
    let series = book.control(metric, selection, through: month)
    let name = words(
      "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
    let change = book.compare(metric, selection, in: month, with: context.previous)
    return Watched(series: series, told: told(name, series, words.change(change)))
  }

  private func told(_ name: String, _ series: ControlledSeries, _ change: String) -> String {
    name + ": " + change + "; " + words.signal(series) + "."
  }

  // MARK: Story and notes

  /// Longer stories would not fit on the page.
  private static let longestStory = 600

  private var changeText: String? {
    guard let change else { return nil }
    let scalars = change.words.unicodeScalars
    let text = String(String.UnicodeScalarView(scalars.prefix(Self.longestStory)))
    return words(
      "brief.changeTold",
      [
        "story": .text(scalars.count > Self.longestStory ? text + "\u{2026}" : text), "code": .text(change.code),
        "date": .text(words.shortDate(change.day)), "until": .text(words.date(change.consent.validUntil)),
        "who": .text(words["audienceOf.\(change.consent.sharedWith.rawValue)"]),
      ])
  }

  private var storyText: String {
    guard let story else { return words["brief.noStory"] }
    let reason =
      switch story.reason {
      case .testimony(let count, let all):
        words("brief.testimony", ["n": .count(count), "all": .text(words.count(all))])
      case .views(let times, let age):
        words(
          "brief.views",
          ["times": .text(words.formats.number(times, decimals: 1)), "age": .text(words.count(age))])
      }
    return words(
      "brief.talk",
      [
        "title": .text(TalkTitle(story.title).heading), "author": .text(story.author),
        "platform": .text(words.name(story.platform)), "date": .text(words.shortDate(story.publishedOn)),
      ]) + " " + reason
  }

  private var notes: [BriefPart] {
    let notes = context.links.notes
    guard !notes.isEmpty else { return [] }
    let lines = notes.prefix(Self.mostNotes).map { numbered in
      let name = FigureName(numbered.note.figure).map { FigureWords(words).name($0) } ?? numbered.note.figure
      return "[\(numbered.number)] \(name): \(numbered.note.text)"
    }
    let more = notes.count - lines.count
    return [
      .heading(words["notes.title"]),
      .points(lines + (more > 0 ? [words("brief.moreNotes", ["n": .count(more)])] : [])),
    ]
  }
}
