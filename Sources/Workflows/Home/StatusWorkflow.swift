import Records
import Storage

/// What `minbar status` shows.
package struct StatusListing: Sendable, Codable {
  package let creators: Int
  package let imports: Int
  package let posts: Int
  package let transcripts: Int
  package let comments: Int
  package let observations: Int
  package let figuresByHand: Int
  /// Talks with a card, of all talks.
  package let talkCards: Int
  package let talks: Int
  package let postsToRead: Int
  package let firstMonth: String?
  package let lastMonth: String?
  package let timeZone: String
  package let home: String
}

extension Workspace {
  /// How much there is, and what waits to be read.
  package func status(fingerprint: String) throws -> StatusListing {
    let archive = try openForReading()
    let (status, byHand) = try archive.read { (try $0.status(fingerprint: fingerprint), try $0.handRecordCounts()) }
    return StatusListing(
      creators: status.creators, imports: status.imports, posts: status.posts, transcripts: status.transcripts,
      comments: status.comments, observations: status.observations, figuresByHand: byHand.figures,
      talkCards: byHand.carded, talks: byHand.talks, postsToRead: status.unreadPosts,
      firstMonth: status.firstMonth?.description, lastMonth: status.lastMonth?.description,
      timeZone: try zone(archive).name, home: places.home)
  }
}
