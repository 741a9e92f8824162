import Foundation
import Protection
import Records
import Storage

/// The texts of the programme itself, post by post, for comparing two lexicons.
struct ProgrammeTexts {
  /// No reader has this number, so that every comment counts as not yet read.
  private static let nobody: Int64 = -1

  let archive: Archive
  let keys: KeyRing

  /// Titles, descriptions and transcripts, which are public.
  func forEachTalk(_ body: ([FilterInput]) throws -> Void) throws {
    try archive.read { reader in
      for post in try reader.allPosts() {
        guard let talk = try reader.talk(post) else { continue }
        try body(
          TalkParts(talk).parts.map { part, text in
            FilterInput(id: "post \(post) \(part)", kind: .talk, text: Array(text.utf8))
          })
      }
    }
  }

  /// Comments as they are opened, a block at a time.
  func forEachBlockOfComments(_ body: ([PendingText]) throws -> Void) throws {
    let opener = try CommentOpener(keys)
    try archive.read { reader in
      for post in try reader.allPosts() {
        try reader.forEachUnreadBlock(of: post, reader: Self.nobody) { block in
          try body(try opener.open(block).map { PendingText(bytes: $0.text, kind: .comment) })
        }
      }
    }
  }
}

extension Workspace {
  /// Whether there are texts of a programme to read.
  package var hasArchive: Bool { FileManager.default.fileExists(atPath: places.home + "/minbar.db") }

  /// Compares how the programme's own texts are read.
  /// - Parameter comments: also the sealed comments, of which only counts are kept.
  package func compareOwnTexts(_ diff: LexiconDiff, comments: Bool) throws {
    let texts = ProgrammeTexts(archive: try openForReading(), keys: try keyRing())
    try texts.forEachTalk(diff.compare)
    guard comments else { return }
    diff.compareSealed([])
    try texts.forEachBlockOfComments(diff.compareSealed)
  }
}
