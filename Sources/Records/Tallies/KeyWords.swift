/// A word of a talk in all its forms.
package struct TalkWord: Sendable, Hashable {
  /// What its forms have in common; in the lexicon's script.
  package var stem: String
  /// The form in which it stands first, as the engine reads it.
  package var form: String
  package var count: Int
  /// Where it stands first: UTF-16 offsets into the transcript.
  package var first: Range<Int>

  package init(stem: String, form: String, count: Int, first: Range<Int>) {
    self.stem = stem
    self.form = form
    self.count = count
    self.first = first
  }
}

/// A word in its line: a key word in context.
package struct ConcordanceLine: Sendable, Hashable {
  package var left: String
  package var word: String
  package var right: String
  /// Title of the talk.
  package var talk: String

  package init(left: String, word: String, right: String, talk: String) {
    self.left = left
    self.word = word
    self.right = right
    self.talk = talk
  }
}

/// A word that more talks of a month hold than talks of the year before.
package struct MonthKeyWord: Sendable, Hashable {
  /// The word in its commonest form.
  package var word: String
  /// Talks of the month that hold it, and how often it stands in them.
  package var talks: Int
  package var uses: Int
  /// Talks of the year before that hold it.
  package var talksBefore: Int
  /// Log-likelihood: whether there is a difference.
  package var g2: Double
  /// Doublings of the share of talks that hold it: how large the difference is.
  package var logRatio: Double
  /// Lines of different talks, the newest first.
  package var lines: [ConcordanceLine]

  package init(
    word: String, talks: Int, uses: Int, talksBefore: Int, g2: Double, logRatio: Double, lines: [ConcordanceLine] = []
  ) {
    self.word = word
    self.talks = talks
    self.uses = uses
    self.talksBefore = talksBefore
    self.g2 = g2
    self.logRatio = logRatio
    self.lines = lines
  }
}

/// What the talks of a month in one language spoke of more than those of the twelve months before.
package struct MonthKeyness: Sendable, Hashable {
  package var month: Month
  package var language: LanguageTag
  /// Talks with a transcript in the month and in the year before.
  package var talks: Int
  package var talksBefore: Int
  /// The strongest first.
  package var words: [MonthKeyWord]

  package init(month: Month, language: LanguageTag, talks: Int, talksBefore: Int, words: [MonthKeyWord] = []) {
    self.month = month
    self.language = language
    self.talks = talks
    self.talksBefore = talksBefore
    self.words = words
  }
}
