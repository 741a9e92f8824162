import Figures
import Records

extension FigureBook {
  /// The cell of some comments, with what each author and their commenters have in it.
  func commentCell(_ id: String, _ kind: DisclosureKind, _ tallies: [CommentTally]) -> DisclosureCell {
    let creators = Dictionary(data.accounts.map { ($0.id, $0.creator) }) { first, _ in first }
    var contributions: [String: Double] = [:]
    var commenters: [String: Int] = [:]
    for tally in tallies where tally.comments > 0 {
      let creator = creators[tally.account] ?? ""
      contributions[creator, default: 0] += Double(tally.comments)
      commenters[creator] = max(commenters[creator] ?? 0, tally.commentersAtLeast)
    }
    return DisclosureCell(
      id: id, kind: kind, size: contributions.values.reduce(0, +), contributions: contributions,
      commenters: tallies.map(\.commentersAtLeast).max() ?? 0, commentersBy: commenters)
  }
}
