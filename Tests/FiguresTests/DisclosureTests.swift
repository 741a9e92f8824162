import Figures
import Testing

@Suite("Disclosure control")
struct DisclosureTests {
  private func comments(
    _ id: String, _ parts: [Double], commenters: Int? = nil, kind: DisclosureKind = .comments
  ) -> DisclosureCell {
    let contributions = Dictionary(
      uniqueKeysWithValues: parts.enumerated().map { ("K\($0.offset)", $0.element) })
    let size = parts.reduce(0, +)
    return DisclosureCell(
      id: id, kind: kind, size: size, contributions: contributions, commenters: commenters ?? Int(size))
  }

  private let rules = DisclosureRules()

  @Test("Ten commenters, three creators, none above 85 per cent")
  func primary() {
    #expect(!comments("a", [10, 10, 10]).isSensitive(rules))
    #expect(comments("a", [10, 10, 10], commenters: 9).isSensitive(rules))
    #expect(comments("a", [20, 20]).isSensitive(rules))
    #expect(comments("a", [20, 20, 0]).isSensitive(rules))
    #expect(comments("a", [86, 7, 7]).isSensitive(rules))
    #expect(!comments("a", [85, 8, 7]).isSensitive(rules))
    #expect(comments("a", []).isSensitive(rules), "zero is a small number")
  }

  @Test("A percentage needs a base of fifty")
  func base() {
    #expect(comments("a", [17, 16, 16], kind: .commentShare).isSensitive(rules))
    #expect(!comments("a", [17, 17, 16], kind: .commentShare).isSensitive(rules))
  }

  @Test("Themes need three creators, none above 85 per cent of the time, and five talks; consent is no way around")
  func themes() {
    var cell = comments("a", [100, 100, 100], kind: .themes)
    cell.size = 5
    #expect(!cell.isSensitive(rules))
    cell.size = 4
    #expect(cell.isSensitive(rules))
    cell = comments("a", [100, 100], kind: .themes)
    cell.consenting = ["K0", "K1"]
    #expect(cell.isSensitive(rules))
    #expect(comments("a", [90, 5, 5], kind: .themes).isSensitive(rules))
  }

  @Test("Public numbers of few creators need everybody's consent; comments have no such way")
  func consent() {
    var cell = comments("a", [100, 50], kind: .publicNumber)
    #expect(cell.isSensitive(rules))
    cell.consenting = ["K0"]
    #expect(cell.isSensitive(rules))
    cell.consenting = ["K0", "K1"]
    #expect(!cell.isSensitive(rules))
    cell.kind = .comments
    #expect(cell.isSensitive(rules))
  }

  @Test("Counts are rounded to five, ranges outwards to two digits")
  func rounding() {
    #expect(rules.rounded(12) == 10 && rules.rounded(13) == 15)
    #expect(rules.roundedDown(19) == 15 && rules.roundedUp(16) == 20)
    #expect(rules.roundedDown(8_775) == 8_700 && rules.roundedUp(232_695) == 240_000)
    #expect(rules.roundedDown(100) == 100 && rules.roundedUp(0) == 0 && rules.roundedUp(104) == 110)
  }

  @Test("Beside one hidden part the next smallest is hidden")
  func complementary() {
    let cells = [
      comments("all", [60, 60, 64]), comments("ky", [2, 2]), comments("ru", [20, 20, 20]),
      comments("uz", [40, 40, 40]),
    ]
    let hidden = DisclosureTable(
      cells: cells, sums: [.init(total: "all", parts: ["ky", "ru", "uz"])]
    ).hidden()
    #expect(hidden == ["ky", "ru"])
  }

  @Test("A zero hides nothing: one more part goes")
  func zeroComplement() {
    let cells = [
      comments("all", [60, 60, 60]), comments("ky", [30, 30]), comments("other", []),
      comments("ru", [40, 40, 40]),
    ]
    let hidden = DisclosureTable(
      cells: cells, sums: [.init(total: "all", parts: ["ky", "other", "ru"])]
    ).hidden()
    #expect(hidden == ["ky", "other", "ru"])
  }

  @Test("With everything hidden that is small, the total goes too")
  func smallTotal() {
    let cells = [comments("all", [4, 4, 4]), comments("ky", [4, 4]), comments("ru", [4])]
    let hidden = DisclosureTable(cells: cells, sums: [.init(total: "all", parts: ["ky", "ru"])]).hidden()
    #expect(hidden == ["all", "ky", "ru"])
  }

  /// Walks many tables with a fixed generator: with all shown cells known, a sensitive cell keeps a range of ten.
  @Test("No sensitive cell can be worked out by subtraction", arguments: 1...200)
  func solver(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: UInt64) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % bound)
    }
    let parts = (0..<5).map { index in comments("p\(index)", (0..<4).map { _ in next(4) * next(12) }) }
    let sum = parts.reduce(0) { $0 + $1.size }
    let total = comments("all", [sum / 4, sum / 4, sum / 4, sum / 4])
    let table = DisclosureTable(
      cells: parts + [total], sums: [.init(total: "all", parts: parts.map(\.id))])
    let hidden = table.hidden()
    guard !hidden.contains("all") else { return }
    let rest = parts.filter { hidden.contains($0.id) }
    let known = rest.reduce(0) { $0 + $1.size }
    for cell in rest where cell.isSensitive(rules) {
      // What is known is the sum of the hidden cells: the cell lies in 0...known, and the others account for ten.
      #expect(rest.count >= 2 && known - cell.size >= 10)
    }
  }
}
