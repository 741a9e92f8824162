import Records
import Testing

@testable import Workflows

@Suite struct SamplePlanTests {
  /// 3,000 sentences in which nothing was found, 400 with a frequent theme, 10 with a rare one; 500 comments.
  private var units: [(String, SampleCell)] {
    func talk(_ count: Int, _ themes: [String]) -> [(String, SampleCell)] {
      (0..<count).map { ("\(themes) \($0)", SampleCell(kind: .talk, language: .kyrgyz, themes: themes)) }
    }
    let comments = (0..<500).map { number in
      let response: Response = number % 50 == 0 ? .hostile : .formula
      return (
        "c\(number)",
        SampleCell(kind: .comment, language: .russian, themes: [], response: response, sentiment: .positive)
      )
    }
    return talk(3_000, []) + talk(400, ["education"]) + talk(10, ["education", "girls-education"]) + comments
  }

  private func frame(_ units: [(String, SampleCell)], seed: UInt64 = 1) -> SampleFrame {
    var frame = SampleFrame(size: 100, seed: seed)
    for (item, cell) in units {
      let text = CodedText(post: 1, place: .sentence(part: item, range: 0..<1), textMark: 0)
      frame.add(item, text, cell)
    }
    return frame
  }

  @Test func theWeightsAddUpToEverythingThereIs() {
    let frame = frame(units)
    let drawn = SamplePlan(frame, size: 100).draw()
    #expect(frame.count == 3_910 && drawn.count == 100)
    #expect(abs(drawn.reduce(0) { $0 + $1.text.weight } - 3_910) < 1e-6)
    #expect(Set(drawn.map(\.item)).count == 100)
  }

  @Test func whatIsRareIsMetAndSoIsWhatNothingWasFoundIn() {
    let drawn = SamplePlan(frame(units), size: 100).draw().map(\.item)
    #expect(drawn.count { $0.contains("girls-education") } >= 2)
    #expect(drawn.count { $0.hasPrefix("[]") } >= 20)
    #expect(drawn.count { $0.hasPrefix("c") } == 50)
  }

  @Test func theSeedDecidesAndTheOrderDoesNot() {
    let drawn = SamplePlan(frame(units), size: 100).draw().map(\.item)
    #expect(SamplePlan(frame(units.reversed()), size: 100).draw().map(\.item).sorted() == drawn.sorted())
    #expect(SamplePlan(frame(units, seed: 2), size: 100).draw().map(\.item).sorted() != drawn.sorted())
  }

  @Test func aSmallMonthIsTakenWhole() {
    let few = Array(units.prefix(30))
    let drawn = SamplePlan(frame(few), size: 100).draw()
    #expect(drawn.count == 30 && drawn.allSatisfy { $0.text.weight == 1 })
  }

  @Test func eachCoderHasAFileOfItsOwn() {
    #expect(CodingSampleWorkflow.files("a/b.csv", coders: 1) == ["a/b.csv"])
    #expect(CodingSampleWorkflow.files("a.d/b.csv", coders: 2) == ["a.d/b-A.csv", "a.d/b-B.csv"])
    #expect(CodingSampleWorkflow.files("a/b", coders: 2) == ["a/b-A", "a/b-B"])
  }
}
