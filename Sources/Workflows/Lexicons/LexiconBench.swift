import Foundation
import Records
import TextAnalysis

/// What somebody would change in one file of the lexicon: whole lines.
package struct LexiconChange: Sendable, Codable, Hashable {
  /// By its path inside the lexicon: `languages/ky/classes/GIRL.tsv`.
  package let file: String
  package var added: [String]
  package var removed: [String]

  package init(file: String, added: [String], removed: [String]) {
    self.file = file
    self.added = added
    self.removed = removed
  }

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty }
}

/// The lexicon in force beside a draft of changes, which lies in the data directory until it is published or thrown away.
/// Opens no keys.
package struct LexiconBench: Sendable {
  /// Longer lines and more of them are no words any more.
  package static let longestLine = 400
  package static let mostLines = 500

  let places: Places
  private var draftFile: String { places.desk + "/lexicon-draft.json" }

  package init(_ places: Places) { self.places = places }

  // MARK: What is in force

  /// Files that hold words or rules, by path.
  package func files() throws -> [String] {
    let folder = try ResourceFolders.lexicons(places)
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      name.utf8.reversed().starts(with: "vst.".utf8) && !InputFiles.isClutter(name)
    }.sorted()
  }

  /// The lines of a file that `files` names; nil for anything else.
  package func lines(of file: String) throws -> [String]? {
    guard try files().contains(file), let data = FileManager.default.contents(atPath: try path(file)) else {
      return nil
    }
    return Self.lines(Array(data))
  }

  private func path(_ file: String) throws -> String { try ResourceFolders.lexicons(places) + "/" + file }

  static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  // MARK: The draft

  /// Changes by file.
  package func draft() -> [LexiconChange] {
    guard let data = FileManager.default.contents(atPath: draftFile) else { return [] }
    return (try? JSONDecoder().decode([LexiconChange].self, from: data)) ?? []
  }

  /// Keeps the changes of one file in the draft, instead of those that were there; an empty change takes them out.
  /// - Throws: `WorkflowError` for a file that is none, a line that is too long or cannot be removed.
  package func save(_ change: LexiconChange) throws {
    guard let lines = try lines(of: change.file) else { throw WorkflowError("\(change.file): no such file") }
    let all = change.added + change.removed
    guard all.count <= Self.mostLines, all.allSatisfy({ $0.utf8.count <= Self.longestLine }) else {
      throw WorkflowError("\(change.file): at most \(Self.mostLines) lines of \(Self.longestLine) bytes")
    }
    let missing = change.removed.filter { !lines.contains($0) }
    guard missing.isEmpty else { throw WorkflowError("\(change.file): no line '\(missing[0])' to remove") }
    let others = draft().filter { $0.file != change.file }
    try write((change.isEmpty ? others : others + [change]).sorted { $0.file < $1.file })
  }

  package func dropDraft() { try? FileManager.default.removeItem(atPath: draftFile) }

  private func write(_ changes: [LexiconChange]) throws {
    guard !changes.isEmpty else { return dropDraft() }
    try FileManager.default.createDirectory(
      atPath: places.desk, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try JSONEncoder().encode(changes).write(to: URL(filePath: draftFile), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draftFile)
  }

  /// The lexicon as it would be.
  /// - Throws: `WorkflowError` when there is no draft, or a line that it removes has gone meanwhile.
  func changed() throws -> [String: [UInt8]] {
    let changes = draft()
    guard !changes.isEmpty else { throw WorkflowError("no draft: change a word first") }
    var files = try ResourceFolders.files(in: ResourceFolders.lexicons(places))
    for change in changes {
      var lines = Self.lines(files[change.file] ?? [])
      for line in change.removed {
        guard let index = lines.firstIndex(of: line) else {
          throw WorkflowError("\(change.file): the line '\(line)' is not there any more; look at the draft again")
        }
        lines.remove(at: index)
      }
      files[change.file] = Array((lines + change.added).map { $0 + "\n" }.joined().utf8)
    }
    return files
  }
}

extension Workspace {
  /// What a draft would change: entries, and how the programme's own texts are read. Comments are only counted.
  package func previewLexicon(limit: Int = 30) throws -> LexiconDifference {
    let folder = places.desk + "/lexicon-preview"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try LexiconFolderFiles.write(LexiconBench(places).changed(), to: folder)
    let diff = try LexiconDiff(try ResourceFolders.lexicons(places), folder, limit: limit)
    if hasArchive { try compareOwnTexts(diff, comments: true) }
    return diff.outcome()
  }

  /// Words that the lexicon lacks and that are key for some sentences of the programme's own talks.
  package func suggestWords(_ options: SuggestionOptions) throws -> [Suggestion] {
    var options = options
    options.kind = .talk
    let suggestions = LexiconSuggestions(try makeTextEngine(), options)
    try ProgrammeTexts(archive: try openForReading(), keys: try keyRing()).forEachTalk { talks in
      for talk in talks { suggestions.read(talk.text) }
    }
    return suggestions.suggestions()
  }
}
