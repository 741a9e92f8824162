/// Language varieties that texts are read as. Four are understood, the rest are named.
package enum LanguageTag: String, Sendable, Hashable, CaseIterable {
  case kyrgyz = "ky"
  case russian = "ru"
  case uzbekLatin = "uz-Latn"
  case uzbekCyrillic = "uz-Cyrl"
  case kazakh = "kk"
  case tajik = "tg"
  case tatar = "tt"
  case turkish = "tr"
  case azerbaijani = "az"
  case turkmen = "tk"
  case english = "en"
  case arabic = "ar"
  case other
  /// Nothing to tell by: emoji, links, digits, names.
  case unknown

  /// Languages whose texts are read for themes. Talks in others are known to be there, and nothing is said of them.
  package static let read: Set<LanguageTag> = [.kyrgyz, .russian, .uzbekLatin, .uzbekCyrillic]

  /// Whether a text in it has words that no lexicon here can read.
  package var isUnread: Bool { !Self.read.contains(self) && self != .unknown }
}

/// What a speaker holds towards the value that a theme names.
package enum Stance: String, Sendable, Hashable, CaseIterable {
  case promotes, opposes, mentions
}

package enum Sentiment: String, Sendable, Hashable, CaseIterable {
  case positive, negative, neutral, mixed
}

/// What a comment does towards the talk; exactly one, the first that fits in this order.
package enum Response: String, Sendable, Hashable, CaseIterable {
  case testimony, hostile, critical, question, supportive, formula, spam, other
}

package enum Alert: String, Sendable, Hashable, CaseIterable {
  case hate, threat, extremist
}

/// What kind of text is read: a talk's sentences carry themes with stance; a comment also answers the talk.
package enum TextKind: String, Sendable, Hashable, CaseIterable {
  case talk, comment
}
