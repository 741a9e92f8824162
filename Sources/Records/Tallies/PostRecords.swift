/// A post in a list.
package struct PostHead: Sendable, Hashable {
  package let id: Int64
  package let creator: String
  package let platform: Platform
  /// The id at the platform, and its other name (an Instagram short code).
  package let externalID: String
  package let alias: String?
  package let kind: PostKind?
  package let title: String?
  package let description: String?
  /// The day of publication in the programme's zone.
  package let publishedOn: Day?
  package let durationSeconds: Int?
  package let isTranscribed: Bool
  /// The post that this one is, under another name; nil for most.
  package let sameAs: Int64?

  package init(
    id: Int64, creator: String, platform: Platform, externalID: String, alias: String?, kind: PostKind?, title: String?,
    description: String?, publishedOn: Day?, durationSeconds: Int?, isTranscribed: Bool, sameAs: Int64?
  ) {
    self.id = id
    self.creator = creator
    self.platform = platform
    self.externalID = externalID
    self.alias = alias
    self.kind = kind
    self.title = title
    self.description = description
    self.publishedOn = publishedOn
    self.durationSeconds = durationSeconds
    self.isTranscribed = isTranscribed
    self.sameAs = sameAs
  }
}

/// A number about a post as one file states it.
package struct PostStatement: Sendable, Hashable {
  package let metric: Metric
  package let value: Double
  package let isApproximate: Bool
  /// The first day of the days it is about; nil for a total since publication.
  package let from: Day?
  /// The last of these days, or the day of the total.
  package let asOf: Day
  package let importNumber: Int64

  package init(
    metric: Metric, value: Double, isApproximate: Bool, from: Day? = nil, asOf: Day, importNumber: Int64
  ) {
    self.metric = metric
    self.value = value
    self.isApproximate = isApproximate
    self.from = from
    self.asOf = asOf
    self.importNumber = importNumber
  }
}

/// Comments under a post that carry a label; `commenters` is a lower bound of how many people wrote them.
package struct PostAnswers: Sendable, Hashable {
  package let kind: CommentLabelKind
  package let label: String
  package let comments: Int
  package let commentersAtLeast: Int

  package init(
    kind: CommentLabelKind, label: String, comments: Int, commentersAtLeast: Int
  ) {
    self.kind = kind
    self.label = label
    self.comments = comments
    self.commentersAtLeast = commentersAtLeast
  }
}

/// A theme found in a part of a talk.
package struct PostFinding: Sendable, Hashable {
  package let part: String
  package let theme: String
  package let stance: Stance
  package let sentence: Range<Int>
  package let span: Range<Int>
  package let seconds: Double

  package init(
    part: String, theme: String, stance: Stance, sentence: Range<Int>, span: Range<Int>, seconds: Double
  ) {
    self.part = part
    self.theme = theme
    self.stance = stance
    self.sentence = sentence
    self.span = span
    self.seconds = seconds
  }
}

/// An import that speaks of a post.
package struct PostSource: Sendable, Hashable {
  package let importNumber: Int64
  package let format: String
  package let receivedAt: Instant

  package init(
    importNumber: Int64, format: String, receivedAt: Instant
  ) {
    self.importNumber = importNumber
    self.format = format
    self.receivedAt = receivedAt
  }
}
