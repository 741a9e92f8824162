import Records
import Testing
import TextAnalysis

/// Own sentences, labelled before they were run. The numbers are today's; they fail when a score falls.
@Suite("Scores") struct MeaningScoreTests {
  @Test("labels", arguments: [("meaning-parallel", 0.95, 0.93, 0.02), ("meaning-colloquial", 0.85, 0.81, 0.05)])
  func labels(_ example: (String, Double, Double, Double)) throws {
    let reader = try Meaning.reader()
    var themes = MeaningScore()
    var stances = MeaningScore()
    var silent = 0
    var disturbed = 0
    for row in try Meaning.rows(example.0) {
      let reading = reader.read(row[3], kind: row[1] == "talk" ? .talk : .comment)
      let expected = Set(row[4].split(separator: " ").map(String.init)).subtracting(["-"])
      let found = Set(reading.themes.map { "\($0.theme):\($0.stance.rawValue)" })
      stances.count(expected, found)
      themes.count(ids(expected), ids(found))
      if expected.isEmpty { silent += 1 }
      if expected.isEmpty && !found.isEmpty { disturbed += 1 }
    }
    #expect(themes.f1 >= example.1, "themes \(themes)")
    #expect(stances.f1 >= example.2, "with stance \(stances)")
    #expect(Double(disturbed) <= example.3 * Double(silent), "\(disturbed) of \(silent) without a theme")
  }

  private func ids(_ labels: Set<String>) -> Set<String> {
    Set(labels.map { String($0.prefix { $0 != ":" }) })
  }

  @Test("comments", arguments: [("meaning-parallel", 0.92, 0.93), ("meaning-colloquial", 0.88, 0.85)])
  func comments(_ example: (String, Double, Double)) throws {
    let reader = try Meaning.reader()
    var rows = 0
    var responses = 0
    var sentiments = 0
    var alerts = MeaningScore()
    for row in try Meaning.rows(example.0) where row[1] == "comment" {
      let reading = reader.read(row[3], kind: .comment)
      rows += 1
      if reading.response?.rawValue == row[6] { responses += 1 }
      if reading.sentiment?.rawValue == row[5] { sentiments += 1 }
      let expected = Set(row[7].split(separator: " ").map(String.init)).subtracting(["-"])
      alerts.count(expected, Set(reading.alerts.map(\.rawValue)))
    }
    #expect(Double(responses) >= example.1 * Double(rows), "response right \(responses) of \(rows)")
    #expect(Double(sentiments) >= example.2 * Double(rows), "sentiment right \(sentiments) of \(rows)")
    #expect(alerts.wrong <= 1 && alerts.missed <= 1, "alerts \(alerts)")
  }

  @Test("parallel sentences are recalled alike in four varieties")
  func parallel() throws {
    let reader = try Meaning.reader()
    var scores: [String: MeaningScore] = [:]
    for row in try Meaning.rows("meaning-parallel") where row[1] == "talk" {
      let expected = Set(row[4].split(separator: " ").map(String.init)).subtracting(["-"])
      let found = reader.read(row[3], kind: .talk).themes.map { "\($0.theme):\($0.stance.rawValue)" }
      scores[row[2], default: MeaningScore()].count(expected, Set(found))
    }
    let recalls = scores.values.map(\.recall)
    #expect((recalls.max() ?? 1) - (recalls.min() ?? 0) <= 0.10, "\(scores)")
  }
}
