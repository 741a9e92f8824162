import Drawing
import Figures
package import Records

/// A talk that several reports to readers outside count.
package struct SharedTalk: Sendable, Hashable {
  package var author: String
  package var platform: Platform
  package var title: String
  package var publishedOn: Day
  /// Codes of the reports, in order.
  package var reports: [String]

  package init(author: String, platform: Platform, title: String, publishedOn: Day, reports: [String]) {
    self.author = author
    self.platform = platform
    self.title = title
    self.publishedOn = publishedOn
    self.reports = reports
  }
}

/// Talks that two reports claim, one by one: whoever adds the reports up counts them twice.
struct DonorsBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    guard let talks = context.sharedTalks else { return .empty }
    return SectionView.html(id: "donors", words["donors.title"], lead: words["donors.lead"]) {
      if talks.isEmpty {
        HTML(.p, .class("empty"), text: words["donors.none"])
      } else {
        HTML(.p, text: words("package.elsewhere", ["n": .count(talks.count)]))
        HTML(.div, .class("scroll")) { table(talks).html(folds: true) }
      }
    }
  }

  private func table(_ talks: [SharedTalk]) -> ChartTable {
    let words = context.words
    return ChartTable(
      header: ["donors.talk", "column.author", "column.platform", "donors.date", "donors.reports"].map { words[$0] },
      rows: talks.map { talk in
        [
          ChartCell(TalkTitle(talk.title).heading), ChartCell(talk.author), ChartCell(words.name(talk.platform)),
          ChartCell(words.shortDate(talk.publishedOn)), ChartCell(talk.reports.joined(separator: ", ")),
        ]
      })
  }
}
