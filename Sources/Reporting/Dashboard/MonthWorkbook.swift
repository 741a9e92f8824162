import Figures
package import Records

/// The numbers of twelve months as a workbook for the team: tables, and charts that the spreadsheet draws itself.
///
/// A value that is not certain stands in a column of its own, "at least"; charts draw certain values and leave gaps.
package struct MonthWorkbook {
  private let context: ReportContext
  private let preparedOn: Day

  /// - Parameter month: the last month; the eleven before it come with it.
  package init(data: ProgrammeData, month: Month, words: Wording, preparedOn: Day) {
    context = ReportContext(book: FigureBook(data), month: month, words: Phrases(words))
    self.preparedOn = preparedOn
  }

  package func writeXLSX(to path: String) throws(XLSXError) {
    let words = context.words
    let notes = [
      words["page.inHouse"], words["reading.atLeast.text"], words["reading.people.text"], words["views.lead"],
    ]
    let writer = XLSXWriter(
      sheetName: words["summary.sheet"], notesName: words["summary.notesSheet"], notes: notes, preparedOn: preparedOn)
    try writer.write(
      [numbers(), themes(), keyWords(), audience()].compactMap { $0 } + HandSheet(context: context).sheets(), to: path)
  }

  // MARK: Numbers

  /// A column of the table: its header and its cell of a month.
  private struct Column {
    var name: String
    var cell: (Month) -> SummaryCell
  }

  private func numbers() -> XLSXSheet {
    let words = context.words
    let people: (Month) -> Figure = { context.book.reach(in: $0) }
    var columns: [Column] = []
    var charts: [XLSXChart] = []
    for metric in [Metric.views, .watchHours] {
      let platforms = context.platforms().filter { MetricRegister.definition(of: metric).platforms.contains($0) }
      let series = platforms.map { platform -> Int in
        columns += pair(metric, platform)
        return columns.count - 1
      }
      if !series.isEmpty {
        charts.append(XLSXChart(kind: metric == .views ? .columns : .lines, title: words.name(metric), series: series))
      }
    }
    columns.append(column(words["glance.reach"], words["column.atLeast"]) { cell(people($0).atLeast, .people) })
    columns.append(column(words["glance.reach"], words["column.atMost"]) { cell(people($0).atMost, .people) })
    charts.append(XLSXChart(kind: .lines, title: words["glance.reach"], series: [columns.count - 1, columns.count]))
    columns += talksAndAnswers()
    return sheet(words["summary.sheet"], columns, charts)
  }

  /// The certain value, and beside it what is known at least where it is not. A chart takes the certain one: it stands
  /// last but one, so that its number in the sheet, where the month comes first, is the count of columns less one.
  private func pair(_ metric: Metric, _ platform: Platform) -> [Column] {
    let words = context.words
    let title = words(
      "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
    func figure(_ month: Month) -> Figure {
      context.book.total(metric, ChannelSelection(platform: platform), in: month)
    }
    return [
      Column(name: title) { cell(figure($0).value, figure($0).unit) },
      column(title, words["column.atLeast"]) { month in
        let figure = figure(month)
        return figure.value == nil ? cell(figure.atLeast, figure.unit) : .empty
      },
    ]
  }

  private func talksAndAnswers() -> [Column] {
    let words = context.words
    let share: (Month) -> Figure = { context.book.responses(in: $0).constructive }
    return [
      Column(name: words["glance.talks"]) { cell(context.book.talksPublished(in: $0).value, .count) },
      column(words["glance.constructive"], "%") { cell(share($0).value, .share) },
      column(words["column.interval"], words["column.atLeast"]) { cell(share($0).range?.lower, .share) },
      column(words["column.interval"], words["column.atMost"]) { cell(share($0).range?.upper, .share) },
    ] + copies()
  }

  /// Near copies among the comments, and the share without them; too few are not told.
  private func copies() -> [Column] {
    let words = context.words
    func told(_ month: Month) -> CopiedComments? {
      context.book.copiedComments(in: month).flatMap { $0.isTold ? $0 : nil }
    }
    return [
      column(words["copies.title"], "%") { cell(told($0)?.share.value, .share) },
      column(words["glance.constructive"], words["copies.without"]) {
        cell(told($0)?.constructiveWithout?.value, .share)
      },
    ]
  }

  // MARK: The month alone

  /// Words of the month; nil where no talk could be read.
  private func keyWords() -> XLSXSheet? {
    let words = context.words
    let rows = context.book.data.keyness.filter { $0.month == context.month }.flatMap { keyness in
      keyness.words.map { word -> [SummaryCell] in
        [
          .text(words.name(keyness.language)), .text(word.word),
          .optional(Double(word.talks), decimals: 0),
          .optional(Double(keyness.talks), decimals: 0),
          .optional(Double(word.talksBefore), decimals: 0),
          .optional(Double(keyness.talksBefore), decimals: 0),
          .optional(word.logRatio, decimals: 2),
          .optional(word.g2, decimals: 2),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return XLSXSheet(
      name: words["keyness.sheet"],
      header: [
        words["column.language"], words["keyness.column.word"], words["keyness.column.talks"],
        words["keyness.column.of"], words["keyness.column.before"],
        words["keyness.column.ofBefore"], "Log Ratio", "G²",
      ], rows: rows, charts: [])
  }

  /// Groups of the audience; nil where no export tells of them.
  private func audience() -> XLSXSheet? {
    let words = context.words
    let mixes = context.platforms().flatMap { platform in
      AudienceCut.allCases.compactMap {
        context.book.audience(by: $0, on: platform, in: context.month)
      }
    }
    guard !mixes.isEmpty else { return nil }
    let rows = mixes.flatMap { mix in
      mix.parts.map { part -> [SummaryCell] in
        [
          .text(words.name(mix.platform)), .text(words["audience.of.\(mix.metric.rawValue)"]),
          .text(words.audience(part.code, mix.cut)),
          cell(part.share.value, .share), .optional(Double(mix.known), decimals: 0),
          .optional(Double(mix.of), decimals: 0),
        ]
      }
    }
    return XLSXSheet(
      name: words["audience.sheet"],
      header: [
        words["column.platform"], words["column.share"], words["audience.column.group"], "%",
        words["audience.column.known"], words["column.channels"],
      ], rows: rows, charts: [])
  }

  // MARK: Themes

  private func themes() -> XLSXSheet {
    let words = context.words
    let columns = context.book.themeIDs.map { theme in
      column(words.theme(theme), "%") { cell(context.book.themeShare(theme, in: $0).promotes.value, .share) }
    }
    return sheet(words["column.theme"], columns, [])
  }

  // MARK: Cells

  private func column(_ name: String, _ more: String, _ cell: @escaping (Month) -> SummaryCell) -> Column {
    Column(name: name + ", " + more, cell: cell)
  }

  private func cell(_ value: Double?, _ unit: FigureUnit) -> SummaryCell {
    .optional(value.map(unit.published), decimals: unit.decimals)
  }

  private func sheet(_ name: String, _ columns: [Column], _ charts: [XLSXChart]) -> XLSXSheet {
    XLSXSheet(
      name: name, header: [context.words["column.month"]] + columns.map(\.name),
      rows: context.months.map { month in [.text(month.description)] + columns.map { $0.cell(month) } }, charts: charts)
  }
}
