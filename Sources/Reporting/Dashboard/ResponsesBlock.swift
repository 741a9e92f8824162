import Drawing
import Figures
import Records

/// What people answered: shares with their intervals by language, blessings apart.
struct ResponsesBlock: DashboardBlock {
  let context: ReportContext

  /// Fewer answers than this give no share.
  private static let smallestBase = 30

  private struct Row {
    var label: String
    var id: String
    var breakdown: ResponseBreakdown
  }

  func html() -> HTML {
    let words = context.words
    let rows = rows()
    let voiced = rows.filter { $0.id == "all" || $0.breakdown.opinions > 0 }
    return SectionView.html(id: "responses", words["responses.title"], lead: words["responses.lead"]) {
      if rows.allSatisfy({ $0.breakdown.total == 0 }) {
        HTML(.p, .class("empty"), text: words["responses.none"])
      } else {
        HTML(.div, .class("charts")) {
          opinionChart(voiced)
          constructiveChart(voiced)
          trendChart()
          apartChart(rows)
        }
        checkedTables()
      }
    }
  }

  private func rows() -> [Row] {
    let book = context.book
    let all = Row(
      label: context.words["language.all"], id: "all", breakdown: book.responses(in: context.month))
    let own = book.commentLanguages(in: context.month).map { language in
      Row(
        label: context.words.name(language), id: language.rawValue,
        breakdown: book.responses(languages: [language], in: context.month))
    }
    let shown = own.filter { $0.breakdown.total >= Self.smallestBase }
    return [all] + shown + fewer(own.filter { $0.breakdown.total < Self.smallestBase })
  }

  /// Languages of a few comments in one row: shares of them tell nothing, and one comment may point to its writer.
  private func fewer(_ rows: [Row]) -> [Row] {
    let languages = Set(rows.compactMap { LanguageTag(rawValue: $0.id) })
    guard !languages.isEmpty else { return [] }
    return [
      Row(
        label: context.words["language.fewer"], id: "fewer",
        breakdown: context.book.responses(languages: languages, in: context.month))
    ]
  }

  private func caption(
    _ id: String, _ title: String, _ unit: String, _ n: Int, counting: String = "answers.n"
  ) -> ChartCaption {
    let words = context.words
    return ChartCaption(
      id: id, title: words[title], unit: words[unit], count: words(counting, ["n": .count(n)]),
      description: words(
        "chart.describeShort",
        ["title": .text(words[title]), "month": .text(words.monthAndYear(context.month))]))
  }

  private func opinionChart(_ rows: [Row]) -> HTML {
    let words = context.words
    let kinds = ResponseBreakdown.opinionKinds
    let bars = rows.map { row -> ShareBars.Row in
      let n = row.breakdown.opinions
      guard n >= Self.smallestBase else {
        return ShareBars.Row(
          label: row.label, count: words("answers.tooFew", ["n": .count(n)]), segments: [])
      }
      return ShareBars.Row(
        label: row.label, count: words("comments.n", ["n": .count(n)]),
        segments: kinds.map { segment($0, row.breakdown.counts[$0] ?? 0, of: n) })
    }
    let n = rows.first?.breakdown.opinions ?? 0
    return ChartFigure(
      caption("c-opinions", "responses.opinions", "unit.shareOfOpinions", n),
      ShareBars(bars).drawn(in: "c-opinions"), table: countTable(rows, kinds),
      tableTitle: words["chart.numbers"],
      legend: kinds.map { LegendEntry(ResponseColors.fill($0), words.name($0)) }, notes: [words["note.indicative"]]
    ).html()
  }

  private func segment(_ response: Response, _ count: Int, of n: Int) -> ShareBars.Segment {
    let share = Double(count) / Double(max(1, n))
    return ShareBars.Segment(
      ResponseColors.fill(response), share: share, text: context.words.percent(share),
      isDark: ResponseColors.isDark(response))
  }

  private func countTable(_ rows: [Row], _ kinds: [Response]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [words["column.language"]] + kinds.map(words.name),
      rows: rows.map { row in
        [ChartCell(row.label)]
          + kinds.map { kind in
            let count = Double(row.breakdown.counts[kind] ?? 0)
            return ChartCell(words.count(count), machine: words.machine(count, .count))
          }
      })
  }

  private func constructiveChart(_ rows: [Row]) -> HTML {
    let words = context.words
    let dots = rows.map { row -> DotPlot.Row in
      let figure = row.breakdown.constructive
      guard row.breakdown.opinions >= Self.smallestBase, let value = figure.value else {
        let text = words("answers.tooFew", ["n": .count(row.breakdown.opinions)])
        return DotPlot.Row(label: row.label, text: text, value: nil, interval: nil)
      }
      let range = words.interval(figure).map { " (\($0))" } ?? ""
      return DotPlot.Row(
        label: row.label, text: words.percent(value) + range, value: value, interval: figure.limits)
    }
    let n = rows.first?.breakdown.opinions ?? 0
    return ChartFigure(
      caption("c-constructive", "glance.constructive", "unit.constructive", n),
      DotPlot(dots, axisText: { words.axis($0, .share) }).drawn(in: "c-constructive"),
      table: constructiveTable(rows), tableTitle: words["chart.numbers"], notes: [words["note.interval"]]
    ).html()
  }

  private func constructiveTable(_ rows: [Row]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [
        words["column.language"], words["glance.constructive"], words["column.interval"], words["column.answers"],
      ],
      rows: rows.map { row in
        let figure = row.breakdown.constructive
        let n = Double(row.breakdown.opinions)
        return [
          ChartCell(row.label), words.cell(figure),
          ChartCell(words.interval(figure) ?? words["value.missing"]),
          ChartCell(words.count(n), machine: words.machine(n, .count)),
        ]
      })
  }

  private func trendChart() -> HTML {
    let words = context.words
    let figures = context.months.map { context.book.responses(in: $0).constructive }
    let points = zip(words.monthLabels(context.months), figures)
      .map { LineChart.Point($0, $1.value, band: $1.limits) }
    guard let last = figures.last else { return .empty }
    let chart = LineChart(
      points, lastText: last.value == nil ? nil : words.text(last), top: 1,
      axisText: { words.axis($0, .share) })
    let rows = zip(context.months, figures).map { month, figure in
      [
        ChartCell(words.monthAndYear(month)), words.cell(figure),
        ChartCell(words.interval(figure) ?? words["value.missing"]), ChartCell(words.count(figure.n ?? 0)),
      ]
    }
    return ChartFigure(
      caption("c-trend", "responses.trend", "unit.constructive", last.n ?? 0), chart.drawn(in: "c-trend"),
      table: ChartTable(
        header: [
          words["column.month"], words["glance.constructive"], words["column.interval"],
          words["column.answers"],
        ], rows: rows), tableTitle: words["chart.numbers"],
      legend: [LegendEntry(.solid(Palette.accentPale), words["legend.interval"])]
    ).html()
  }

  private func apartChart(_ rows: [Row]) -> HTML {
    let words = context.words
    let bars = rows.map { row -> ShareBars.Row in
      let total = row.breakdown.total
      guard total >= Self.smallestBase else {
        return ShareBars.Row(label: row.label, count: words("answers.tooFew", ["n": .count(total)]), segments: [])
      }
      let other = row.breakdown.count([.spam, .other])
      let opinions = Double(row.breakdown.opinions) / Double(total)
      let first = ShareBars.Segment(
        .solid(Palette.accentLight), share: opinions, text: words.percent(opinions))
      return ShareBars.Row(
        label: row.label, count: words("comments.n", ["n": .count(total)]),
        segments: [
          first, segment(.formula, row.breakdown.counts[.formula] ?? 0, of: total),
          segment(.other, other, of: total),
        ])
    }
    return ChartFigure(
      caption(
        "c-apart", "responses.apart", "unit.shareOfComments", rows.first?.breakdown.total ?? 0,
        counting: "comments.n"),
      ShareBars(bars).drawn(in: "c-apart"), table: countTable(rows, [.formula, .spam, .other]),
      tableTitle: words["chart.numbers"],
      legend: [
        LegendEntry(.solid(Palette.accentLight), words["responses.opinions"]),
        LegendEntry(ResponseColors.fill(.formula), words.name(Response.formula)),
        LegendEntry(ResponseColors.fill(.other), words["responses.rest"]),
      ], notes: [words["responses.apartNote"], words["note.indicative"]]
    ).html()
  }

  /// Shares of all comments, corrected where people coded.
  private func checkedTables() -> [HTML] {
    let words = context.words
    let book = context.book
    let responses = book.responseShares(in: context.month).map { response, share in
      CheckedShares.Row(
        name: words.name(response), found: share,
        checked: book.checked(share, kind: .comment, variable: "response", label: response.rawValue))
    }
    let sentiments = book.sentiments(in: context.month).map { sentiment in
      CheckedShares.Row(
        name: words.name(sentiment.sentiment), found: sentiment.share,
        checked: book.checked(
          sentiment.share, kind: .comment, variable: "sentiment", label: sentiment.sentiment.rawValue))
    }
    return [
      CheckedShares(words: words, header: words["column.response"], rows: responses)
        .html(title: words["checked.responses"]),
      CheckedShares(words: words, header: words["column.sentiment"], rows: sentiments)
        .html(title: words["sentiment.title"]),
    ]
  }
}

extension Figure {
  /// The 95 % interval as a closed range.
  var limits: ClosedRange<Double>? {
    guard let range, range.kind == .confidence95, let lower = range.lower, let upper = range.upper,
      lower <= upper
    else { return nil }
    return lower...upper
  }
}
