import Records
import Testing
import TextAnalysis

@Suite("Themes") struct MeaningThemeTests {
  /// Twelve themes of the codebook.
  static let ids = [
    "coexistence", "compassion", "counter-extremism", "education", "family-youth", "girls-education",
    "law-citizenship", "media-literacy", "moderation", "peace", "tolerance", "women-rights",
  ]

  @Test("every theme has titles and examples in each language", arguments: ids)
  func complete(_ theme: String) throws {
    let engine = try Meaning.engine.get()
    for language in ["en", "ru", "ky", "uz"] { #expect(engine.title(ofTheme: theme, language: language) != nil) }
    let examples = engine.examples.filter { $0.theme == theme }
    for variety in ["ky", "ru", "uz-Latn"] {
      #expect(examples.contains { $0.variety == variety && $0.stance != nil }, "no hit in \(variety)")
      #expect(examples.contains { $0.variety == variety && $0.stance == nil }, "no miss in \(variety)")
    }
  }

  @Test("examples of a theme hit and miss", arguments: ids)
  func examples(_ theme: String) throws {
    let engine = try Meaning.engine.get()
    let reader = engine.makeReader()
    for example in engine.examples where example.theme == theme {
      let found = reader.read(example.text, kind: .talk).themes.first { $0.theme == theme }?.stance
      #expect(found == example.stance, "line \(example.line): \(example.text)")
    }
  }

  @Test(
    "what somebody else says and the speaker rejects counts as what the speaker holds",
    arguments: [
      "Айрымдар кызга мектептин кереги жок дейт, бул туура эмес.",
      "Некоторые говорят, что девочкам школа не нужна, но это неправильно.",
      "Baʼzilar qizga maktabning keragi yoʻq deydi, bu notoʻgʻri.",
    ])
  func rejected(_ text: String) throws {
    #expect(try Meaning.themes(text).contains("girls-education:promotes"))
  }

  @Test(
    "the same sentence without rejection",
    arguments: [
      "Кызга мектептин кереги жок.", "Девочкам школа не нужна.", "Qizga maktabning keragi yoʻq.",
      "Қизга мактабнинг кераги йўқ.",
    ])
  func opposed(_ text: String) throws {
    #expect(try Meaning.themes(text).contains("girls-education:opposes"))
  }

  @Test("findings point into the text as received")
  func spans() throws {
    let text = "🙂 Ассалому алейкум! Кыздар мектепке барсын."
    let reading = try Meaning.reader().read(text, kind: .talk)
    let finding = try #require(reading.findings.first { $0.theme == "girls-education" })
    let units = Array(text.utf16)
    let words = String(decoding: units[finding.span], as: UTF16.self)
    #expect(words.contains("Кыздар") && words.contains("мектепке"))
    #expect(finding.sentence.lowerBound <= finding.span.lowerBound)
    #expect(!finding.entry.isEmpty)
  }

  @Test("a derivation names sentence, hits, clause and theme")
  func derivation() throws {
    let steps = try Meaning.reader().derivation(of: "Кыздарды окутпай коюу күнөө.", kind: .talk)
    #expect(Set(steps.map(\.kind)).isSuperset(of: ["sentence", "hit", "clause", "theme"]))
  }
}
