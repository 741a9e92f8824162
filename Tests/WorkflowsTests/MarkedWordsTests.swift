import Testing

@testable import Workflows

@Suite struct MarkedWordsTests {
  private func cut(_ text: String, _ sentence: Range<Int>, _ spans: [Range<Int>]) -> String {
    MarkedWords.cut(Array(text.utf16), sentence, spans).map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func spansAreMarkedInTheirOrder() {
    #expect(cut("Кыз окусун. Жок.", 0..<11, [4..<10, 0..<3]) == "[Кыз] [окусун].")
    #expect(cut("Кыз окусун. Жок.", 12..<16, []) == "Жок.")
  }

  @Test func overlapsAndWildPlacesLoseNothingAndAddNothing() {
    #expect(cut("abcdef", 0..<6, [1..<4, 2..<5]) == "a[bcd][e]f")
    #expect(cut("abc", 0..<90, [2..<70]) == "ab[c]")
    #expect(cut("abc", 50..<60, [52..<55]).isEmpty)
  }

  @Test func signsThatMoveTheCursorBecomeBlanks() {
    #expect(cut("a\u{1B}[2Jb\nc", 0..<7, []) == "a [2Jb ")
    #expect(OneLine.text("x\u{2028}y\u{9B}z") == "x y z")
  }

  @Test func fileNamesAreSafe() {
    #expect(SafeFileName.of("c-views-youtube") == "c-views-youtube")
    #expect(SafeFileName.of("../\u{416}/ETC") == "------etc")
    #expect(SafeFileName.of("") == "chart")
  }
}
