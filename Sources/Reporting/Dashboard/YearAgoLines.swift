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
      HTML(.ul, .class("sentences")) { lines(matched).map { line in HTML(.li) { line } } },
    ])
  }

  private func lines(_ earlier: Month) -> [[HTML]] {
    let selections = context.platforms().map { (Metric.views, $0) } + [(Metric.watchHours, Platform.youtube)]
    return selections.filter { context.platforms().contains($0.1) }.map { metric, platform in
      let words = context.words
      let comparison = context.book.compare(
        metric, ChannelSelection(platform: platform), in: context.month, with: earlier)
      let subject = words(
        "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
      let footing = words.footing(comparison).map { " (\($0))" } ?? ""
      return [
        HTML(.strong, text: subject), HTML(text: ": " + words.changeOverYear(comparison) + footing + "."),
      ]
    }
  }
}
