import Records

/// What a file is, without taking it in.
package struct Inspection: Sendable, Codable {
  /// As the user knows it.
  package var name: String
  package var sha256: String
  /// The import that took the same bytes before.
  package var sameBytesAs: Int64?
  /// The file itself, or the files in the archive.
  package var files: [InspectedFile]

  package var hasProblems: Bool { files.contains { $0.isHeld || $0.refusedRows > 0 || $0.isRefused } }
}

/// One readable file. Nothing of a person: creators by code, problems by place.
package struct InspectedFile: Sendable, Codable {
  package var name: String
  /// Id of the format; empty when none was recognised.
  package var format = ""
  package var title = ""
  /// Language of the interface that wrote it, where its headers tell.
  package var interfaceLanguage: String?
  package var encoding = ""
  package var dialect = ""
  /// Days the file as a whole covers, or its rows from first to last.
  package var period: String?
  package var scope: String?
  /// Day up to which lifetime numbers speak.
  package var asOf: String?
  package var platform: String?
  /// Code of the creator, and what told: id, name, posts, file-name, user.
  package var creator: String?
  package var toldBy: String?
  /// Codes, where it could be of several.
  package var candidates: [String] = []
  package var posts = 0
  package var numbers = 0
  package var comments = 0
  package var transcripts = 0
  package var cues = 0
  package var refusedRows = 0
  /// Posts of the file that the archive knows; nil without an archive.
  package var knownPosts: Int?
  /// Imports of the same kind of file with the same days or posts.
  package var overlaps: [Int64] = []
  package var problems: [ProblemReceipt] = []

  package var isRefused: Bool { problems.contains { $0.severity == Severity.fileRefused.rawValue } }
  /// Whether ingest would ask whose it is.
  package var isHeld: Bool { !candidates.isEmpty }

  init(name: String) { self.name = name }
}
