import Records
import Testing

@testable import Reporting

/// Counts of answers under one post: what is shown leaves nobody to be guessed.
@Suite struct PostResponsesTests {
  private func shown(_ counts: [Response: (comments: Int, people: Int)]) throws -> [String: Int?] {
    let all = counts.values.map(\.comments).reduce(0, +)
    let answers =
      [PostAnswers(kind: .all, label: "", comments: all, commentersAtLeast: counts.values.map(\.people).max() ?? 0)]
      + counts.map {
        PostAnswers(
          kind: .response, label: $0.key.rawValue, comments: $0.value.comments, commentersAtLeast: $0.value.people)
      }
    return PostResponses(answers, creator: "K01", words: try WordsSupport.words()[.english]).shown()
  }

  private func count(_ shown: [String: Int?], _ response: Response) -> Int? { shown[response.rawValue] ?? nil }

  @Test func largeGroupsAreShownAndSmallOnesAreNot() throws {
    let shown = try shown([.supportive: (80, 60), .formula: (40, 30), .question: (12, 11), .hostile: (3, 2)])
    #expect(count(shown, .hostile) == nil && count(shown, .critical) == nil)
    #expect(count(shown, .supportive) == 80)
  }

  @Test func aHiddenGroupCannotBeWorkedOutFromTheOthers() throws {
    let shown = try shown([.supportive: (80, 60), .formula: (40, 30), .question: (12, 11), .hostile: (3, 2)])
    let total = try #require(shown[""] ?? nil)
    let known = Response.allCases.compactMap { count(shown, $0) }.reduce(0, +)
    // Beside the three hostile ones at least ten more are hidden.
    #expect(total - known >= 3 + 10)
  }

  @Test func manyCommentsOfFewPeopleStayHidden() throws {
    let shown = try shown([.supportive: (500, 4)])
    #expect(shown.values.allSatisfy { $0 == nil })
  }

  @Test func noAnswersAreNoZeros() throws {
    #expect(try shown([:]).values.allSatisfy { $0 == nil })
  }
}
