import Records
import Testing

@testable import Figures

@Suite("What two summaries tell together")
struct ReleaseHistoryTests {
  private let rules = DisclosureRules()

  private func cell(
    _ id: String, _ parts: [String: Double], kind: DisclosureKind = .comments, consenting: Set<String> = []
  ) -> DisclosureCell {
    DisclosureCell(
      id: id, kind: kind, size: parts.values.reduce(0, +), contributions: parts,
      commenters: Int(parts.values.reduce(0, +)), consenting: consenting, commentersBy: parts.mapValues { Int($0) })
  }

  private func released(_ cell: DisclosureCell, isShown: Bool = true, isComplete: Bool = true) -> ReleasedCell {
    ReleasedCell(
      id: cell.id, isShown: isShown, size: cell.size, contributions: cell.contributions,
      commentersBy: cell.commentersBy, isComplete: isComplete, value: rules.rounded(cell.size))
  }

  private func hidden(_ cell: DisclosureCell, after earlier: ReleasedCell...) -> Bool {
    DisclosureTable(cells: [cell], sums: [], history: ReleaseHistory([earlier])).hidden().contains(cell.id)
  }

  private let four: [String: Double] = ["K1": 30, "K2": 30, "K3": 30, "K4": 30]

  @Test("An author who withdrew cannot be told by subtracting: the cell goes")
  func leaver() {
    var three = four
    three["K4"] = nil
    #expect(!hidden(cell("a", three)), "alone it may be shown")
    #expect(hidden(cell("a", three), after: released(cell("a", four))))
    #expect(hidden(cell("a", three, kind: .themes), after: released(cell("a", four, kind: .themes))))
    let numbers = cell("a", three, kind: .publicNumber, consenting: Set(three.keys))
    #expect(hidden(numbers, after: released(cell("a", four, kind: .publicNumber))))
  }

  @Test("An author who joined cannot be told either: the old value stands")
  func joiner() {
    var five = four
    five["K5"] = 40
    let history = ReleaseHistory([[released(cell("a", four))]])
    #expect(history.standing(cell("a", five), rules)?.value == 120)
    #expect(!hidden(cell("a", five), after: released(cell("a", four))))
    let numbers = cell("a", five, kind: .publicNumber, consenting: Set(five.keys))
    #expect(history.standing(numbers, rules) == nil && !hidden(numbers, after: released(cell("a", four))))
  }

  @Test("Three and more who join together are a cell that may be shown")
  func group() {
    var many = four
    for name in ["K5", "K6", "K7"] { many[name] = 20 }
    let history = ReleaseHistory([[released(cell("a", four))]])
    #expect(
      history.standing(cell("a", many), rules) == nil && !hidden(cell("a", many), after: released(cell("a", four))))
  }

  @Test("A count stands until it changes by ten, a hidden cell stays hidden as long")
  func smallSteps() {
    var more = four
    more["K1"] = 39
    let history = ReleaseHistory([[released(cell("a", four))]])
    #expect(history.standing(cell("a", more), rules)?.value == 120)
    more["K1"] = 40
    #expect(history.standing(cell("a", more), rules) == nil)
    #expect(hidden(cell("a", four), after: released(cell("a", four), isShown: false)))
    #expect(!hidden(cell("a", more), after: released(cell("a", four), isShown: false)))
  }

  @Test("A cell of which an author was purged is not shown again")
  func purged() {
    #expect(
      hidden(cell("a", ["K1": 90, "K2": 90, "K3": 90, "K5": 90]), after: released(cell("a", four), isComplete: false)))
  }

  @Test("What readers know already protects nothing")
  func knownComplement() {
    let parts = [cell("ky", ["K1": 4]), cell("ru", ["K1": 10, "K2": 10, "K3": 10]), cell("uz", four)]
    let all = cell("all", ["K1": 44, "K2": 40, "K3": 40, "K4": 30])
    let sum = DisclosureTable.Sum(total: "all", parts: ["ky", "ru", "uz"])
    #expect(DisclosureTable(cells: parts + [all], sums: [sum]).hidden() == ["ky", "ru"])
    let history = ReleaseHistory([[released(parts[1])]])
    #expect(DisclosureTable(cells: parts + [all], sums: [sum], history: history).hidden() == ["ky", "uz"])
  }
}
