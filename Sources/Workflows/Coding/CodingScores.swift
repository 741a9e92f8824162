/// What people and engine say of the same texts, in numbers.
package struct CodingScores: Sendable, Codable {
  package let texts: Int
  package let coders: [String]
  /// Lexicon, engine and model that were measured.
  package let fingerprint: String
  package let agreement: [AgreementRow]
  package let scores: [ScoreRow]
  package let shares: [ShareRow]
  package let notes: [String]
}

/// How far coders agree on a question.
package struct AgreementRow: Sendable, Codable {
  package let variable: String
  /// Empty for the whole question.
  package let label: String
  /// Texts that at least two coded for it (for a stance: in which at least two found the same theme).
  package let n: Int
  /// Krippendorff's alpha, nominal; nil where all gave one code.
  package let alpha: ScoreValue?
  /// `reliable` (from 0.800), `tentative` (from 0.667), `not to be reported`, or `nothing to compare`.
  package let verdict: String
}

/// A figure with its 95 % interval and the number of texts behind it.
package struct ScoreValue: Sendable, Codable {
  package let value: Double
  package let lower: Double?
  package let upper: Double?
  package let n: Int
}

extension ScoreValue {
  /// A share that was counted, without an interval.
  package init(share: Double, of n: Int) {
    self.init(value: share, lower: nil, upper: nil, n: n)
  }
}

/// How well the engine meets one label.
package struct ScoreRow: Sendable, Codable {
  /// `all`, or the language of the texts.
  package let language: String
  package let variable: String
  /// A label, `micro` over all labels of a question, or `macro` (the mean of the labels' F1).
  package let label: String
  package let n: Int
  package let coded: Int
  package let found: Int
  package let precision: ScoreValue?
  package let recall: ScoreValue?
  package let f1: ScoreValue?
}

/// How many texts carry a label, corrected for the engine's errors.
package struct ShareRow: Sendable, Codable {
  package let kind: String
  package let language: String
  package let variable: String
  package let label: String
  /// Share that the engine found, of how many texts; `archive` or `sample`.
  package let found: Double
  package let of: Int
  package let from: String
  package let corrected: ScoreValue?
  /// `estimated`, `below detection`, `undefined` or `too few coded texts`.
  package let status: String
}
