import Records
import Testing

@testable import Figures

/// What registers come to, against tables reckoned by hand.
@Suite struct RegisterFigureTests {
  private static let october = Month(year: 2026, month: 10)

  private func row(_ kind: RegisterKind, _ code: String, _ values: [RegisterField: String], month: Int = 10) throws
    -> RegisterRow
  {
    let day = try #require(Day(year: 2026, month: month, day: 9))
    return RegisterRow(kind: kind, day: day, values: values.merging([.code: code]) { $1 })
  }

  private func book(_ rows: [RegisterRow], today: Day? = nil) -> FigureBook {
    var data = ProgrammeData(months: [Self.october])
    data.registers = rows
    data.today = today
    return FigureBook(data)
  }

  /// T-1: Osh 18-24: 12 women, 18 men; Osh 25-34: 5 women, men not counted. T-2: Bishkek: 41 in all. September is not October.
  private func trainings() throws -> [RegisterRow] {
    [
      try row(.trainings, "T-1", [.oblast: "KG-O", .age: "18-24", .women: "12", .men: "18"]),
      try row(.trainings, "T-1", [.oblast: "KG-O", .age: "25-34", .women: "5"]),
      try row(.trainings, "T-2", [.oblast: "KG-GB", .total: "41"]),
      try row(.trainings, "T-3", [.oblast: "KG-O", .women: "100", .men: "100"], month: 9),
    ]
  }

  @Test func peopleAddAndWhatNobodyCountedMakesAtLeast() throws {
    let book = book(try trainings())
    let held = book.register(.trainingsHeld, over: [Self.october])
    #expect(held.value == 2)
    let all = book.register(.personsTrained, over: [Self.october])
    // 12 + 18 and 41; of the second row nobody knows how many came.
    #expect(all.value == nil && all.range?.lower == 71 && all.range?.upper == nil && all.known == 2 && all.of == 3)
    let young = book.register(.personsTrained, RegisterGroup(age: "18-24"), over: [Self.october])
    #expect(young.value == 30 && young.known == 1 && young.of == 1)
    let women = book.register(.personsTrained, RegisterGroup(sex: "female"), over: [Self.october])
    #expect(women.value == nil && women.range?.lower == 17 && women.known == 2)
    let osh = book.register(.personsTrained, RegisterGroup(oblast: "KG-O"), over: [Self.october])
    #expect(osh.range?.lower == 30)
    let unsaid = book.register(.personsTrained, RegisterGroup(age: RegisterGroup.unknown), over: [Self.october])
    #expect(unsaid.value == 41)
  }

  @Test func partsOfTheSexesMakeUpTheWhole() throws {
    let rows = [
      try row(.events, "E-1", [.women: "12", .men: "18"]), try row(.events, "E-2", [.total: "41"]),
      try row(.events, "E-3", [.women: "4", .total: "10"]),
    ]
    let book = book(rows)
    #expect(book.parts(.sex, of: .eventParticipants, over: [Self.october]) == ["female", "male", "unknown"])
    let whole = book.register(.eventParticipants, over: [Self.october])
    #expect(whole.value == 81)
    let unsaid = book.register(.eventParticipants, RegisterGroup(sex: RegisterGroup.unknown), over: [Self.october])
    // 0 of the first, 41 of the second, 10 - 4 of the third.
    #expect(unsaid.value == 47)
  }

  @Test func nothingHandedInIsNotZero() throws {
    let figure = book(try trainings()).register(.eventParticipants, over: [Self.october])
    #expect(figure.isMissing && figure.value == nil && figure.of == 0)
    let zero = book([try row(.events, "E-1", [.women: "0", .men: "0"])])
    #expect(zero.register(.eventParticipants, over: [Self.october]).value == 0)
  }

  /// 30 of 100 → .2189, .3958 (Wilson); put together of two groups.
  @Test func aSurveyHasItsNumberAndItsInterval() throws {
    let rows = [
      try row(.surveys, "S-1", [.question: "Q1", .sex: "female", .asked: "60", .agreed: "20"]),
      try row(.surveys, "S-1", [.question: "Q1", .sex: "male", .asked: "40", .agreed: "10"]),
      try row(.surveys, "S-1", [.question: "Q2", .asked: "40", .agreed: "40"]),
    ]
    let figure = book(rows).register(.survey("Q1"), over: [Self.october])
    #expect(figure.value == 0.3 && figure.n == 100 && figure.range?.kind == .confidence95)
    #expect(abs((figure.range?.lower ?? 0) - 0.2189) < 0.00005 && abs((figure.range?.upper ?? 0) - 0.3958) < 0.00005)
    let women = book(rows).register(.survey("Q1"), RegisterGroup(sex: "female"), over: [Self.october])
    #expect(women.n == 60 && abs((women.value ?? 0) - 1.0 / 3) < 1e-12)
    #expect(book(rows).register(.survey("Q9"), over: [Self.october]).isMissing)
  }

  @Test(arguments: [("donors", 0, 1.0), ("donors", 31, 0), ("team", 0, 0), ("public", 30, 1)])
  func aStoryLeavesOnlyWhileItsConsentHolds(shared: String, days: Int, expected: Double) throws {
    let row = try row(.stories, "H-1", [.given: "2026-10-01", .shared: shared, .until: "2026-10-31"])
    let today = try #require(Day(year: 2026, month: 10, day: 1)) + days
    #expect(book([row], today: today).register(.storiesShared, over: [Self.october]).value == expected)
    #expect(book([row]).register(.storiesShared, over: [Self.october]).value == 0, "without a day nothing leaves")
  }

  @Test(arguments: [
    "register.persons_trained/all/2026-10", "register.survey_share.Q1/all/2026-10",
    "register.incidents_confirmed/all/2026-10",
  ])
  func namesAreReadBack(id: String) throws {
    let name = try #require(FigureName(id))
    #expect(name.text == id)
    #expect(FigureName(id.replacing("/all/", with: "/K01/")) == nil, "registers tell of everybody alone")
  }

  @Test func peopleAndSharesOfFewAreSensitive() {
    let rules = DisclosureRules()
    func cell(_ kind: DisclosureKind, _ size: Double) -> Bool {
      DisclosureCell(id: "c", kind: kind, size: size, contributions: [:]).isSensitive(rules)
    }
    #expect(cell(.people, 0) && cell(.people, 9) && !cell(.people, 10))
    #expect(cell(.peopleShare, 49) && !cell(.peopleShare, 50) && !cell(.activity, 1))
  }

  @Test func onlyWhatAPersonConfirmedSpeaksAgainst() {
    func tally(_ verdict: Verdict?, _ seconds: Double) -> ThemeTally {
      ThemeTally(
        account: 1, month: Self.october, language: .kyrgyz, theme: "peace", stance: .opposes, sentences: 2,
        seconds: seconds, verdict: verdict)
    }
    func share(_ tallies: [ThemeTally]) -> (Double?, Int) {
      let book = FigureBook(
        ProgrammeData(
          months: [Self.october], accounts: [AccountCard(id: 1, creator: "K01", platform: .youtube)],
          talks: [
            TalkTally(account: 1, month: Self.october, published: 3, transcribed: 3, transcribedSeconds: 100)
          ], themes: tallies))
      return (
        book.themeShare("peace", in: Self.october).opposes?.value, book.waitingForAPerson(in: Self.october)
      )
    }
    #expect(share([tally(nil, 10)]) == (nil, 2))
    #expect(share([tally(nil, 10), tally(.confirmed, 20)]) == (0.2, 2))
    #expect(share([tally(.dismissed, 10)]) == (0, 0))
  }
}
