import Drawing
import Figures
import Records

/// The author's month in two sentences.
struct CreatorSummary {
  let context: ReportContext

  func html() -> HTML {
    HTML(.p, .class("summary")) {
      talks() + " "
      views()
    }
  }

  private func talks() -> String {
    let words = context.words
    let figure = context.book.talksPublished(in: context.month)
    guard let count = figure.atLeast else {
      return words("creator.noTalks", ["month": .text(words.monthAndYear(context.month))])
    }
    return words(
      "creator.talks", ["n": .count(Int(count)), "month": .text(words.inMonth(context.month))])
  }

  private func views() -> String {
    let words = context.words
    let figure = context.book.total(.views, in: context.month)
    guard !figure.isMissing else { return words["creator.noViews"] }
    guard let value = figure.value, let band = context.book.usualBand(.views, before: context.month) else {
      return words("creator.views", ["value": .text(words.text(figure))])
    }
    let key =
      switch band.place(of: value) {
      case .above: "creator.viewsAbove"
      case .within: "creator.viewsWithin"
      case .below: "creator.viewsBelow"
      }
    return words(key, ["value": .text(words.text(figure))])
  }
}
