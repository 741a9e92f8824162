/// Who or what wrote a transcript down.
package enum TranscriptSource: String, Sendable, Hashable, CaseIterable {
  case human, automatic
  case machineTranslated = "machine-translated"
  case unknown
}

/// The head of a transcript: which talk, from where.
package struct TranscriptHead: Sendable, Hashable {
  /// The post's id at the platform; nil when only the file's name or the user can tell.
  package var postID: String?
  package var account: AccountHint
  package var source: TranscriptSource
  /// The language the file states, as written (`ru`, `ky-orig`), if any.
  package var statedLanguage: String?

  package init(
    postID: String? = nil, account: AccountHint = AccountHint(), source: TranscriptSource,
    statedLanguage: String? = nil
  ) {
    self.postID = postID
    self.account = account
    self.source = source
    self.statedLanguage = statedLanguage
  }
}

/// A piece of a transcript with its time in the talk, in milliseconds. Text without times has `startMs == nil`.
package struct Cue: Sendable, Hashable {
  package var startMs: Int?
  package var endMs: Int?
  package var text: String
  /// Line of the file, from 1.
  package var row: Int

  package init(startMs: Int?, endMs: Int?, text: String, row: Int) {
    self.startMs = startMs
    self.endMs = endMs
    self.text = text
    self.row = row
  }
}
