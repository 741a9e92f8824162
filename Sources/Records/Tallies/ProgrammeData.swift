/// A creator as reports know them: by code.
package struct CreatorCard: Sendable, Hashable {
  package var code: String
  /// Languages the creator speaks in: `ky`, `ru`, `uz-Latn`, `uz-Cyrl`.
  package var languages: [LanguageTag]
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// What the creator agreed to share with donors or the public, by consents that hold today.
  package var sharedWithDonors: Set<ConsentSubject>
  /// The last day of each of these consents.
  package var sharedUntil: [ConsentSubject: Day]

  package init(
    code: String, languages: [LanguageTag], country: String?, sharedWithDonors: Set<ConsentSubject>,
    sharedUntil: [ConsentSubject: Day] = [:]
  ) {
    self.code = code
    self.languages = languages
    self.country = country
    self.sharedWithDonors = sharedWithDonors
    self.sharedUntil = sharedUntil
  }
}

package struct AccountCard: Sendable, Hashable {
  package var id: Int64
  package var creator: String
  package var platform: Platform

  package init(id: Int64, creator: String, platform: Platform) {
    self.id = id
    self.creator = creator
    self.platform = platform
  }
}

/// Talks of one account published in one month.
package struct TalkTally: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  package var published: Int
  /// Talks of these with a transcript that can be read.
  package var transcribed: Int
  /// Spoken time of these transcripts, in seconds.
  package var transcribedSeconds: Double
  /// Talks with a transcript in a language that is not read; they are none of `transcribed`.
  package var unread: [LanguageTag: Int]

  package init(
    account: Int64, month: Month, published: Int, transcribed: Int, transcribedSeconds: Double,
    unread: [LanguageTag: Int] = [:]
  ) {
    self.account = account
    self.month = month
    self.published = published
    self.transcribed = transcribed
    self.transcribedSeconds = transcribedSeconds
    self.unread = unread
  }
}

/// Time in transcripts that carries a theme, in talks published in one month.
package struct ThemeTally: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  package var language: LanguageTag
  package var theme: String
  package var stance: Stance
  package var sentences: Int
  /// Seconds of talk in these sentences.
  package var seconds: Double
  /// What a person judged of talks that seem to speak against the theme; nil where nobody has.
  package var verdict: Verdict?

  package init(
    account: Int64, month: Month, language: LanguageTag, theme: String, stance: Stance,
    sentences: Int, seconds: Double, verdict: Verdict? = nil
  ) {
    self.verdict = verdict
    self.account = account
    self.month = month
    self.language = language
    self.theme = theme
    self.stance = stance
    self.sentences = sentences
    self.seconds = seconds
  }
}

/// What a comment tally counts.
package enum CommentLabelKind: String, Sendable, Hashable, CaseIterable {
  /// All comments; the label is empty.
  case all
  case sentiment, response, alert
}

/// Comments written in one month under one account's posts, by language and label.
package struct CommentTally: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  package var language: LanguageTag
  package var kind: CommentLabelKind
  /// Raw value of `Sentiment`, `Response` or `Alert`; empty for all.
  package var label: String
  package var comments: Int
  /// Different authors: a lower bound, since authors of several posts are not added twice with certainty.
  package var commentersAtLeast: Int

  package init(
    account: Int64, month: Month, language: LanguageTag, kind: CommentLabelKind, label: String,
    comments: Int, commentersAtLeast: Int
  ) {
    self.account = account
    self.month = month
    self.language = language
    self.kind = kind
    self.label = label
    self.comments = comments
    self.commentersAtLeast = commentersAtLeast
  }
}

/// A correction between two exports of the same number.
package struct Restatement: Sendable, Hashable {
  package var account: Int64
  package var month: Month
  package var metric: Metric
  package var firstReported: Double
  package var latest: Double

  package init(
    account: Int64, month: Month, metric: Metric, firstReported: Double, latest: Double
  ) {
    self.account = account
    self.month = month
    self.metric = metric
    self.firstReported = firstReported
    self.latest = latest
  }
}

/// Counts of one import, for the pages that say what the figures rest on.
package struct ImportTally: Sendable, Hashable {
  package var number: Int64
  package var receivedOn: Day
  package var format: String
  package var creator: String?
  package var platform: Platform?
  package var period: Period?
  package var accepted: Int
  package var unchanged: Int
  package var restated: Int
  package var refused: Int

  package init(
    number: Int64, receivedOn: Day, format: String, creator: String?, platform: Platform?,
    period: Period?, accepted: Int, unchanged: Int, restated: Int, refused: Int
  ) {
    self.number = number
    self.receivedOn = receivedOn
    self.format = format
    self.creator = creator
    self.platform = platform
    self.period = period
    self.accepted = accepted
    self.unchanged = unchanged
    self.restated = restated
    self.refused = refused
  }
}

/// Everything reports are made from: rollups, no names, no texts of comments.
package struct ProgrammeData: Sendable {
  /// Months in order, the last one being the report's month.
  package var months: [Month]
  package var creators: [CreatorCard]
  package var accounts: [AccountCard]
  package var metrics: [MonthlyMetric]
  package var talks: [TalkTally]
  package var themes: [ThemeTally]
  package var comments: [CommentTally]
  /// Talks whose text is known, by how long they were watched.
  package var watched: [TalkWatch]
  package var restatements: [Restatement]
  package var imports: [ImportTally]
  /// Comments that nearly repeat others; months that were not compared have no check.
  package var copied: [CopiedTally]
  package var copyChecks: [CopyCensus]
  /// What the talks of the last month spoke of more than those before; filled for the pages that show it.
  package var keyness: [MonthKeyness] = []
  /// What exports say of the audience of the last month; filled for the pages that show it.
  package var audience: [AudiencePart] = []
  /// How answers lie together under posts; without it, channels stand for posts in intervals.
  package var answerMoments: [AnswerMoments] = []
  /// What people's coding showed of the lexicon and engine in force; empty when nobody coded.
  package var codingMeasures: [CodingMeasure] = []
  /// Figures that were typed in; no other figure is made of them.
  package var handFigures: [HandEntry]
  /// Talks that have a card.
  package var declared: [DeclaredTalk]
  /// Rows of registers that are in force, of all days; those that were taken back are left out. No words of stories.
  package var registers: [RegisterRow] = []
  /// The day that consents are judged by.
  package var today: Day?
  /// Possible threats and hatred under talks of which nobody has said yet whether they are so.
  package var waitingAlerts = 0
  /// Lexicon and engine that the readings come from; empty when nothing was analysed.
  package var lexiconFingerprint: String

  package init(
    months: [Month], creators: [CreatorCard] = [], accounts: [AccountCard] = [],
    metrics: [MonthlyMetric] = [], talks: [TalkTally] = [], themes: [ThemeTally] = [],
    comments: [CommentTally] = [], watched: [TalkWatch] = [], restatements: [Restatement] = [],
    imports: [ImportTally] = [], copied: [CopiedTally] = [], copyChecks: [CopyCensus] = [],
    handFigures: [HandEntry] = [], declared: [DeclaredTalk] = [],
    lexiconFingerprint: String = ""
  ) {
    self.months = months
    self.creators = creators
    self.accounts = accounts
    self.metrics = metrics
    self.talks = talks
    self.themes = themes
    self.comments = comments
    self.watched = watched
    self.restatements = restatements
    self.imports = imports
    self.copied = copied
    self.copyChecks = copyChecks
    self.handFigures = handFigures
    self.declared = declared
    self.lexiconFingerprint = lexiconFingerprint
  }
}
