import Records
import Testing
import TextAnalysis

@Suite("Hostile text", .serialized) struct FormHostileTests {
  private func seconds(_ source: String) -> Double {
    let bytes = Array(source.utf8)
    let types = WordTypes(Form.segmentation.letters)
    let segmenter = Segmenter(Form.segmentation)
    let reader = LanguageReader(Form.profiles)
    let text = PreparedText()
    let clock = ContinuousClock()
    let spent = clock.measure {
      bytes.withUnsafeBufferPointer { segmenter.prepare($0, kind: .comment, types: types, into: text) }
      reader.read(text, types: types)
    }
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
  }

  private static let patterns: [(String, String)] = [
    ("alternating combining marks", "\u{0316}\u{0301}"), ("one long word", "аб"), ("letters and dots", "a."),
    ("letters and hyphens", "а-"), ("letters and apostrophes", "o'"), ("parentheses", "("), ("smiles", ")"),
    ("joined emoji", "👩\u{200D}"), ("links", "http://"), ("mail", "a@b."), ("brackets", "[lin"),
    ("colons", "a:"), ("asterisks", "а*"), ("hashes", "#"), ("zero width", "а\u{200B}"), ("Han", "汉字"),
    ("lone surrogate bytes", "\u{FFFD}"), ("words", "ал келди "), ("full stops", "а. "), ("lines", "а\n"),
  ]

  @Test("ten times the text takes at most some twenty times the time", arguments: patterns)
  func linear(_ pattern: (String, String)) {
    let unit = pattern.1
    let small = String(repeating: unit, count: 40_000 / unit.utf8.count)
    let large = String(repeating: unit, count: 400_000 / unit.utf8.count)
    let first = max(seconds(small), 0.002)
    #expect(seconds(large) < first * 20 + 0.1)
  }

  @Test("a base letter with a million marks has a short form")
  func zalgo() {
    let source = "а" + String(repeating: "\u{0316}\u{0301}", count: 100_000) + " сөз"
    let reading = FormReading(source)
    #expect(reading.words == ["а", "сөз"])
  }
}
