import Records
import Testing
import TextAnalysis

/// Comments and sentences of the project's own that say what they mean without the usual words: irony, dismissal, relief,
/// curses, blessings, praise with a but; themes that nobody names. Labelled before they were run, worked on since, so
/// that the floors are what was reached then, and no promise for other texts.
@Suite("Replies and implied themes") struct MeaningReplyTests {
  struct Floor: Sendable {
    let variety: String
    let sentiment: Double
    let response: Double
  }

  @Test(
    "sentiment and response of replies",
    arguments: [
      Floor(variety: "ru", sentiment: 0.85, response: 0.80), Floor(variety: "ky", sentiment: 0.85, response: 0.80),
      Floor(variety: "uz", sentiment: 0.85, response: 0.80),
    ])
  func replies(_ floor: Floor) throws {
    let reader = try Meaning.reader()
    let rows = try (Meaning.rows("meaning-comments") + Meaning.rows("meaning-replies"))
      .filter { $0[2].hasPrefix(floor.variety) }
    #expect(rows.count == 90)
    let readings = rows.map { reader.read($0[3], kind: .comment) }
    let sentiments = zip(rows, readings).count { $0[5] == $1.sentiment?.rawValue }
    let responses = zip(rows, readings).count { $0[6] == $1.response?.rawValue }
    #expect(Double(sentiments) >= floor.sentiment * 90, "sentiment right \(sentiments) of 90")
    #expect(Double(responses) >= floor.response * 90, "response right \(responses) of 90")
  }

  @Test("alerts of replies")
  func alerts() throws {
    let reader = try Meaning.reader()
    var score = MeaningScore()
    for row in try Meaning.rows("meaning-comments") + Meaning.rows("meaning-replies") {
      let expected = Set(row[7].split(separator: " ").map(String.init)).subtracting(["-"])
      score.count(expected, Set(reader.read(row[3], kind: .comment).alerts.map(\.rawValue)))
    }
    #expect(score.wrong <= 1 && score.missed <= 1, "\(score)")
  }

  @Test("implied themes, and silence where there is none", arguments: ["ru", "ky", "uz"])
  func implied(_ variety: String) throws {
    let reader = try Meaning.reader()
    var score = MeaningScore()
    var disturbed = 0
    for row in try Meaning.rows("meaning-implicit") where row[2].hasPrefix(variety) {
      let expected = Set(row[4].split(separator: " ").map(String.init)).subtracting(["-"])
      let found = Set(reader.read(row[3], kind: .talk).themes.map { "\($0.theme):\($0.stance.rawValue)" })
      score.count(expected, found)
      if expected.isEmpty, !found.isEmpty { disturbed += 1 }
    }
    #expect(score.f1 >= 0.55, "\(score)")
    #expect(disturbed <= 1, "\(disturbed) of 12 without a theme")
  }

  /// Findings are looked up by their sentence, not by looking through all of them.
  @Test("findings of each sentence are those that stand in it")
  func findingsOfSentences() throws {
    let text = "Кыздарды окутуу керек. Бүгүн күн ачык. Терроризм күнөө. Кыздар окусун."
    let reading = try Meaning.reader().read(text, kind: .talk)
    #expect(reading.sentences.count == 4)
    let bySentence = reading.sentences.map { sentence in reading.findings(of: sentence.range) }
    #expect(bySentence.flatMap { $0 } == reading.findings)
    #expect(bySentence.map { !$0.isEmpty } == [true, false, true, true])
    #expect(reading.findings(of: 1..<2).isEmpty)
  }
}
