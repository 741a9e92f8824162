import Records
import Testing
import TextAnalysis

@Suite("Sketches of comments")
struct ShingleSketchTests {
  private func sketch(_ text: String) throws -> CommentSketch? {
    let reader = try Meaning.engine.get().makeReader()
    _ = reader.read(text, kind: .comment)
    var shingles = ShingleSketch()
    shingles.begin()
    reader.forEachForm { shingles.add(word: $0) }
    return shingles.sketch()
  }

  private let text = "Бул сабакты биздин айылдагы бардык ата-энелер угушу керек экен, кыздарды окутуу парз"

  @Test("The same words in capitals, with other marks or emoji have the same sketch")
  func spelling() throws {
    let one = try #require(try sketch(text))
    let other = try #require(try sketch(text.uppercased().split(separator: ",").joined(separator: "!!! 🌙") + "…"))
    #expect(one == other)
    #expect(one.similarity(to: other) == 1)
  }

  @Test("Uzbek apostrophes of any kind make no difference")
  func apostrophes() throws {
    let text = "Bu darsni qishlogʻimizdagi hamma ota-onalar koʻrishi kerak, qizlarni oʻqitish farz ekan"
    let plain = text.split(separator: "ʻ").joined(separator: "'")
    #expect(try sketch(text) == sketch(plain))
    #expect(try sketch(text) != nil)
  }

  @Test("Short wishes have none", arguments: ["Рахмат устаз", "Аллах ыраазы болсун сизге!", "а б в г д е ж з и к", ""])
  func short(text: String) throws {
    #expect(try sketch(text) == nil)
  }

  @Test("One word changed is a near copy, another text is none")
  func near() throws {
    let one = try #require(try sketch(text))
    let near = try #require(try sketch(text + " го"))
    let far = try #require(
      try sketch("Кечиресиз, базарга барганда соодагерлер менен кантип сүйлөшүү керектиги жөнүндө айтып берсеңиз"))
    #expect(one.similarity(to: near) >= 0.75)
    #expect(one.similarity(to: far) < 0.2)
  }

  /// The share of agreeing places is an estimate of the overlap of the sets: over many pairs it must come out right.
  @Test("On the average, sketches agree as far as the sets of shingles overlap")
  func estimate() throws {
    var chance = SeededChance(seed: 7)
    var error = 0.0
    for _ in 0..<200 {
      let words = (0..<20).map { _ in (0..<6).map { _ in UInt16(97 + chance.below(26)) } }
      var changed = words
      for _ in 0..<4 { changed[chance.below(20)] = (0..<6).map { _ in UInt16(97 + chance.below(26)) } }
      let estimate = try #require(Self.sketch(words)).similarity(to: try #require(Self.sketch(changed)))
      error += estimate - Self.overlap(words, changed)
    }
    #expect(abs(error / 200) < 0.03)
  }

  private static func sketch(_ words: [[UInt16]]) -> CommentSketch? {
    var shingles = ShingleSketch()
    for word in words { shingles.add(word: word) }
    return shingles.sketch()
  }

  private static func overlap(_ one: [[UInt16]], _ two: [[UInt16]]) -> Double {
    func shingles(_ words: [[UInt16]]) -> Set<[UInt16]> {
      let letters = words.reduce(into: [UInt16]()) { $0 += $1 + [0x20] }
      return Set((0...letters.count - 5).map { Array(letters[$0..<$0 + 5]) })
    }
    let (a, b) = (shingles(one), shingles(two))
    return Double(a.intersection(b).count) / Double(a.union(b).count)
  }
}
