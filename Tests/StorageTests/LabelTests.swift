import Foundation
import GRDB
import Records
import TestSupport
import Testing

@testable import Storage

@Suite struct LabelTests {
  private let folder: TemporaryFolder
  private let archive: Archive
  private let post: Int64

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive.openForWriting(directory: folder.path, holder: "test", create: true)
    post = try archive.write { writer in
      let account = try writer.save(Creator(code: "K01", languages: [.kyrgyz]), accounts: [.youtube])[0]
      return try writer.post(account: account, platform: .youtube, externalID: "a").id
    }
  }

  private var sentence: CodedText {
    CodedText(post: post, place: .sentence(part: "title", range: 0..<9), textMark: 5, weight: 2.5)
  }
  private func comment(mark: Int64) -> CodedText {
    CodedText(post: post, place: .comment(identity: Array(repeating: 7, count: 16)), textMark: mark)
  }

  private let themes = [
    ThemeStance(theme: "education", stance: .promotes), ThemeStance(theme: "peace", stance: .mentions),
  ]

  private func dump() throws -> [String] {
    var lines: [String] = []
    try archive.read { try $0.dump { lines.append($0) } }
    return lines.filter { $0.hasPrefix("label\t") }
  }

  @Test func whatWasCodedIsReadAgain() throws {
    let full = Coding(variety: "ky", themes: [], sentiment: .mixed, response: .critical, alerts: [.hate, .threat])
    try archive.write { writer in
      try writer.save(Coding(themes: themes), of: sentence, coder: "A")
      try writer.save(full, of: comment(mark: 1), coder: "A")
      try writer.save(Coding(sentiment: .neutral), of: comment(mark: 1), coder: "B")
    }
    let codings = try archive.read { try $0.codings() }
    #expect(
      Set(codings) == [
        StoredCoding(text: sentence, coder: "A", coding: Coding(themes: themes)),
        StoredCoding(text: comment(mark: 1), coder: "A", coding: full),
        StoredCoding(text: comment(mark: 1), coder: "B", coding: Coding(sentiment: .neutral)),
      ])
    #expect(try dump().count == 2 + 6 + 1)
  }

  @Test func theSameCoderReplacesAndOthersStay() throws {
    try archive.write { writer in
      try writer.save(Coding(themes: themes), of: sentence, coder: "A")
      try writer.save(Coding(themes: themes), of: sentence, coder: "B")
    }
    let before = try dump()
    try archive.write { try $0.save(Coding(themes: []), of: sentence, coder: "A") }
    let codings = try archive.read { try $0.codings() }
    #expect(codings.first { $0.coder == "A" }?.coding.themes == [])
    #expect(codings.first { $0.coder == "B" }?.coding.themes == themes)
    try archive.write { try $0.save(Coding(themes: themes), of: sentence, coder: "A") }
    #expect(try dump() == before)
  }

  @Test func codesOfOtherWordsGo() throws {
    try archive.write { writer in
      try writer.save(Coding(sentiment: .neutral), of: comment(mark: 1), coder: "A")
      try writer.save(Coding(sentiment: .positive), of: comment(mark: 2), coder: "B")
    }
    #expect(try archive.read { try $0.codings() }.map(\.coder) == ["B"])
  }

  @Test func aCoderIsForgotten() throws {
    try archive.write { writer in
      try writer.save(Coding(themes: themes), of: sentence, coder: "A")
      try writer.save(Coding(sentiment: .neutral), of: comment(mark: 1), coder: "B")
    }
    #expect(try archive.write { try $0.forgetLabels(ofCoder: "A") } == 1)
    #expect(try archive.read { try $0.codings() }.map(\.coder) == ["B"])
    #expect(try archive.write { try $0.forgetLabels(ofCoder: "A") } == 0)
  }

  @Test(arguments: [
    "'sentiment', 'good', NULL", "'theme', 'peace', NULL", "'theme', 'peace', 'likes'", "'response', '-', NULL",
    "'alert', 'spam', NULL", "'mood', 'good', NULL", "'sentiment', 'mixed', 'promotes'",
  ])
  func theSchemaRefusesOtherCodes(values: String) throws {
    try archive.write { writer in
      try writer.save(Coding(sentiment: .neutral), of: comment(mark: 1), coder: "A")
      #expect(throws: DatabaseError.self) {
        try writer.db.execute(
          sql: "INSERT INTO label (text, coder, variable, value, stance) SELECT id, 'B', \(values) FROM coded_text")
      }
    }
  }
}

@Suite struct MigrationTests {
  /// An archive of the first schema, with a post in it.
  private func oldArchive(_ folder: TemporaryFolder) throws {
    let queue = try DatabaseQueue(path: folder.path + "/minbar.db")
    try AllMigrations.migrator.migrate(queue, upTo: "1")
    try queue.write { db in try db.execute(sql: "INSERT INTO setting (name, value) VALUES ('a', '1')") }
    try queue.close()
  }

  @Test func anOlderArchiveIsBroughtUpToDate() throws {
    let folder = try TemporaryFolder()
    try oldArchive(folder)
    let archive = try Archive.openForWriting(directory: folder.path, holder: "test")
    #expect(try archive.read { try $0.setting("a") } == "1")
    #expect(try archive.read { try $0.codings() }.isEmpty)
  }

  @Test func readingBringsItUpToDateToo() throws {
    let folder = try TemporaryFolder()
    try oldArchive(folder)
    let archive = try Archive.openForReading(directory: folder.path)
    #expect(try archive.read { try $0.codings() }.isEmpty)
    #expect(try archive.read { try $0.setting("a") } == "1")
  }
}
