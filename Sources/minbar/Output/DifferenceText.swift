import Workflows

/// The difference of two lexicons as people read it on a terminal.
enum DifferenceText {
  static func text(_ difference: LexiconDifference, limit: Int) -> String {
    var lines = entries(difference, limit)
    lines += texts(difference.texts, "texts")
    if let comments = difference.comments { lines += texts(comments, "sealed comments") }
    return lines.joined(separator: "\n")
  }

  private static func entries(_ difference: LexiconDifference, _ limit: Int) -> [String] {
    guard !difference.entries.isEmpty || !difference.otherFiles.isEmpty else { return ["The entries are the same."] }
    var table = TextTable(["language", "part", "added", "removed", "changed"])
    let parts = Dictionary(grouping: difference.entries) { [$0.language, $0.part] }
    for (part, entries) in parts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let counts = ["added", "removed", "changed"].map { kind in String(entries.count { $0.kind == kind }) }
      table.add([part[0].isEmpty ? "all" : part[0], part[1]] + counts)
    }
    var lines = [table.text, ""]
    lines += difference.entries.prefix(limit).map(entry)
    let more = difference.entries.count - limit
    if more > 0 { lines.append("and \(more) more entries; see --limit, or --format json") }
    lines += difference.otherFiles.map { "differs: \($0)" }
    return lines + [""]
  }

  private static func entry(_ entry: LexiconDifference.Entry) -> String {
    let sign = ["added": "+", "removed": "-"][entry.kind] ?? "~"
    let place = entry.language.isEmpty ? entry.part : "\(entry.language) \(entry.part)"
    let says = [entry.before, entry.after].filter { !$0.isEmpty }.joined(separator: " -> ")
    return "\(sign) \(place): \(entry.entry) (\(says))"
  }

  private static func texts(_ texts: LexiconDifference.Texts, _ name: String) -> [String] {
    var lines = ["\(texts.read) \(name) read, \(texts.changed) differently."]
    let changed = texts.labels.filter { $0.gained > 0 || $0.lost > 0 }
    if !changed.isEmpty {
      var table = TextTable(["label", "before", "after", "gained", "lost"])
      for label in changed {
        table.add([label.label, "\(label.before)", "\(label.after)", "\(label.gained)", "\(label.lost)"])
      }
      lines.append(table.text)
    }
    for example in texts.examples {
      lines += ["", "\(example.id): \(example.text)"]
      if !example.before.isEmpty { lines.append("  - " + example.before.joined(separator: ", ")) }
      if !example.after.isEmpty { lines.append("  + " + example.after.joined(separator: ", ")) }
    }
    return lines
  }
}
