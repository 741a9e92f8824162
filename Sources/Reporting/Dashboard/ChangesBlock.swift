import Drawing
import Figures
import Records

/// What changed against the month before, in sentences that the figures carry.
struct ChangesBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let lines = sentences()
    return SectionView.html(id: "changes", context.words["changes.title"]) {
      HTML(.ul, .class("sentences")) {
        lines.map { line in
          HTML(.li) {
            HTML(.strong, text: line.subject)
            ": " + line.text
          }
        }
      }
    }
  }

  private struct Line {
    var subject: String
    var text: String
  }

  private func sentences() -> [Line] {
    let words = context.words
    var lines = context.platforms().map { metric(.views, $0) }
    if context.platforms().contains(.youtube) { lines.append(metric(.watchHours, .youtube)) }
    let reach = context.book.compareReach(in: context.month, with: context.previous)
    let reachText = reach.verdict == .unclear ? words["change.rangesTouch"] : words.change(reach)
    lines.append(Line(subject: words["glance.reach"], text: reachText + "."))
    let constructive = context.book.compareConstructive(in: context.month, with: context.previous)
    lines.append(
      Line(subject: words["glance.constructive"], text: words.changeOfShare(constructive) + "."))
    return lines
  }

  private func metric(_ metric: Metric, _ platform: Platform) -> Line {
    let words = context.words
    let selection = ChannelSelection(platform: platform)
    let comparison = context.book.compare(metric, selection, in: context.month, with: context.previous)
    let subject = words(
      "chart.metricOn", ["metric": .text(words.name(metric)), "platform": .text(words.name(platform))])
    let parts = [
      words.change(comparison), words.footing(comparison).map { "(\($0))" }, usual(metric, selection),
    ].compactMap { $0 }
    return Line(subject: subject, text: parts.joined(separator: " ") + ".")
  }

  private func usual(_ metric: Metric, _ selection: ChannelSelection) -> String? {
    guard let band = context.book.usualBand(metric, selection, before: context.month),
      let value = context.book.total(metric, selection, in: context.month).value
    else { return nil }
    return "\u{2013} " + context.words.usual(band.place(of: value), band)
  }
}
