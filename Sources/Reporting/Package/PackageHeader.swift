import Drawing
import Figures
import Records

/// What stands above a page of a package.
struct PackageHeader {
  let title: String
  let preparedOn: Day
  let words: Phrases
  /// The days that the page tells of; nil where its title says enough.
  var period: ReportingPeriod?
  /// Says that the page is not to be handed out.
  var isDraft = false

  func html() -> HTML {
    HTML(.header) {
      if isDraft { HTML(.p, .class("notice"), text: words["package.draft"]) }
      HTML(.p, .class("over"), text: words("page.prepared", ["date": .text(words.date(preparedOn))]))
      HTML(.h1, text: title)
      if let period {
        HTML(
          .p, .class("lead"),
          text: words(
            "package.dates", ["from": .text(words.date(period.from)), "through": .text(words.date(period.through))]))
      }
    }
  }
}
