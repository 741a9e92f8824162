import Drawing
import Figures
import Records

/// The month against its like a year ago. Ramadan moves by eleven days a year, so months are matched by its days, and
/// where none is alike no percentage is given.
struct YearAgoLines {
  let context: ReportContext
  let country: String?

  func html() -> HTML {
    let words = context.words
    guard let match = context.calendar.yearAgo(of: context.month, country: country) else {
      return HTML(.p, .class("empty"), text: words["year.noTable"])
    }
    guard let matched = match.matched, let days = match.ramadanMatched else {
      return HTML(
        .p,
        text: words(
          "year.unlike",
          [
            "month": .text(words.monthAndYear(match.plain)), "now": .text(words.count(match.ramadanNow)),
            "then": .text(words.count(match.ramadanPlain)),
          ]))
    }
    return HTML([
      HTML(
        .p, .class("small"),
        text: words(
          "year.matched",
          [
            "month": .text(words.monthAndYear(matched)), "now": .text(words.count(match.ramadanNow)),
            "then": .text(words.count(days)),
          ])),
      list(matched),
    ])
  }

  private struct Line {
    var subject: String
    var comparison: Comparison
  }

  private func list(_ earlier: Month) -> HTML {
    let words = context.words
    let lines = lines(earlier)
    guard lines.contains(where: { $0.comparison.verdict != .noBasis }) else {
      return HTML(.p, .class("empty"), text: words["year.noNumbers"])
    }
    return HTML(.ul, .class("sentences")) {
      lines.map { line in
        HTML(.li) {
          HTML(.strong, text: line.subject)
          ": " + words.changeOverYear(line.comparison) + (words.footing(line.comparison).map { " (\($0))" } ?? "") + "."
        }
      }
    }
  }

  private func lines(_ earlier: Month) -> [Line] {
    let words = context.words
    let selections = context.platforms().map { (Metric.views, $0) } + [(Metric.watchHours, Platform.youtube)]
    return selections.filter { context.platforms().contains($0.1) }.map { metric, platform in
      Line(
        subject: words(
          "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))]),
        comparison: context.book.compare(
          metric, ChannelSelection(platform: platform), in: context.month, with: earlier))
    }
  }
}
