package import Records
package import Reporting

/// A page of posts.
package struct PostList: Sendable {
  package let posts: [PostHead]
  package let count: Int
  /// The post after which the next page begins; nil on the last one.
  package let next: Int64?
}

/// What the team says a talk was meant to be.
package struct DeclaredTalk: Sendable, Hashable {
  /// Codes of themes; words that name none stay as they are.
  package let themes: [String]
  package let targetGroup: String?
  package let campaign: String?
  package let isBoosted: Bool?
  package let summary: String?
}

/// A theme of a talk in one stance.
package struct TalkTheme: Sendable, Hashable {
  package let theme: String
  package let stance: Stance
  /// Sentences that show it, in title, description and transcript.
  package let sentences: Int
}

/// Everything that is known of one post. Nothing in it leads to somebody who commented.
package struct PostDetail: Sendable {
  package let head: PostHead
  /// Other rows of the same post.
  package let twins: [Int64]
  /// Whether words of the talk may be shown to the team; its author agrees or not.
  package let mayQuote: Bool
  package let language: LanguageTag?
  package let themes: [TalkTheme]
  package let times: [TalkTimes.Row]
  /// Spoken seconds of the text, and of the whole talk where an export states them.
  package let spokenSeconds: Double
  package let description: [TalkLine]
  package let transcript: [TalkLine]
  package let card: DeclaredTalk?
  package let statements: [PostStatement]
  package let answers: [PostAnswers]
  package let sources: [PostSource]

  /// Comments that exports brought, and those that the platform counts, where it says.
  package var commentsStated: Double? { statements.last { $0.metric == .comments && $0.from == nil }?.value }
}
