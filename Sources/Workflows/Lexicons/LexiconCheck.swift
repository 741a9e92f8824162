import Records
import TextAnalysis

/// What `minbar lexicon check` found.
package struct LexiconCheck: Sendable, Codable {
  package struct Finding: Sendable, Codable {
    /// `fault` or `note`.
    package let level: String
    package let code: String
    package let file: String
    package let line: Int?
    package let found: String
    package let expected: String
    package let remedy: String
    /// As one line for people.
    package let text: String

    init(_ finding: LexiconFinding) {
      let problem = finding.problem
      level = finding.isFault ? "fault" : "note"
      code = problem.code
      file = problem.file
      line = problem.line
      found = problem.found
      expected = problem.expected
      remedy = problem.remedy
      text = "\(level): \(problem.description)"
    }
  }

  package let fingerprint: String
  package let faults: Int
  package let notes: Int
  package let findings: [Finding]

  init(fingerprint: String, findings: [LexiconFinding]) {
    self.fingerprint = fingerprint
    faults = findings.count(where: \.isFault)
    notes = findings.count - faults
    self.findings = findings.map(Finding.init)
  }

  /// How often each code was found, such as `3 lexicon.redundant`; the most frequent first.
  package var summary: [String] {
    Dictionary(grouping: findings, by: \.code).map { ($0.value.count, $0.key) }
      .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map { "\($0.0) \($0.1)" }
  }
}

extension Workspace {
  /// Loads the lexicon in force and tells what was refused and what looks wrong.
  package func checkLexicon() throws -> LexiconCheck {
    let folder = LexiconFolder(files: try ResourceFolders.files(in: ResourceFolders.lexicons(places)))
    let engine = try ResourceFolders.engine(folder)
    return LexiconCheck(fingerprint: engine.fingerprint, findings: LexiconAudit(folder, engine).findings())
  }
}
