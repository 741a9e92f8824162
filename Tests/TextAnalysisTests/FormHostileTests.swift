import Records
import Testing
import TextAnalysis

@Suite("Hostile text", .serialized) struct FormHostileTests {
  private func prepared(_ unit: String, times: Int) -> PreparedText {
    let source = Array(String(repeating: unit, count: times).utf8)
    let types = WordTypes(Form.segmentation.letters)
    let segmenter = Segmenter(Form.segmentation)
    let reader = LanguageReader(Form.profiles)
    let text = PreparedText()
    source.withUnsafeBufferPointer { segmenter.prepare($0, kind: .comment, types: types, into: text) }
    reader.read(text, types: types)
    return text
  }

  private static let patterns: [(String, String)] = [
    ("alternating combining marks", "\u{0316}\u{0301}"), ("one long word", "аб"), ("letters and dots", "a."),
    ("letters and hyphens", "а-"), ("letters and apostrophes", "o'"), ("parentheses", "("), ("smiles", ")"),
    ("joined emoji", "👩\u{200D}"), ("links", "http://"), ("mail", "a@b."), ("brackets", "[lin"),
    ("colons", "a:"), ("asterisks", "а*"), ("hashes", "#"), ("zero width", "а\u{200B}"), ("Han", "汉字"),
    ("lone surrogate bytes", "\u{FFFD}"), ("words", "ал келди "), ("full stops", "а. "), ("lines", "а\n"),
  ]

  /// Looks at no clock: whoever looks back over the text at each of its places would not come to an end here.
  @Test("two hundred thousand repetitions are cut in one pass, and as few of them are", arguments: patterns)
  func linear(_ pattern: (String, String)) {
    let few = prepared(pattern.1, times: 2_000)
    let many = prepared(pattern.1, times: 200_000)
    #expect(many.units.count == 100 * few.units.count)
    #expect(many.tokens.count <= 100 * (few.tokens.count + 2))
    #expect(many.tokens.last.map { Int($0.end) <= many.units.count } ?? true)
    #expect(many.language == few.language)
  }

  @Test("a base letter with a million marks has a short form")
  func zalgo() {
    let source = "а" + String(repeating: "\u{0316}\u{0301}", count: 100_000) + " сөз"
    let reading = FormReading(source)
    #expect(reading.words == ["а", "сөз"])
  }
}
