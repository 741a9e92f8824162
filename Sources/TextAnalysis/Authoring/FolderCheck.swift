import Records

/// Files that nobody reads, and lines that loading passes over without a word.
struct FolderCheck {
  private static let shared: Set<String> = [
    "classes.tsv", "operators.tsv", "responses.tsv", "alerts.tsv", "checks.tsv",
  ]
  private static let ofLanguage: Set<String> = [
    "sentiment.tsv", "formulas.tsv", "morphology.tsv", "changes.tsv", "alphabet.tsv", "abbreviations.tsv", "words.tsv",
    "restore.tsv", "spelling.tsv", "blockers.tsv",
  ]
  private static let titles = ["en", "ky", "ru", "uz"]

  private let folder: LexiconFolder
  private let themes: Set<String>

  init(_ folder: LexiconFolder) {
    self.folder = folder
    themes = Set(folder.paths(below: "themes/").map(FolderCheck.theme))
  }

  func findings() -> [LexiconFinding] {
    folder.paths(below: "").flatMap(unknown) + folder.paths(below: "themes/").flatMap(theme)
  }

  private func unknown(_ path: String) -> [LexiconFinding] {
    guard path.hasSuffix(".tsv"), !isKnown(path.pieces(by: 0x2F)) else { return [] }
    return [
      .note(
        "lexicon.unknown-file", LexiconPlace(path), found: "a file that nothing reads",
        expected: "a path that Lexicons/README.md names", remedy: "rename or delete the file")
    ]
  }

  private func isKnown(_ parts: [String]) -> Bool {
    switch (parts.count, parts[0]) {
    case (1, _): FolderCheck.shared.contains(parts[0])
    case (2, "themes"): true
    case (3, "languages"): FolderCheck.ofLanguage.contains(parts[2]) || parts[2].hasPrefix("profile-")
    case (4, "languages"): parts[2] == "classes"
    default: false
    }
  }

  private static func theme(_ path: String) -> String {
    String(decoding: path.utf8.dropFirst(7).dropLast(4), as: UTF8.self)
  }

  private func theme(_ path: String) -> [LexiconFinding] {
    let file = TableFile(path: path, bytes: folder.files[path] ?? [])
    var missing = Set(FolderCheck.titles)
    var found: [LexiconFinding] = []
    for row in file.rows {
      if row.columns[0] == "title" { missing.remove(row.column(1)) }
      guard row.columns[0] == "also", !themes.contains(row.column(1)) else { continue }
      found.append(
        .fault(
          "lexicon.unknown-theme", LexiconPlace(path, row.line), found: row.column(1),
          expected: "the id of a file in themes/", remedy: "correct the id"))
    }
    for language in missing.sorted() {
      found.append(
        .note(
          "lexicon.no-title", LexiconPlace(path), found: "no title in \(language)",
          expected: "titles in \(FolderCheck.titles.joined(separator: ", "))", remedy: "add a line: title, \(language)")
      )
    }
    return found
  }
}
