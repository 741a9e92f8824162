import ArgumentParser
import Workflows

struct ImportsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what an import changed, or what two imports say differently.",
    discussion: """
      With one number: its numbers beside all that came before. With two: what the second says that the first did not.
      A number of the same days that is another one now was restated by the platform; what was reported first is kept. A
      lifetime number that fell was corrected by the platform; the difference of its month holds the fall, and reports say so.

      Examples:
        minbar imports diff 12
        minbar imports diff 7 12
      """)

  @OptionGroup var places: PlaceOptions
  @OptionGroup var output: FormatOption
  @Argument(help: "Number of the import.") var number: Int64
  @Argument(help: "Number of a later import to compare it with.") var other: Int64?

  func run() throws {
    let diff = try places.workspace.diffImports(number, other)
    if output.isJSON { return try Output.json(diff) }
    var table = TextTable([
      "creator", "platform", "metric", "new", "unchanged", "restated", "grown", "fell", "counted otherwise",
    ])
    for row in diff.rows {
      table.add(
        [row.creator, row.platform, row.metric]
          + [row.new, row.unchanged, row.restated, row.grown, row.fell, row.redefined].map { String($0) })
    }
    Output.line(table.text)
    showPosts(diff)
    showChanges(diff)
  }

  private func showPosts(_ diff: ImportDiff) {
    if !diff.newPosts.isEmpty { Output.line("\nNew posts (\(diff.newPosts.count)): " + list(diff.newPosts)) }
    if !diff.leftOutPosts.isEmpty {
      Output.line(
        "\nPosts of import \(number) that are not in it (\(diff.leftOutPosts.count)): " + list(diff.leftOutPosts))
    }
  }

  private func list(_ posts: [String]) -> String {
    posts.prefix(20).joined(separator: " ") + (posts.count > 20 ? " …" : "")
  }

  private func showChanges(_ diff: ImportDiff) {
    guard !diff.changes.isEmpty else { return }
    var table = TextTable(["", "creator", "post", "metric", "days", "first reported", "before", "latest"])
    for change in diff.changes {
      let metric = change.metric + (change.dimensions.isEmpty ? "" : " " + change.dimensions)
      table.add([
        change.kind, change.creator, change.post ?? "account", metric, change.days, text(change.firstReported),
        text(change.before), text(change.latest),
      ])
    }
    Output.line("\n" + table.text)
    if diff.moreChanges > 0 { Output.line("and \(diff.moreChanges) more") }
  }

  private func text(_ value: Double?) -> String {
    guard let value else { return "none" }
    return Int64(exactly: value).map { String($0) } ?? String(value)
  }
}
