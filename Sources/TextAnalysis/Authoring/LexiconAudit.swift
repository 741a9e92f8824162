import Records

/// Everything that can be said against a lexicon beside what loading refuses: entries that contradict each other, that
/// say nothing new or are never met, rules that never hold, examples that are not read as they say.
///
/// A fault makes readings wrong or does nothing although somebody wrote it to do something. A note may be meant; a
/// line whose last column holds the word `meant` is spared its notes.
package struct LexiconAudit {
  private let folder: LexiconFolder
  private let engine: TextEngine

  /// - Parameter engine: made from `folder`.
  package init(_ folder: LexiconFolder, _ engine: TextEngine) {
    self.folder = folder
    self.engine = engine
  }

  /// Faults first, then notes; each in the order of files and lines.
  package func findings() -> [LexiconFinding] {
    let authored = AuthoredLexicon(folder)
    let lexicon = LexiconLoader(folder).lexicon
    let checks = CheckTable(folder, authored.classes)
    var all = engine.problems.map(LexiconFinding.init(loading:)) + checks.findings
    all += FolderCheck(folder).findings()
    all += LetterCheck(folder, authored).findings()
    all += ContradictionCheck(authored, checks).findings()
    all += OverlapCheck(authored).findings()
    all += RedundancyCheck(authored, lexicon, engine.parts.tables).findings()
    all += ReachCheck(authored, lexicon, engine.parts).findings()
    all += BlockerCheck(authored, lexicon, engine.parts.tables).findings()
    all += RuleCheck(authored, lexicon, engine.parts.tables).findings()
    all += UseCheck(authored).findings()
    all += ExampleCheck(engine).findings()
    return LexiconAudit.ordered(all.filter { $0.isFault || !authored.meant.contains($0.place) })
  }

  private static func ordered(_ all: [LexiconFinding]) -> [LexiconFinding] {
    all.sorted { a, b in
      if a.isFault != b.isFault { return a.isFault }
      return (a.place, a.problem.code) < (b.place, b.problem.code)
    }
  }
}

extension LexiconFinding {
  var place: LexiconPlace { LexiconPlace(problem.file, problem.line ?? 0) }
}
