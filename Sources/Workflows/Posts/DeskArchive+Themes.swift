import Figures
package import Records
import Storage

/// Sentences of talks that show a theme.
package struct ThemeLine: Sendable, Hashable {
  package let post: Int64
  package let creator: String
  package let line: ConcordanceLine
}

extension DeskArchive {
  /// Tallies of the months up to one, with what its talks spoke of more than those before: what the dashboard is made from.
  /// - Parameter withWords: whether the words of the month are asked for, which costs more than all the rest.
  package func themeData(_ month: Month, withWords: Bool, now: Instant) throws -> ProgrammeData {
    let months = (0..<ReportWorkflow.history).reversed().map { month + -$0 }
    let offset = zone.offset(at: now)
    return try slow.read { reader in
      var data = try reader.programmeData(
        months: months, today: today(now), zoneOffset: offset, fingerprint: reader.searchFingerprint() ?? "")
      if withWords { data.keyness = try MonthWords(reader, zoneOffset: offset).keyness(of: month) }
      return data
    }
  }

  /// Lines of the month's talks that speak for a theme, of authors who agree to passages being shown; author by author.
  /// - Returns: at most `limit` lines, and how many there are.
  package func themeLines(
    _ theme: String, _ month: Month, limit: Int, now: Instant
  ) throws -> (lines: [ThemeLine], count: Int) {
    let offset = zone.offset(at: now)
    return try archive.read { reader in
      let accounts = Set(try reader.accounts().map(\.id))
      let found = try reader.foundSentences(
        theme: theme, stance: .promotes, accounts: accounts, published: month.period, zoneOffset: offset)
      let agreed = try Set(found.map(\.post)).filter { try reader.mayQuote($0, on: today(now)) }
      let shown = found.filter { agreed.contains($0.post) }
      return (try KeyWordLines(reader, zoneOffset: offset).lines(Array(shown.prefix(limit))), shown.count)
    }
  }
}

/// Makes lines of found sentences; each talk's text is opened once.
private struct KeyWordLines {
  private let reader: ArchiveReader
  private let zoneOffset: Int

  init(_ reader: ArchiveReader, zoneOffset: Int) {
    self.reader = reader
    self.zoneOffset = zoneOffset
  }

  func lines(_ found: [FoundSentence]) throws -> [ThemeLine] {
    var texts: [Int64: (text: String, head: PostHead)] = [:]
    return try found.compactMap { sentence in
      if texts[sentence.post] == nil, let talk = try reader.talk(sentence.post),
        let head = try reader.postHead(sentence.post, zoneOffset: zoneOffset)
      {
        texts[sentence.post] = (TranscriptText(talk.cues, durationSeconds: talk.durationSeconds).text, head)
      }
      guard let (text, head) = texts[sentence.post],
        let line = Concordance.line(text, sentence.span, talk: OneLine.text(head.title ?? head.description ?? ""))
      else { return nil }
      return ThemeLine(post: sentence.post, creator: head.creator, line: line)
    }
  }
}
