import Drawing
import Figures
import Records

/// What the numbers are worth, and how the people in them are protected.
struct QualityBlock: DashboardBlock {
  let context: ReportContext

  /// Consents that end within this many days are named, so that there is time to ask again.
  private static let noticeDays = 60

  func html() -> HTML {
    let words = context.words
    return SectionView.html(id: "quality", words["quality.title"], lead: words["quality.lead"]) {
      HTML(.dl, .class("days")) {
        completeness() + receipts() + entry("quality.hidden", [hidden()]) + entry("quality.consents", consents())
          + entry("quality.reading", [words["quality.readingText"]])
      }
    }
  }

  private func entry(_ term: String, _ texts: [String]) -> [HTML] {
    [
      HTML(.dt, text: context.words[term]),
      HTML(.dd) { HTML(.ul, .class("plain")) { texts.map { HTML(.li, text: $0) } } },
    ]
  }

  /// Of each kind of data, on how many of the channels that owe it everything is there.
  private func completeness() -> [HTML] {
    let words = context.words
    let lines = DataKind.allCases.map { kind -> String in
      let states = context.book.channels(.all).map { context.book.state(of: kind, $0, context.month).state }
      let due = states.filter { $0 != .notStarted && $0 != .nothingDue }.count
      let whole = states.filter { $0 == .complete }.count
      return words("quality.complete", ["kind": .text(words.name(kind)), "known": .count(whole), "n": .count(due)])
    }
    return entry("quality.completeness", lines)
  }

  private func receipts() -> [HTML] {
    let words = context.words
    let imports = context.book.data.imports
    func sum(_ count: (ImportTally) -> Int) -> PhraseValue {
      .text(words.count(imports.reduce(0) { $0 + count($1) }))
    }
    guard !imports.isEmpty else { return entry("quality.receipts", [words["imports.none"]]) }
    return entry(
      "quality.receipts",
      [
        words(
          "quality.rows",
          ["accepted": sum(\.accepted), "restated": sum(\.restated), "refused": sum(\.refused)])
      ])
  }

  /// Counted on the summary table of this month, as it would leave the house today.
  private func hidden() -> String {
    let words = context.words
    let table = SummaryTable(
      data: context.book.data, from: context.month, through: context.month, words: words.wording,
      preparedOn: context.preparedOn ?? context.month.lastDay)
    let disclosure = table.disclosure
    return words("quality.hiddenRows", ["known": .count(disclosure.hidden), "n": .count(disclosure.rows)])
  }

  private func consents() -> [String] {
    let words = context.words
    let creators = context.book.data.creators.sorted { $0.code < $1.code }
    let without = creators.filter { $0.sharedWithDonors.isEmpty }.map(\.code)
    let today = context.preparedOn ?? context.month.lastDay
    let ending = creators.compactMap { creator -> String? in
      guard let last = creator.sharedUntil.values.min(), last - today <= Self.noticeDays else { return nil }
      return words("quality.consentEnds", ["code": .text(creator.code), "date": .text(words.date(last))])
    }
    let none = without.isEmpty ? [] : [words("quality.consentNone", ["codes": .text(without.joined(separator: ", "))])]
    let lines = ending + none
    return lines.isEmpty ? [words("quality.consentsFine", ["n": .count(Self.noticeDays)])] : lines
  }
}
