/// What a comment's words resemble, in numbers from which no word can be found: MinHash of its shingles.
///
/// A. Broder 1997. Two sketches agree in as many places as the sets of shingles overlap (Jaccard), give or take chance.
package struct CommentSketch: Sendable, Hashable {
  /// Places of a sketch, 16 bits each.
  package static let count = 24

  package var values: [UInt16]

  /// Nil unless there are `count` values.
  package init?(values: [UInt16]) {
    guard values.count == Self.count else { return nil }
    self.values = values
  }

  /// Share of the places that agree (0...1).
  package func similarity(to other: CommentSketch) -> Double {
    Double(zip(values, other.values).count { $0 == $1 }) / Double(Self.count)
  }
}

/// Comments under one account's posts in one month whose words nearly repeat those of others.
package struct CopiedTally: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  package var language: LanguageTag
  package var response: Response
  package var comments: Int

  package init(account: Int64, month: Month, language: LanguageTag, response: Response, comments: Int) {
    self.account = account
    self.month = month
    self.language = language
    self.response = response
    self.comments = comments
  }
}

/// Pairs of near copies that were written within so many seconds, and how many chance would make.
package struct SynchronyWindow: Sendable, Hashable {
  package var seconds: Int
  package var pairs: Int
  /// Mean number of pairs when the times of a day are dealt out anew.
  package var expected: Double
  /// Share of such deals with at least as many pairs, the real one counted in (0...1).
  package var p: Double

  package init(seconds: Int, pairs: Int, expected: Double, p: Double) {
    self.seconds = seconds
    self.pairs = pairs
    self.expected = expected
    self.p = p
  }
}

/// What came of comparing the comments of one month with one another. Counts only: no comment, no person.
package struct CopyCensus: Sendable, Hashable {
  package var month: Month
  /// Comments that are long enough to be compared.
  package var compared: Int
  /// Sets of near copies, and the comments in them.
  package var groups: Int
  package var copied: Int
  /// Near copies of these whose second of writing is known.
  package var timed: Int
  /// By seconds; empty where too few are timed.
  package var windows: [SynchronyWindow]

  package init(month: Month, compared: Int, groups: Int, copied: Int, timed: Int, windows: [SynchronyWindow] = []) {
    self.month = month
    self.compared = compared
    self.groups = groups
    self.copied = copied
    self.timed = timed
    self.windows = windows
  }
}
