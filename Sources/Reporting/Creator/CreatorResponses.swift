import Drawing
import Figures
import Records

/// What people answered the author; hostile comments as a count only.
struct CreatorResponses {
  let context: ReportContext

  /// Fewer comments than this are not broken down: a reader could guess who wrote them.
  private static let smallestGroup = 5
  /// Fewer answers than this give counts, not shares.
  private static let smallestBase = 10

  func html() -> HTML {
    let words = context.words
    let responses = context.book.responses(in: context.month)
    return SectionView.html(id: "answers", words["creator.answers"]) {
      if responses.total == 0 {
        HTML(.p, .class("empty"), text: words["responses.none"])
      } else if responses.total < Self.smallestGroup {
        HTML(.p, .class("empty"), text: words("creator.answersFew", ["n": .count(responses.total)]))
      } else {
        chart(responses)
        apart(responses)
      }
    }
  }

  private func chart(_ responses: ResponseBreakdown) -> HTML {
    let words = context.words
    let kinds = ResponseBreakdown.constructiveKinds
    let n = responses.count(kinds)
    guard n >= Self.smallestBase else { return counts(responses, kinds) }
    let segments = kinds.map { kind in
      let share = Double(responses.counts[kind] ?? 0) / Double(n)
      return ShareBars.Segment(
        ResponseColors.fill(kind), share: share, text: words.percent(share), isDark: ResponseColors.isDark(kind))
    }
    let title = words["creator.answersChart"]
    let caption = ChartCaption(
      id: "c-answers", title: title, unit: words["unit.shareOfAnswers"],
      count: words("answers.n", ["n": .count(n)]),
      description: words(
        "chart.describeShort",
        ["title": .text(title), "month": .text(words.monthAndYear(context.month))]))
    let bar = ShareBars([ShareBars.Row(label: "", count: "", segments: segments)])
    return ChartFigure(
      caption, bar.drawn(in: "c-answers"), table: table(responses, kinds), tableTitle: words["chart.numbers"],
      legend: kinds.map { kind in
        LegendEntry(
          ResponseColors.fill(kind), words.name(kind) + ": " + words.count(responses.counts[kind] ?? 0))
      },
      notes: [words["note.indicative"]]
    ).html()
  }

  private func table(_ responses: ResponseBreakdown, _ kinds: [Response]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: [words["column.response"], words["column.count"]],
      rows: kinds.map { kind in
        let count = Double(responses.counts[kind] ?? 0)
        return [ChartCell(words.name(kind)), ChartCell(words.count(count), machine: words.machine(count, .count))]
      })
  }

  private func counts(_ responses: ResponseBreakdown, _ kinds: [Response]) -> HTML {
    HTML(.div, .class("block")) {
      HTML(.p, .class("small"), text: context.words["creator.answersCounts"])
      table(responses, kinds).html()
    }
  }

  private func apart(_ responses: ResponseBreakdown) -> HTML {
    let words = context.words
    let formulas = responses.counts[.formula] ?? 0
    let hostile = responses.counts[.hostile] ?? 0
    return HTML(.ul, .class("sentences")) {
      HTML(.li, text: words("creator.formulas", ["n": .count(formulas)]))
      if hostile > 0 {
        HTML(.li) {
          words("creator.hostile", ["n": .count(hostile)]) + " "
          HTML(.small, text: words["creator.hostileNote"])
        }
      } else {
        HTML(.li, text: words["creator.hostileNone"])
      }
    }
  }
}
