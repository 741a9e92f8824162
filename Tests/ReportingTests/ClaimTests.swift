import Figures
import Records
import Testing

@testable import Reporting

/// A claim that its figure does not carry cannot be written: a claim is made from a figure alone, and asks it first.
@Suite("Claims")
struct ClaimTests {
  private let month = SampleTallies.month
  private let book = FigureBook(SampleTallies.data())

  private func words(_ language: ReportLanguage = .english) throws -> Phrases {
    Phrases(try WordsSupport.words()[language])
  }

  @Test("Views reach nobody, and people are not viewed", arguments: ReportLanguage.allCases)
  func reached(language: ReportLanguage) throws {
    let words = try words(language)
    let (views, people) = (book.total(.views, in: month), book.reach(in: month))
    #expect(Claim.reached(views, words) == nil)
    #expect(Claim.viewed(people, words) == nil)
    #expect(Claim.viewed(book.total(.likes, in: month), words) == nil)
    #expect(Claim.viewed(views, words)?.kind == .viewed)
    #expect(Claim.reached(people, words)?.kind == .reachedBetween)
  }

  @Test("Nothing known says nothing")
  func missing() throws {
    let words = try words()
    #expect(Claim.viewed(book.total(.views, in: month + -9), words) == nil)
    #expect(Claim.reached(book.reach(in: month + -9), words) == nil)
  }

  @Test("Rose and fell need a signal, whatever the percentage says")
  func signal() throws {
    let words = try words()
    let calm = FigureBook(LongTallies.data()).control(.views, through: LongTallies.month)
    #expect(calm.line != nil && Claim.moved("Views", calm, words) == nil)
    let jump = FigureBook(LongTallies.data(jump: 4)).control(.views, through: LongTallies.month)
    #expect(Claim.moved("Views", jump, words)?.kind == .rose)
    let fall = FigureBook(LongTallies.data(jump: 0.05)).control(.views, through: LongTallies.month)
    #expect(Claim.moved("Views", fall, words)?.kind == .fell)
    // Two months are no chart: even twice as many views have not "risen".
    #expect(Claim.moved("Views", book.control(.views, through: month), words) == nil)
  }

  @Test("A share needs its cases and its range")
  func share() throws {
    let words = try words()
    var figure = book.responses(in: month).constructive
    let text = try #require(Claim.share(figure, words)).text
    #expect(text.contains("240 comments") && text.contains("90%"))
    figure.range = nil
    #expect(Claim.share(figure, words) == nil)
    figure = book.responses(in: month).constructive
    figure.n = 29
    #expect(Claim.share(figure, words) == nil)
    #expect(Claim.share(book.total(.views, in: month), words) == nil)
  }

  @Test("Every kind has words with its plural forms in every language", arguments: ReportLanguage.allCases)
  func everyKind(language: ReportLanguage) throws {
    let words = try words(language)
    for kind in Claim.Kind.allCases { #expect(words["claim.\(kind.rawValue)"] != "claim.\(kind.rawValue)") }
    var figure = book.total(.views, in: month)
    let texts = [1.0, 2, 5].compactMap { value -> String? in
      figure.value = value
      return Claim.viewed(figure, words)?.text
    }
    #expect(texts.count == 3 && texts.allSatisfy { !$0.contains("{") })
  }

  @Test("Russian numbers bend their nouns")
  func russian() throws {
    let words = try words(.russian)
    var figure = book.total(.views, in: month)
    func ending(_ value: Double) -> String? {
      figure.value = value
      return Claim.viewed(figure, words).map { String($0.text.split(separator: " ").last ?? "") }
    }
    #expect(ending(2) == "раза." && ending(5) == "раз." && ending(21) == "раз.")
  }
}
