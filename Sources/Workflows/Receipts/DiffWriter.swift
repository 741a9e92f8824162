import Records
package import Reporting

/// What an import changed, in the reader's language: tables as header and rows, and lines about posts.
package struct DiffWriter {
  let words: Sentences

  /// Ids of posts that one line holds.
  private static let listed = 20

  package init(words: Sentences) {
    self.words = words
  }

  package var nothing: String { words["diff.nothing"] }

  package var countHeader: [String] {
    header(["creator", "platform", "metric", "new", "unchanged", "restated", "grown", "fell", "redefined"])
  }

  package func row(_ row: ImportDiff.Row) -> [String] {
    [row.creator, platform(row.platform), metric(row.metric)]
      + [row.new, row.unchanged, row.restated, row.grown, row.fell, row.redefined].map(words.number)
  }

  /// Posts that are new, and those that the import it is compared with had and this one has not.
  package func posts(_ diff: ImportDiff) -> [String] {
    var lines: [String] = []
    if !diff.newPosts.isEmpty { lines.append(words("diff.newPosts", values(diff.newPosts))) }
    if !diff.leftOutPosts.isEmpty {
      let number = ["number": PhraseValue.text(diff.against.map(String.init) ?? "")]
      lines.append(words("diff.leftOut", values(diff.leftOutPosts).merging(number) { $1 }))
    }
    return lines
  }

  package var changeHeader: [String] {
    header(["change", "creator", "post", "metric", "days", "first", "before", "latest"])
  }

  package func row(_ change: ImportDiff.Change) -> [String] {
    let metric = metric(change.metric) + (change.dimensions.isEmpty ? "" : " " + change.dimensions)
    return [
      words["diff.kind.\(change.kind)"], change.creator, change.post ?? words["diff.account"], metric, change.days,
    ] + [change.firstReported, change.before, change.latest].map { $0.map(words.count) ?? words["diff.none"] }
  }

  /// How many changes are not listed; nil where all are.
  package func more(_ diff: ImportDiff) -> String? {
    diff.moreChanges > 0 ? words("diff.more", ["n": .count(diff.moreChanges)]) : nil
  }

  private func header(_ columns: [String]) -> [String] { columns.map { words["diff.column.\($0)"] } }
  private func platform(_ id: String) -> String { Platform(rawValue: id).map(words.name) ?? id }
  private func metric(_ id: String) -> String { Metric(rawValue: id).map(words.name) ?? id }

  private func values(_ posts: [String]) -> [String: PhraseValue] {
    let list = posts.prefix(Self.listed).joined(separator: " ") + (posts.count > Self.listed ? " …" : "")
    return ["n": .count(posts.count), "list": .text(list)]
  }
}
