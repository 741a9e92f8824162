/// What stands behind a figure, in words of one language and numbers for machines.
package struct FigureExplanation: Sendable, Codable {
  package struct File: Sendable, Codable, Hashable {
    package let importNumber: Int64
    package let name: String
    package let format: String
    package let received: String
    /// The row; for CSV that is its line.
    package let row: Int?
  }

  package struct Channel: Sendable, Codable {
    package let author: String
    package let platform: String
    package let metric: String
    package let value: Double?
    package let lower: Double?
    package let upper: Double?
    package let text: String
    package let basis: String
    package let asOf: String?
  }

  package struct Statement: Sendable, Codable {
    package let author: String
    package let platform: String
    package let metric: String
    package let talk: String?
    package let days: String
    /// Nil where the platform keeps the number back.
    package let value: Double?
    package let file: File?
    /// What was first reported, where a later file states it otherwise.
    package let firstValue: Double?
    package let firstFile: File?
    /// `counts`, `start`, `end`, or why it is left out.
    package let use: String
  }

  package struct Words: Sendable, Codable, Hashable {
    package let text: String
    package let isMarked: Bool
  }

  package struct Sentence: Sendable, Codable {
    /// Minutes and seconds into the talk.
    package let time: String
    package let row: Int?
    package let seconds: Double
    package let language: String
    package let words: [Words]
  }

  package struct Talk: Sendable, Codable {
    package let author: String
    package let platform: String
    package let title: String
    package let publishedOn: String
    package let hasText: Bool
    package let file: File?
    package let sentences: [Sentence]
  }

  package struct Answers: Sendable, Codable {
    package let author: String
    package let platform: String
    package let kind: String
    package let isInFigure: Bool
    package let comments: Int
  }

  /// A row of a register.
  package struct Entry: Sendable, Codable {
    package let code: String
    package let day: String
    /// Whether the figure counts it.
    package let counts: Bool
    package let values: String
    package let file: File?
    /// Who confirmed it at the desk, for an incident that was an alert.
    package let confirmedBy: String?
  }

  package struct CommentsFile: Sendable, Codable {
    package let author: String
    package let platform: String
    package let file: File?
    package let comments: Int
  }

  package struct Note: Sendable, Codable {
    package let number: Int64
    package let text: String
    package let isShareable: Bool
  }

  package var figure: String
  package var name: String
  package var unit: String
  package var value: Double?
  package var lower: Double?
  package var upper: Double?
  package var text: String
  package var known: Int
  package var of: Int
  package var formula: String
  package var definition: String
  package var cautions: [String]
  package var notes: [Note] = []
  package var channels: [Channel] = []
  package var statements: [Statement] = []
  package var talks: [Talk] = []
  package var answers: [Answers] = []
  package var commentFiles: [CommentsFile] = []
  package var entries: [Entry] = []
  /// What was left out and why, in sentences.
  package var leftOut: [String] = []
}
