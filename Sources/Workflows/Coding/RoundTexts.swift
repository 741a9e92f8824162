import Protection
import Records
import Storage

/// A text of a round, opened for one coder: what is to be read, and nothing of whose it is.
package struct RoundText: Sendable, Codable, Hashable {
  /// The place in the first coder's order.
  package let place: Int
  /// `talk` or `comment`.
  package let kind: String
  package let text: String
}

extension Workspace {
  /// Texts that are opened at once, so that a page seldom waits.
  package static let roundTextsAtOnce = 25

  /// Opens texts of a round, without what leads to a person. What is gone is left out.
  /// - Throws: `WorkflowError` when more are asked for than are opened at once.
  package func roundTexts(_ round: Int64, at places: [Int]) throws -> [RoundText] {
    guard places.count <= Self.roundTextsAtOnce else {
      throw WorkflowError("\(places.count) places: at most \(Self.roundTextsAtOnce) texts are opened at once")
    }
    let opener = try CommentOpener(try keyRing())
    return try openForReading().read { reader in
      let texts = try reader.codedTexts(of: round, at: places)
      let words = try CodedWords(reader, opener: opener).words(of: Array(texts.values))
      return texts.sorted { $0.key < $1.key }.compactMap { place, text in
        guard let bytes = words[text.place]?[text.post] else { return nil }
        var scrubbed: [UInt8] = []
        bytes.withUnsafeBufferPointer { TextScrubber.scrub($0, into: &scrubbed) }
        return RoundText(place: place, kind: text.kind.rawValue, text: String(decoding: scrubbed, as: UTF8.self))
      }
    }
  }
}
