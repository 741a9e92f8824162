/// What one person decided about one text by the codebook. Nil: not coded.
package struct Coding: Sendable, Hashable {
  /// Language variety (`ky`, `uz-Latn`, ...), or `mixed`.
  package var variety: String?
  /// Empty when the coder found none.
  package var themes: [ThemeStance]?
  package var sentiment: Sentiment?
  package var response: Response?
  /// Empty when the coder found none.
  package var alerts: [Alert]?

  package init(
    variety: String? = nil, themes: [ThemeStance]? = nil, sentiment: Sentiment? = nil, response: Response? = nil,
    alerts: [Alert]? = nil
  ) {
    self.variety = variety
    self.themes = themes
    self.sentiment = sentiment
    self.response = response
    self.alerts = alerts
  }

  package var isEmpty: Bool {
    variety == nil && themes == nil && sentiment == nil && response == nil && alerts == nil
  }
}

/// A text of the archive that people code, by what it is, not by its words.
package struct CodedText: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    /// A sentence of a talk: `title`, `description` or `transcript`, and its UTF-16 offsets there.
    case sentence(part: String, range: Range<Int>)
    /// A comment, by the mark under which the archive finds it again (16 bytes).
    case comment(identity: [UInt8])
  }

  /// Row of the post in the archive.
  package var post: Int64
  package var place: Place
  /// Tells whether the words are still those that were coded.
  package var textMark: Int64
  /// How many texts of the month it stands for, at least 1.
  package var weight: Double

  package init(post: Int64, place: Place, textMark: Int64, weight: Double = 1) {
    self.post = post
    self.place = place
    self.textMark = textMark
    self.weight = weight
  }

  package var kind: TextKind {
    if case .comment = place { return .comment }
    return .talk
  }
}

/// A coding that the archive holds.
package struct StoredCoding: Sendable, Hashable {
  package let text: CodedText
  package let coder: String
  package let coding: Coding
  /// Coded only because a creator objected to what was found in it: no draw, so that it stands for no other text.
  package let isContested: Bool

  package init(text: CodedText, coder: String, coding: Coding, isContested: Bool = false) {
    self.text = text
    self.coder = coder
    self.coding = coding
    self.isContested = isContested
  }
}
