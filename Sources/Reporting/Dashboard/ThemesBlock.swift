import Drawing
import Figures
import Records

/// What the talks were about: share of transcribed time, one small chart a theme, all on one scale.
struct ThemesBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let coverage = context.book.transcriptCoverage(in: context.month)
    return SectionView.html(id: "themes", words["themes.title"], lead: words["themes.lead"]) {
      if coverage.known == 0 {
        HTML(.p, .class("empty"), text: words["themes.none"])
      } else {
        chart(coverage)
      }
      if coverage.known > 0 { checkedTable() }
      notRead()
      waiting()
      ThemeHoursChart(context: context).html()
    }
  }

  private func chart(_ coverage: Figure) -> HTML {
    let words = context.words
    let series = context.book.themeIDs.map { theme in
      (theme, context.months.map { context.book.themeShare(theme, in: $0) })
    }
    let shown = series.filter { $0.1.contains { ($0.promotes.value ?? 0) + ($0.mentions.value ?? 0) > 0 } }
    let highest = shown.flatMap(\.1).map { ($0.promotes.value ?? 0) + ($0.mentions.value ?? 0) }.max() ?? 0
    let top = NiceTicks(through: highest, about: 4).top
    let caption = ChartCaption(
      id: "c-themes", title: words["themes.chart"],
      unit: words("themes.unit", ["top": .text(words.percent(top))]),
      count: words("talks.transcribed", ["known": .count(coverage.known), "n": .count(coverage.of)]),
      description: words["themes.lead"])
    return ChartFigure(
      caption, body: [HTML(.div, .class("multiples")) { shown.map { multiple($0.0, $0.1, top) } }],
      table: table(shown), tableTitle: words["chart.numbers"],
      legend: [
        LegendEntry(.solid(Palette.accent), words["stance.promotes"]),
        LegendEntry(.solid(Palette.grey), words["stance.mentions"]),
      ], notes: [words["note.indicative"]]
    ).html()
  }

  /// Time with a theme, corrected where people coded sentences.
  private func checkedTable() -> HTML {
    let words = context.words
    let rows = context.book.themeIDs.map { theme in
      let share = context.book.themePresence(theme, in: context.month)
      return CheckedShares.Row(
        name: words.theme(theme), found: share,
        checked: context.book.checked(share, kind: .talk, variable: "theme", label: theme))
    }
    return CheckedShares(words: words, header: words["column.theme"], rows: rows).html(title: words["checked.themes"])
  }

  private func multiple(_ theme: String, _ shares: [ThemeShare], _ top: Double) -> HTML {
    let words = context.words
    let columns = shares.map { MiniColumns.Column($0.promotes.value, more: $0.mentions.value ?? 0) }
    let months = context.months
    return HTML(.div, .class("multiple")) {
      HTML(.h4, text: words.theme(theme))
      if let last = shares.last {
        HTML(.p, .class("now")) { FigureView(last.promotes, words, links: context.links).html() }
      }
      HTML(drawing: MiniColumns(columns, top: top).svg(label: words.theme(theme)))
      HTML(.p, .class("ends", "small")) {
        HTML(.span, text: months.first.map { words["month.short.\($0.month)"] } ?? "")
        HTML(.span, text: words["month.short.\(context.month.month)"])
      }
    }
  }

  private func table(_ series: [(String, [ThemeShare])]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [
        words["column.theme"], words["stance.promotes"], words["stance.mentions"], words["stance.opposes"],
      ],
      rows: series.compactMap { theme, shares in
        guard let last = shares.last else { return nil }
        let opposes = last.opposes.map(words.cell) ?? ChartCell(words["themes.waits"])
        return [ChartCell(words.theme(theme)), words.cell(last.promotes), words.cell(last.mentions), opposes]
      })
  }

  /// Talks in languages that are not read have no themes that are known, which is not the same as none.
  private func notRead() -> HTML {
    let words = context.words
    let unread = context.book.unreadTalks(in: context.month)
    guard !unread.isEmpty else { return .empty }
    let names = unread.keys.sorted { $0.rawValue < $1.rawValue }.map(words.name).joined(separator: ", ")
    return HTML(
      .p, .class("notice"), .role(.note),
      text: words(
        "themes.notRead", ["n": .count(unread.values.reduce(0, +)), "languages": .text(names)]))
  }

  private func waiting() -> HTML {
    let words = context.words
    let count = context.book.waitingForAPerson(in: context.month)
    guard count > 0 else { return .empty }
    return HTML(.p, .class("notice"), .role(.note), text: words("themes.toLookAt", ["n": .count(count)]))
  }
}
