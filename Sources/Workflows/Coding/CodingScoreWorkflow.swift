import Figures
package import Records
import Storage
import TextAnalysis

/// What is scored, and how.
package struct ScoreOptions: Sendable {
  /// Filled files; none scores what the archive holds.
  package var files: [String]
  /// Counts only what this coder said, for example after a last word on disagreements; nil counts the majority.
  package var coder: String?
  package var seed: UInt64
  package var replicates: Int

  package init(files: [String] = [], coder: String? = nil, seed: UInt64 = 1, replicates: Int = 1_000) {
    self.files = files
    self.coder = coder
    self.seed = seed
    self.replicates = replicates
  }
}

extension Workspace {
  /// Measures the engine against what people coded. Changes nothing.
  /// - Returns: the scores, and problems of the files' cells.
  package func scoreCoding(
    _ options: ScoreOptions, notice: (String) -> Void = { _ in }
  ) throws -> (scores: CodingScores, problems: [Problem]) {
    let engine = try makeReadingEngine(notice: notice)
    let corpus = CodedCorpus(engine)
    if options.files.isEmpty {
      try corpus.addArchive(self, notice: notice)
    } else {
      try corpus.addFiles(options.files)
    }
    let items = try chosen(corpus.items, options.coder)
    let bootstrap = Bootstrap(replicates: options.replicates, seed: options.seed)
    let cases = ScoreCases(items, themes: engine.engine.themes)
    let counts =
      options.files.isEmpty ? try openForReading().read { try $0.labelCounts(fingerprint: engine.fingerprint) } : []
    var notes = corpus.notes
    if options.files.isEmpty, counts.isEmpty {
      notes.append("texts wait to be read ('minbar analyse'): found shares are those of the sample")
    }
    let scores = CodingScores(
      texts: items.count, coders: Set(items.flatMap(\.codings.keys)).sorted(), fingerprint: engine.fingerprint,
      agreement: AgreementTable(corpus.items.map(\.codings), bootstrap: bootstrap).rows,
      scores: ScoreTable(cases, bootstrap: bootstrap).rows,
      shares: ShareTable(cases, counts: counts, bootstrap: bootstrap).rows, notes: notes)
    return (scores, corpus.problems)
  }

  private func chosen(_ items: [CodedItem], _ coder: String?) throws -> [CodedItem] {
    guard let coder else {
      guard !items.isEmpty else { throw WorkflowError("no row with codes to score") }
      return items
    }
    let chosen = items.compactMap { item -> CodedItem? in
      guard let coding = item.codings[coder] else { return nil }
      var item = item
      item.codings = [coder: coding]
      return item
    }
    guard !chosen.isEmpty else {
      let known = Set(items.flatMap(\.codings.keys)).sorted().joined(separator: ", ")
      throw WorkflowError("coder '\(coder)': coded nothing here; coders are \(known)")
    }
    return chosen
  }
}
