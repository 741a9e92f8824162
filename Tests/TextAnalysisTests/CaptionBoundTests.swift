import Foundation
import Testing
import TextAnalysis

/// Talks without capitals and full stops, made up for this test and seen by nobody who learned from texts. In the
/// fixture `|` stands where a sentence ends.
@Suite("Bounds in captions") struct CaptionBoundTests {
  /// The floors are what was reached when they were set. They may rise, never fall.
  @Test(arguments: [("ky", 0.70), ("ru", 0.34), ("uz-Latn", 0.80), ("uz-Cyrl", 0.80)])
  func boundsAreFound(_ variety: String, _ floor: Double) throws {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/captions-\(variety)", withExtension: "txt"))
    let score = CaptionBoundTests.score(try String(contentsOf: url, encoding: .utf8))
    #expect(score >= floor, "F1 \(score)")
  }

  /// A pause is worth more than a line end where lines are long.
  @Test func rarePausesAreBounds() {
    let words = Array(repeating: "китеп дептер калем", count: 12).joined(separator: " ")
    let text = words + "\n" + words
    let ends = FormReading(text).text.sentences.map(\.units.upperBound)
    #expect(ends.contains(words.utf16.count))
  }

  /// A sentence may start with a number.
  @Test func numbersStartSentences() {
    let text =
      "биз бүгүн сүйлөшөбүз " + Array(repeating: "2024 жылы биз китеп окуганбыз", count: 8).joined(separator: " ")
    #expect(FormReading(text).sentences.contains { $0.utf8.starts(with: "2024".utf8) })
  }

  /// F1 over the bounds inside the lines.
  static func score(_ text: String) -> Double {
    var (right, wrong, missed) = (0, 0, 0)
    for line in text.split(separator: "\n") {
      var expected: Set<Int> = []
      var length = -1
      for sentence in line.split(separator: "|") {
        length += sentence.utf16.count + 1
        expected.insert(length)
      }
      expected.remove(length)
      let source = line.split(separator: "|").joined(separator: " ")
      let found = Set(FormReading(source).text.sentences.map(\.units.upperBound)).subtracting([length])
      right += found.intersection(expected).count
      wrong += found.subtracting(expected).count
      missed += expected.subtracting(found).count
    }
    return Double(2 * right) / Double(2 * right + wrong + missed)
  }
}
