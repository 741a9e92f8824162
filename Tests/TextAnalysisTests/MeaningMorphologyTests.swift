import Records
import Testing
import TextAnalysis

@Suite("Word forms") struct MeaningMorphologyTests {
  /// Hand tables of paradigms and of words that only look like forms. Shares fall only when something broke.
  @Test("paradigms", arguments: [("ky", LexiconLanguage.kyrgyz), ("uz", .uzbek), ("ru", .russian)])
  func paradigms(_ example: (String, LexiconLanguage)) throws {
    let engine = try Meaning.engine.get()
    var missed: [String] = []
    var accepted: [String] = []
    var forms = 0
    for row in try Meaning.rows("meaning-forms") where row[0] == example.0 {
      let matches = engine.formMatches(lemma: row[1], form: row[2], language: example.1)
      if row[3] == "1" {
        forms += 1
        if !matches { missed.append(row[2]) }
      } else if matches {
        accepted.append(row[2])
      }
    }
    #expect(Double(missed.count) <= 0.02 * Double(forms), "missed \(missed)")
    #expect(accepted.count <= 1, "accepted \(accepted)")
  }

  @Test(
    "spelling variants",
    arguments: [
      ("oʻqi-", "o'qiydi", LexiconLanguage.uzbek), ("oʻqi-", "O‘QIYDI", .uzbek), ("oʻqi-", "ўқийди", .uzbek),
      ("кыз", "КЫЗДАРГА", .kyrgyz), ("ребёнок", "ребенка", .russian), ("учёба", "учебой", .russian),
    ])
  func spelling(_ example: (String, String, LexiconLanguage)) throws {
    #expect(try Meaning.engine.get().formMatches(lemma: example.0, form: example.1, language: example.2))
  }

  @Test(
    "an entry is found in every spelling",
    arguments: [
      "Қизлар мактабга борсин.", "Qizlar maktabga borsin.", "Qizlar MAKTABGA borsin.", "кизлар мактабга борсин",
      "Кыздар мектепке барсын.", "Девочки должны ходить в школу.", "Девочки должны ходить в шко\u{301}лу.",
    ])
  func entries(_ text: String) throws {
    #expect(try Meaning.themes(text).contains("girls-education:promotes"))
  }
}
