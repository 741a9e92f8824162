/// Texts that two people code on the website, each in an order of their own.
package struct CodingRound: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Drawn from a month.
    case month
    /// Sentences of talks in which a creator says that something else was meant. No draw: they stand for no others.
    case objections
  }

  package var id: Int64
  package var kind: Kind
  /// Nil for objections.
  package var month: Month?
  /// The code names of the two.
  package var coders: [String]
  /// How many were drawn; some may have gone since, with the comments that they were.
  package var texts: Int
  package var madeAt: Instant

  package init(id: Int64, kind: Kind, month: Month?, coders: [String], texts: Int, madeAt: Instant) {
    self.id = id
    self.kind = kind
    self.month = month
    self.coders = coders
    self.texts = texts
    self.madeAt = madeAt
  }

  /// Under which code the last word is kept that somebody said where two coders differ. No account has it.
  package static let lastWord = "FINAL"
}

/// A text of a round with what people said of it; not its words.
package struct CodingItem: Sendable, Hashable {
  package var kind: TextKind
  /// Where it stands for the first and for the second coder, from 1.
  package var places: [Int]
  package var codings: [String: Coding]
  /// Who could not tell.
  package var skippedBy: Set<String>

  package init(kind: TextKind, places: [Int], codings: [String: Coding] = [:], skippedBy: Set<String> = []) {
    self.kind = kind
    self.places = places
    self.codings = codings
    self.skippedBy = skippedBy
  }

  package func isDone(by coder: String) -> Bool { codings[coder] != nil || skippedBy.contains(coder) }
}

/// What somebody said of a text of a round. Nil: they could not tell.
package struct CodingAnswer: Sendable, Hashable {
  package var round: Int64
  /// The text's place for the first coder.
  package var place: Int
  package var coder: String
  package var coding: Coding?

  package init(round: Int64, place: Int, coder: String, coding: Coding?) {
    self.round = round
    self.place = place
    self.coder = coder
    self.coding = coding
  }
}
