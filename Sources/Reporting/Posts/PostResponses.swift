package import Drawing
import Figures
package import Records

/// What people answered under one post, as counts of groups that are large enough to hide everybody in them.
package struct PostResponses {
  private let answers: [PostAnswers]
  private let creator: String
  private let words: Phrases

  /// A post is one creator's, so that only people who commented are hidden among others.
  private static var rules: DisclosureRules {
    var rules = DisclosureRules()
    rules.minimumCreators = 1
    rules.largestShare = 1
    return rules
  }

  package init(_ answers: [PostAnswers], creator: String, words: Wording) {
    self.answers = answers
    self.creator = creator
    self.words = Phrases(words)
  }

  /// Counts that may be shown, by label; nil for what stays hidden. The empty label counts all comments.
  ///
  /// No group of fewer than ten people, none without people, and none that could be worked out from the others.
  package func shown() -> [String: Int?] {
    let labels = Response.allCases.map(\.rawValue)
    let cells = ([""] + labels).map { label in
      let found = answers.first { label.isEmpty ? $0.kind == .all : $0.kind == .response && $0.label == label }
      let count = Double(found?.comments ?? 0)
      return DisclosureCell(
        id: label, kind: .comments, size: count, contributions: [creator: count],
        commenters: found?.commentersAtLeast ?? 0)
    }
    let table = DisclosureTable(cells: cells, sums: [.init(total: "", parts: labels)], rules: Self.rules)
    let hidden = table.hidden()
    return Dictionary(cells.map { ($0.id, hidden.contains($0.id) ? nil : Int($0.size)) }) { first, _ in first }
  }

  package func html() -> HTML {
    let shown = shown()
    return SectionView.html(id: "answers", words["post.answers"]) {
      if answers.isEmpty {
        HTML(.p, .class("empty"), text: words["responses.none"])
      } else {
        if let all = shown[""] ?? nil { HTML(.p, text: words("comments.n", ["n": .count(all)])) }
        counts(shown)
        HTML(.p, .class("small"), text: words["post.answers.few"])
      }
    }
  }

  private func counts(_ shown: [String: Int?]) -> HTML {
    let known = Response.allCases.compactMap { response in (shown[response.rawValue] ?? nil).map { (response, $0) } }
    guard !known.isEmpty else { return HTML(.p, .class("empty"), text: words["post.answers.hidden"]) }
    return ChartTable(
      header: [words["column.response"], words["column.count"]],
      rows: known.map { [ChartCell(words.name($0)), ChartCell(words.count($1), machine: String($1))] }
    ).html()
  }
}
