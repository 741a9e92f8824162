import Records
import Testing

@testable import Workflows

@Suite struct TalkQuestionTests {
  /// Splits at spaces; a word has itself and itself in capitals as keys.
  private func question(_ text: String) -> TalkQuestion {
    TalkQuestion(text) { piece in piece.split(separator: " ").map { [String($0), $0.uppercased()] } }
  }

  @Test(arguments: [
    ("a b", "((\"a\" OR \"A\") AND (\"b\" OR \"B\"))"),
    ("a -b", "((\"a\" OR \"A\")) NOT ((\"b\" OR \"B\"))"),
    ("\"a b\"", "((\"a b\" OR \"a B\" OR \"A b\" OR \"A B\"))"),
    ("«a b» c", "((\"a b\" OR \"a B\" OR \"A b\" OR \"A B\") AND (\"c\" OR \"C\"))"),
    ("a -\"b c\"", "((\"a\" OR \"A\")) NOT ((\"b c\" OR \"b C\" OR \"B c\" OR \"B C\"))"),
    ("“a", "((\"a\" OR \"A\"))"), ("a−b", "((\"a−b\" OR \"A−B\"))"),
  ])
  func questionsBecomeExpressions(text: String, expression: String) {
    #expect(question(text).expression == expression)
  }

  @Test(arguments: ["", "  ", "-a", "\"\"", "-\"a b\"", "--- \u{2013}"])
  func questionsThatAskForNothingHaveNone(text: String) {
    #expect(question(text).expression == nil && !question(text).asksForSomething)
  }

  @Test func longQuestionsAreCut() {
    let words = question(String(repeating: "ab ", count: 5_000)).terms.flatMap(\.words)
    #expect(words.count == TalkQuestion.mostWords)
    let phrase = question("\"" + (0..<30).map(String.init).joined(separator: " ") + "\"")
    #expect(phrase.terms.first?.words.count == TalkQuestion.mostWords)
    // Two ways of reading each of 24 words would be 16 million phrases.
    #expect((phrase.expression?.utf8.count ?? 0) < 400)
  }

  @Test func matchesMarkWordsAndWholePhrasesOnly() {
    let keys: [Substring] = ["a", "b", "A", "c", "b", "a", "b"]
    #expect(question("a").matches(in: keys) == [0, 2, 5])
    #expect(question("\"a b\"").matches(in: keys) == [0, 1, 5, 6])
    #expect(question("c -a").matches(in: keys) == [3])
    #expect(question("\"a b c d e f g h\"").matches(in: keys).isEmpty)
  }
}

@Suite struct SnippetTests {
  private func text(_ words: [FigureExplanation.Words]) -> String {
    words.map { $0.isMarked ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test func theNeighbourhoodOfTheFirstPlaceIsShown() {
    let text = String(repeating: "aaa ", count: 100) + "WORD " + String(repeating: "bbb ", count: 100)
    let shown = self.text(Snippet.words(text, [400..<404]))
    #expect(shown.hasPrefix("… aaa") && shown.hasSuffix("bbb …") && shown.contains("aaa [WORD] bbb"))
    #expect(shown.utf16.count < Snippet.length + 12)
  }

  @Test func hostileTextsLoseNothingTwice() {
    #expect(text(Snippet.words("", [])).isEmpty)
    #expect(text(Snippet.words("ab", [0..<2, 1..<90])) == "[ab]")
    #expect(text(Snippet.words(String(repeating: "x", count: 9_000), [5_000..<5_002])).contains("[xx]"))
  }
}

@Suite struct TalkLinesTests {
  @Test func sentencesAreMarkedWithTheirThemes() {
    let text = "Биринчи сүйлөм. Кыздар окусун. Акыркы."
    let findings = [
      PostFinding(
        part: "transcript", theme: "girls-education", stance: .promotes, sentence: 16..<30, span: 16..<29, seconds: 2)
    ]
    let lines = TalkLines(text, findings: findings).lines { _ in 3 }
    #expect(lines.count == 1 && lines[0].second == 3)
    #expect(lines[0].pieces.map(\.text).joined() == text)
    let marked = lines[0].pieces.filter(\.isMarked)
    #expect(marked.map(\.text) == ["Кыздар окусун"])
    #expect(lines[0].pieces.flatMap(\.tags).map(\.theme) == ["girls-education"])
  }

  @Test func noWordIsLostHoweverLongTheTalk() {
    let text = String(repeating: "Сөз сүйлөм. ", count: 400) + String(repeating: "x", count: 5_000)
    let lines = TalkLines(text, findings: []).lines { _ in nil }
    #expect(lines.count > 5)
    #expect(
      lines.flatMap(\.pieces).map(\.text).joined(separator: " ").filter { $0 != " " } == text.filter { $0 != " " })
  }
}
