import Records
import Testing
import TextAnalysis

@Suite("Keyness") struct KeynessTests {
  /// Expected values worked out from the two-by-two table by hand.
  @Test(
    "log-likelihood and log ratio of a two-by-two table",
    arguments: [
      (10, 100, 5, 1000, 30.670, 4.322), (10, 100, 0, 1000, 48.902, 7.644), (5, 1000, 10, 100, 30.670, -4.322),
      (20, 1000, 20, 1000, 0, 0), (0, 100, 10, 100, 14.390, 0), (3, 10, 0, 0, 0, 0),
    ] as [(Int, Int, Int, Int, Double, Double)])
  func values(_ example: (Int, Int, Int, Int, Double, Double)) {
    let keyness = Keyness(count: example.0, of: example.1, rest: example.2, of: example.3)
    #expect(abs(keyness.g2 - example.4) < 0.001, "\(keyness)")
    #expect(abs(keyness.logRatio - example.5) < 0.001, "\(keyness)")
  }

  /// MEASURES 2.6: a = 80, b = 30 in corpora of 10,000 and 12,000 words; the two-cell form would give 33.61.
  @Test("the four-cell log-likelihood, by its test value")
  func fourCells() {
    let keyness = Keyness(count: 80, of: 10_000, rest: 30, of: 12_000)
    #expect(abs(keyness.g2 - 33.78) < 0.005, "\(keyness.g2)")
  }

  @Test("a word is key only where it is oftener, and not by chance")
  func key() {
    #expect(Keyness(count: 10, of: 100, rest: 5, of: 1000).isKey)
    #expect(!Keyness(count: 5, of: 1000, rest: 10, of: 100).isKey)
    #expect(!Keyness(count: 2, of: 100, rest: 5, of: 1000).isKey)
  }

  /// Reads `texts`; those that hold `mark` are in the group.
  private func keyWords(_ texts: [String], mark: String, minimum: Int = 3, limit: Int = 1000) throws -> (
    words: [KeyWord], forgotten: Int
  ) {
    let engine = try Meaning.engine.get()
    let reader = engine.makeReader()
    let counter = WordCounter(engine, groups: 1, minimum: minimum, limit: limit)
    for text in texts {
      _ = reader.read(text, kind: .comment)
      counter.count(reader, sets: { _ in text.contains(mark) ? 1 : 0 }, example: { _ in text })
    }
    return (counter.keyWords(limit: 10), counter.forgotten)
  }

  private let dry = "Суу жок, айдаганга кургакчылыктан зыян болду"
  private let plain = "Бүгүн базардан нан алып келдик биз"

  @Test("words that the lexicon lacks are found with counts and an example")
  func missing() throws {
    let texts = Array(repeating: dry, count: 12) + Array(repeating: plain, count: 40)
    let word = try #require(try keyWords(texts, mark: "Суу").words.first { $0.form == "кургакчылыктан" })
    #expect(word.count == 12 && word.texts == 12 && word.rest == 0 && word.language == .kyrgyz)
    #expect(word.example == dry)
    #expect(word.keyness.g2 > Keyness.threshold)
  }

  @Test("words of the lexicon, rare words and words of one text are left out")
  func leftOut() throws {
    let known = "Кыздар мектепте окуйт дейбиз"
    let texts = Array(repeating: known, count: 20) + Array(repeating: plain, count: 40)
    let found = try keyWords(texts, mark: "Кыздар").words.map(\.form)
    #expect(!found.contains("кыздар") && !found.contains("мектепте"))
    let one = String(repeating: "кургакчылыктан ", count: 30) + "Суу жок"
    #expect(try !keyWords([one] + Array(repeating: plain, count: 40), mark: "Суу").words.contains { $0.count == 30 })
  }

  @Test("spellings of one word are counted together")
  func spellings() throws {
    let texts =
      Array(repeating: "Қурғоқчилик зиён қилди", count: 6) + Array(repeating: "Qurg'oqchilik ziyon qildi", count: 6)
    let rest = Array(repeating: "Bugun bozordan non olib keldik", count: 40)
    let words = try keyWords(texts.map { $0 + " суу" } + rest, mark: "суу").words
    #expect(words.contains { $0.form == "qurgʻoqchilik" && $0.count == 12 }, "\(words.map(\.form))")
  }

  @Test("rare words are forgotten when there are too many")
  func bounded() throws {
    let letters = ["ба", "ра", "ла", "ма", "та", "са"]
    let rare = letters.flatMap { first in
      letters.flatMap { second in letters.map { "зы" + first + second + $0 + " келди" } }
    }
    let result = try keyWords(rare + Array(repeating: dry, count: 12), mark: "Суу", limit: 50)
    #expect(result.forgotten > 100)
    #expect(result.words.contains { $0.form == "кургакчылыктан" && $0.count == 12 })
  }
}
