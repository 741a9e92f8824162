import Drawing
import Testing

@Suite("Control chart")
struct ControlChartTests {
  private func render(_ points: [ControlChart.Point], last: String? = nil) -> String {
    let drawn = ControlChart(points, centre: 10, lastText: last, axisText: { "\($0)" }).drawn(in: "c")
    let caption = ChartCaption(id: "c", title: "T", unit: "u", count: "n", description: "d")
    let figure = ChartFigure(caption, drawn, table: ChartTable(header: ["a"], rows: []), tableTitle: "t")
    return String(decoding: figure.html().bytes(), as: UTF8.self)
  }

  private func points(_ values: [Double?], signals: Set<Int> = []) -> [ControlChart.Point] {
    values.enumerated().map {
      ControlChart.Point(
        MonthLabel("\($0)"), $1, limits: $1 == nil ? nil : 5...15, isSignal: signals.contains($0))
    }
  }

  private func count(_ part: String, in page: String) -> Int { page.components(part) }

  @Test("Only a signal carries a ring, beside its dot")
  func ring() {
    #expect(count("r=\"8\"", in: render(points([9, 11, 30], signals: [2]))) == 1)
    #expect(count("r=\"8\"", in: render(points([9, 11, 10]))) == 0)
    #expect(count("r=\"2.8\"", in: render(points([9, 11, 30], signals: [2]))) == 2)
  }

  @Test("A month without a number is a dash: no dot, no line, no limits")
  func gap() {
    let page = render(points([9, nil, 10, 11]))
    #expect(count("\u{2013}</text>", in: page) == 1)
    #expect(count("stroke-width=\"2\"/>", in: page) == 1)
    #expect(count("fill=\"#dceaef\"/>", in: page) == 3)
  }

  @Test("The centre is one dashed line, and the last value is written above the band")
  func centre() {
    let page = render(points([9, 11, 10]), last: "ten")
    #expect(count("stroke-dasharray=\"6 3\"", in: page) == 1)
    #expect(page.contains(">ten</text>"))
  }

  @Test("A year that has no room before the next is left out")
  func years() {
    func page(_ months: Int) -> String {
      let points = (0..<months).map {
        ControlChart.Point(MonthLabel("m", year: $0 == 0 ? "2024" : ($0 == 2 ? "2025" : nil)), 9, limits: 5...15)
      }
      return render(points)
    }
    #expect(page(6).contains("2024") && page(6).contains("2025"))
    #expect(!page(24).contains("2024") && page(24).contains("2025"))
  }
}

extension String {
  /// How often a part occurs, by bytes.
  fileprivate func components(_ part: String) -> Int {
    let bytes = Array(utf8)
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return 0 }
    return (0...(bytes.count - part.count)).filter { bytes[$0..<($0 + part.count)].elementsEqual(part) }.count
  }
}
