import Figures
import Records

extension FigureBook {
  /// The cell of some comments, with what each author and their commenters have in it.
  ///
  /// People are never added over accounts, months or languages: the same person may stand in several of them.
  /// - Parameter languages: those of the tallies; nil = all.
  func commentCell(
    _ id: String, _ kind: DisclosureKind, _ tallies: [CommentTally], _ languages: Set<LanguageTag>?
  ) -> DisclosureCell {
    let creators = Dictionary(data.accounts.map { ($0.id, $0.creator) }) { first, _ in first }
    var contributions: [String: Double] = [:]
    var commenters: [String: Int] = [:]
    let counted = countedCommenters(tallies, languages)
    for tally in tallies where tally.comments > 0 {
      let creator = creators[tally.account] ?? ""
      contributions[creator, default: 0] += Double(tally.comments)
      let atLeast = max(tally.commentersAtLeast, counted[AccountMonth(tally)] ?? 0)
      commenters[creator] = max(commenters[creator] ?? 0, atLeast)
    }
    return DisclosureCell(
      id: id, kind: kind, size: contributions.values.reduce(0, +), contributions: contributions,
      commenters: commenters.values.max() ?? 0, commentersBy: commenters)
  }

  private struct AccountMonth: Hashable {
    var account: Int64
    var month: Month

    init(_ tally: CommentTally) { (account, month) = (tally.account, tally.month) }
    init(_ tally: CommenterTally) { (account, month) = (tally.account, tally.month) }
  }

  /// Different people in each account's month, counted over its posts and labels when the comments were tallied.
  private func countedCommenters(
    _ tallies: [CommentTally], _ languages: Set<LanguageTag>?
  ) -> [AccountMonth: Int] {
    let base: CommenterTally.Base = tallies.first?.kind == .all ? .all : .opinion
    let months = Set(tallies.map(\.month))
    let own = data.commenters.filter { tally in
      tally.base == base && months.contains(tally.month)
        && (tally.language.map { languages?.contains($0) ?? true } ?? (languages == nil))
    }
    return Dictionary(own.map { (AccountMonth($0), $0.atLeast) }, uniquingKeysWith: max)
  }
}
