import Records
import Testing
import TextAnalysis

@Suite("Lexicon loading") struct MeaningLoaderTests {
  private func problems(_ files: [String: String]) throws -> [Problem] {
    try TextEngine(Meaning.small(files)).problems
  }

  @Test(
    "what is refused is named with file and line",
    arguments: [
      ("languages/ky/classes/GIRL.tsv", "кыз\tn\nсулуу\tq\n", "lexicon.unknown-part-of-speech", 2),
      ("languages/ky/classes/GIRL.tsv", "# a comment\nкыз\n", "lexicon.columns", 2),
      ("languages/ky/classes/GIRL.tsv", "кыз\tn\nкыз\tn\n", "lexicon.duplicate", 2),
      ("languages/ky/classes/GIRL.tsv", "кыз бала\tn\n", "lexicon.word-count", 1),
      ("languages/ky/classes/GIRL.tsv", "кыз\tn\n\nкыcка\ta\n", "lexicon.mixed-script", 3),
      ("languages/ky/sentiment.tsv", "жакшы\ta\t9\n", "lexicon.strength", 1),
      ("languages/ky/formulas.tsv", "рахмат\tkind\tpositive\n", "lexicon.formula-kind", 1),
      ("themes/education.tsv", "rule\tLEARN & NOBODY\tvalue\n", "lexicon.rule", 1),
      ("themes/education.tsv", "rule\tLEARN\tgood\n", "lexicon.polarity", 1),
      ("themes/education.tsv", "hit\tky\n", "lexicon.theme-example", 1),
      ("operators.tsv", "shout\tGIRL\n", "lexicon.operator", 1),
      ("responses.tsv", "praise\tGIRL\tpositive\n", "lexicon.response", 1),
      ("alerts.tsv", "noise\tGIRL\n", "lexicon.alert", 1),
      ("languages/ky/morphology.tsv", "N\tsometimes\tLAр\tN\n", "morphology.line", 1),
      ("languages/ky/changes.tsv", "n\tк\t?г\tNV\n", "morphology.change", 1),
    ])
  func refused(_ example: (file: String, text: String, code: String, line: Int)) throws {
    let found = try problems([example.file: example.text]).filter { $0.code == example.code }
    #expect(found.map(\.file) == [example.file])
    #expect(found.map(\.line) == [example.line])
  }

  @Test("a class nobody declared is a file problem")
  func unknownClass() throws {
    let found = try problems(["languages/ky/classes/BOYS.tsv": "бала\tn\n"])
    #expect(found.contains { $0.code == "lexicon.unknown-class" && $0.severity == .fileRefused })
  }

  @Test("without classes there is no engine")
  func noClasses() {
    #expect(throws: LexiconError.self) { try TextEngine(LexiconFolder(files: [:])) }
  }

  @Test("the project's own lexicon loads without a refused line")
  func own() throws {
    let refused = try Meaning.engine.get().problems.filter { $0.severity != .note }
    #expect(refused.isEmpty, "\(refused.prefix(5))")
  }

  @Test("the fingerprint changes with every byte, and only then")
  func fingerprint() throws {
    let first = try TextEngine(Meaning.small(["languages/ky/classes/GIRL.tsv": "кыз\tn\n"]))
    let same = try TextEngine(Meaning.small(["languages/ky/classes/GIRL.tsv": "кыз\tn\n"]))
    let other = try TextEngine(Meaning.small(["languages/ky/classes/GIRL.tsv": "кыз\ta\n"]))
    #expect(first.fingerprint == same.fingerprint)
    #expect(first.fingerprint != other.fingerprint)
    #expect(first.fingerprint.utf8.count == 16)
  }
}
