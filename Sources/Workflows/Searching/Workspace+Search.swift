package import Records
import Reporting
import Storage

extension Workspace {
  /// The search over this workspace's talks, from the command line.
  package func talkSearch() throws -> TalkSearch {
    let archive = try openForReading()
    let zone = try zone(archive)
    return TalkSearch(
      archive, zoneOffset: zone.offset(at: now), today: today(in: zone), questions: QuestionReader(self))
  }
}

extension Workspace {
  /// Empties the search, so that the next reading of talks fills it anew.
  package func emptySearch(notice: (String) -> Void = { _ in }) throws {
    try openForWriting("search", notice: notice).write { try $0.emptySearch() }
  }

  /// How many posts wait to be read or to be put into the search.
  package func postsToSearch() throws -> Int {
    let archive = try openForReading()
    let today = today(in: try zone(archive))
    let fingerprint = try readingFingerprint()
    return try archive.read { reader in
      try Set(reader.postsToRead(fingerprint: fingerprint)).union(reader.postsToIndex(today: today)).count
    }
  }
}

extension DeskArchive {
  /// The search, asked on the desk.
  package func search(_ options: TalkSearchOptions, _ questions: QuestionReader, now: Instant) throws -> TalkHits? {
    try TalkSearch(
      archive, zoneOffset: zone.offset(at: now), today: today(now), questions: questions
    ).hits(options)
  }
}

extension Workspace {
  /// - Throws: `WorkflowError` when there is no creator of that code.
  package func knownCreator(_ code: String) throws -> String {
    guard try openForReading().read({ try $0.creators().contains { $0.code == code } }) else {
      throw WorkflowError("\(code): no such creator; 'minbar creators list' shows the codes")
    }
    return code
  }

  /// The id of a theme, from the code that pages show.
  /// - Throws: `WorkflowError` when there is no such theme.
  package func knownTheme(_ code: String) throws -> String {
    let themes = try themeIDs()
    guard let id = themes.first(where: { SafeCode.theme($0) == code }) else {
      throw WorkflowError("\(code): no such theme; use \(themes.map(SafeCode.theme).joined(separator: ", "))")
    }
    return id
  }

  /// Ids of the themes in the lexicon in force, sorted.
  func themeIDs() throws -> [String] {
    let prefix = "themes/"
    return try ResourceFolders.files(in: ResourceFolders.lexicons(places)).keys.filter {
      $0.hasPrefix(prefix) && $0.hasSuffix(".tsv")
    }.map { String($0.dropFirst(prefix.count).dropLast(4)) }.sorted()
  }
}
