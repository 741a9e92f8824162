import Figures
import Foundation
import Protection
import Records
import Storage

/// Compares the comments of months that changed, and keeps counts of near copies. Sketches are opened here and nowhere
/// else; what is kept names no comment and nobody.
struct CopyComparison {
  /// Comments of one month that are compared at most: about 150 MB. Later posts of a larger month are left out, and the
  /// number compared says so.
  static let mostComments = 1 << 20

  private let archive: Archive
  private let sealer: SketchSealer
  private let zoneOffset: Int

  init(_ archive: Archive, keys: KeyRing, zoneOffset: Int) throws {
    self.archive = archive
    self.sealer = try SketchSealer(keys)
    self.zoneOffset = zoneOffset
  }

  func run() throws {
    for month in try archive.read({ try $0.staleCopyMonths() }) {
      try archive.write { writer in
        // What was compared while all was there stays.
        if try !writer.reader.hasExpiredComments(in: month) { try compare(month, writer) }
        try writer.copiesCompared(month)
      }
    }
  }

  private func compare(_ month: Month, _ writer: ArchiveWriter) throws {
    var comments: [ComparedComment] = []
    try writer.reader.forEachSketch(in: month, zoneOffset: zoneOffset) { stored in
      if comments.count < Self.mostComments, let opened = open(stored) { comments.append(opened) }
    }
    let groups = NearCopies.groups(comments)
    let synchrony = Synchrony(comments, groups: groups)
    var counts: [PostCopies: Int] = [:]
    for index in groups.joined() {
      let comment = comments[index]
      counts[PostCopies(post: comment.post, language: comment.language, response: comment.response), default: 0] += 1
    }
    try writer.replace(
      CopyCensus(
        month: month, compared: comments.count, groups: groups.count, copied: counts.values.reduce(0, +),
        timed: synchrony.timed, windows: synchrony.judged()), counts)
  }

  private func open(_ stored: SketchedComment) -> ComparedComment? {
    let sketch = sealer.open(
      stored.sealed, post: stored.post, identity: stored.identity, textMark: stored.textMark)
    return sketch.map {
      ComparedComment(
        sketch: $0, author: Self.number(stored.author ?? stored.identity), post: stored.post, account: stored.account,
        second: stored.second, language: stored.language, response: stored.response)
    }
  }

  /// Half of a mark is enough to tell two apart.
  private static func number(_ mark: Data) -> Int64 {
    mark.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }
}
