import Figures
import Records
import Testing

@Suite("Talks for their age")
struct AgeMatchedTests {
  /// Top and bottom quarter of eight drop out: the mean of 20, 30, 40, 50 is 35.
  private let earlier: [Double] = [900, 50, 20, 1, 40, 30, 2, 800]

  @Test("The mean of the middle half")
  func expected() throws {
    let match = try #require(AgeMatched(actual: 70, earlier: earlier))
    #expect(match.expected == 35 && match.middleHalf == Limits(lower: 20, upper: 50) && match.videos == 8)
    #expect(match.score == 2 && match.place == .above)
  }

  @Test("Seven earlier videos are too few, and the 101st is left out")
  func counts() throws {
    #expect(AgeMatched(actual: 70, earlier: Array(earlier.dropLast())) == nil)
    let many = try #require(
      AgeMatched(actual: 70, earlier: Array(repeating: 10, count: 100) + Array(repeating: 9_999, count: 100)))
    #expect(many.expected == 10 && many.videos == 100)
  }

  /// MEASURES 2.3: actual/expected; −expected/actual; −2 x expected at 0; part of the minimum under it.
  @Test("Scores", arguments: [(35.0, 1.0), (17.5, -2), (0, -70), (350, 10)])
  func score(actual: Double, score: Double) throws {
    #expect(try #require(AgeMatched(actual: actual, earlier: earlier)).score == score)
  }

  @Test("Where little is expected the score is a part of the minimum", arguments: [(0.0, 0.0), (5, 0.5), (40, 1)])
  func minimum(actual: Double, score: Double) throws {
    let few = try #require(AgeMatched(actual: actual, earlier: Array(repeating: 3, count: 8)))
    #expect(few.score == score)
  }

  @Test("The total of the nearest day counts, a day off at day 7 and three at day 28")
  func nearest() {
    func talk(_ views: [Int: Double]) -> AgedTalk {
      AgedTalk(
        title: "A", platform: .youtube, kind: .video, publishedOn: Month(year: 2026, month: 10).firstDay, views: views)
    }
    #expect(talk([0: 1, 2: 3]).views(atAge: 1) == nil && talk([1: 2]).views(atAge: 1) == 2)
    #expect(talk([6: 6, 8: 8]).views(atAge: 7) == 6 && talk([7: 7, 6: 6]).views(atAge: 7) == 7)
    #expect(talk([5: 5, 9: 9]).views(atAge: 7) == nil)
    #expect(talk([31: 31]).views(atAge: 28) == 31 && talk([32: 32, 24: 24]).views(atAge: 28) == nil)
  }

  @Test("Only earlier talks of the same format and platform at the same age are set against one")
  func judged() throws {
    let month = Month(year: 2026, month: 10)
    func talk(_ title: String, _ day: Day, _ views: [Int: Double], _ kind: PostKind = .video) -> AgedTalk {
      AgedTalk(title: title, platform: .youtube, kind: kind, publishedOn: day, views: views)
    }
    let earlier = (1...8).map { talk("old\($0)", month.firstDay + (-30 - $0), [1: 50, 7: 100]) }
    let talks =
      earlier + [
        talk("good", month.firstDay, [7: 300]), talk("quiet", month.firstDay + 9, [7: 50]),
        talk("new", month.firstDay + 20, [1: 60]), talk("short", month.firstDay, [7: 5_000], .short),
        talk("unknown", month.firstDay, [3: 5_000]), talk("later", month.lastDay + 1, [1: 9]),
      ]
    let found = AgeMatched.judged(talks, in: month)
    #expect(found.map(\.talk.title) == ["good", "new", "quiet"] && found.map(\.age) == [7, 1, 7])
    // The later talk of the month has the earlier one of it behind it, too.
    #expect(found.last?.match.videos == 9)
    #expect(AgeMatched.judged(Array(talks.dropFirst()), in: month).map(\.talk.title) == ["quiet"])
  }
}
