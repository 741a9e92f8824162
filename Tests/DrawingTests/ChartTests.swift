import Drawing
import Testing

@Suite("Charts")
struct ChartTests {
  private func render(_ drawn: Drawn, id: String = "c") -> String {
    let caption = ChartCaption(
      id: id, title: "Views", unit: "a month", count: "2 of 3", description: "Views by month.")
    let table = ChartTable(
      header: ["Month", "Views"], rows: [[ChartCell("Oct"), ChartCell("1,234", machine: "1234")]])
    let figure = ChartFigure(caption, drawn, table: table, tableTitle: "Numbers")
    return String(decoding: figure.html().bytes(), as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int {
    let bytes = Array(text.utf8)
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return 0 }
    return (0...(bytes.count - part.count)).count {
      bytes[$0] == part[0] && Array(bytes[$0..<($0 + part.count)]) == part
    }
  }

  @Test("A chart carries title, unit, n, description and the table of its numbers")
  func caption() {
    let page = render(ColumnChart([.init(MonthLabel("Oct"), 5)], axisText: { "\(Int($0))" }).drawn(in: "c"))
    for part in [
      "<h3>Views</h3>", "a month \u{B7} 2 of 3", "<title id=\"c-t\">Views</title>",
      "<desc id=\"c-d\">Views by month.</desc>", "<details", "<data value=\"1234\">1,234</data>",
      "role=\"img\" aria-labelledby=\"c-t c-d\"",
    ] { #expect(page.contains(part)) }
  }

  @Test("A gap is a dash and no column; a zero is a column")
  func gaps() {
    let columns: [ColumnChart.Column] = [
      .init(MonthLabel("Aug"), 4), .init(MonthLabel("Sep"), nil), .init(MonthLabel("Oct"), 0),
    ]
    let page = render(ColumnChart(columns, axisText: { "\($0)" }).drawn(in: "c"))
    #expect(count("\u{2013}</text>", in: page) == 1)
    #expect(count("height=\"1\"", in: page) == 1)
  }

  @Test("A line breaks at a gap and at a seam")
  func lines() {
    let labels = (1...6).map { MonthLabel("\($0)") }
    let values: [Double?] = [1, 2, nil, 3, 4, 5]
    let points = zip(labels, values).map { LineChart.Point($0, $1) }
    let broken = render(LineChart(points, axisText: { "\($0)" }).drawn(in: "c"))
    #expect(count("stroke-linejoin", in: broken) == 2)
    let seamed = LineChart(points, seams: [Seam(before: 5, "seam")], axisText: { "\($0)" })
    #expect(count("stroke-linejoin", in: render(seamed.drawn(in: "c"))) == 3)
  }

  @Test("What is only at least is hatched, in the chart's own pattern")
  func partial() {
    let columns: [ColumnChart.Column] = [.init(MonthLabel("Oct"), 4, isPartial: true)]
    #expect(render(ColumnChart(columns, axisText: { "\($0)" }).drawn(in: "c")).contains("fill=\"url(#c-h)\""))
    let open = RangeChart([.init(MonthLabel("Oct"), lower: 4, upper: nil, open: 9)], axisText: { "\($0)" })
    #expect(render(open.drawn(in: "c")).contains("fill=\"url(#c-h)\""))
  }

  @Test("Names of months never touch", arguments: ["Oct", "октябрь", "щщщщщщщ"])
  func labels(name: String) {
    let columns = (0..<12).map { _ in ColumnChart.Column(MonthLabel(name), 1) }
    let page = render(ColumnChart(columns, axisText: { "\(Int($0))" }).drawn(in: "c"))
    let shown = count(name + "</text>", in: page)
    let width = TextMeasure.width(name, size: ChartStyle.small)
    #expect(shown >= 1 && Double(shown) * width <= ChartStyle.width)
  }

  @Test("Text inside a bar stands only where it fits")
  func shareBars() {
    let segments: [ShareBars.Segment] = [
      .init(.solid(Palette.deepGreen), share: 0.97, text: "97 %", isDark: true),
      .init(.hatched, share: 0.03, text: "3 %"),
    ]
    let page = render(ShareBars([.init(label: "All", count: "n", segments: segments)]).drawn(in: "c"))
    #expect(page.contains("97 %</text>") && !page.contains(">3 %</text>"))
  }

  @Test("A count that does not fit beside its label stands below; a row kept back is hatched in a way of its own")
  func keptBack() {
    func page(_ label: String) -> String {
      render(ShareBars([.init(label: label, count: "6 comments: too few for a share", segments: [])]).drawn(in: "c"))
    }
    let (short, long) = (page("All"), page("languages in which only a few comments were written"))
    #expect(short.contains("y=\"15\"") && !short.contains("y=\"31\"") && long.contains("y=\"31\""))
    #expect(count("<pattern id=\"c-w\"", in: long) == 1 && count("fill=\"url(#c-w)\"", in: long) == 1)
  }

  @Test("Every pattern is drawn where it is used, and no two are alike")
  func patterns() {
    let fills: [AreaFill] = [.hatched, .dotted, .crossed]
    let segments = fills.map { ShareBars.Segment($0, share: 1.0 / 3, text: "33 %") }
    let page = render(ShareBars([.init(label: "All", count: "n", segments: segments)]).drawn(in: "c"))
    for name in ["c-h", "c-p", "c-x"] {
      #expect(count("<pattern id=\"\(name)\"", in: page) == 1 && count("fill=\"url(#\(name))\"", in: page) == 1)
    }
  }

  @Test("A number that a taller neighbour lifts is led down to its own column", arguments: [(100.0, 1), (20.0, 0)])
  func lead(neighbour: Double, lines: Int) {
    let columns: [ColumnChart.Column] =
      (1...10).map { .init(MonthLabel("\($0)"), 20) }
      + [.init(MonthLabel("Sep"), neighbour), .init(MonthLabel("Oct"), 20)]
    let page = render(ColumnChart(columns, lastText: "at least 20,000", axisText: { "\($0)" }).drawn(in: "c"))
    #expect(count("stroke-dasharray=\"2 2\"", in: page) == lines)
  }

  @Test("A zero stands on the axis, where a loss hangs below it")
  func zero() {
    func top(_ value: Double) -> Substring? {
      let columns: [ColumnChart.Column] = [.init(MonthLabel("Sep"), 10), .init(MonthLabel("Oct"), value)]
      let page = render(ColumnChart(columns, axisText: { "\($0)" }).drawn(in: "c"))
      let bar = page.split(separator: "<rect ").last { $0.contains("height=\"1\"") }
      return bar?.split(separator: " ").first { $0.hasPrefix("y=") }
    }
    #expect(top(0) != nil && top(0) != top(-0.000_001))
  }

  @Test("What is only mentioned shows in earlier months as in the last")
  func mentions() {
    let columns = (1...3).map { _ in MiniColumns.Column(0.2, more: 0.1) }
    let page = String(decoding: HTML(drawing: MiniColumns(columns, top: 0.4).svg(label: "x")).bytes(), as: UTF8.self)
    #expect(count("fill=\"#b9c1c8\"", in: page) == 3)
  }

  @Test("Cells of a wide table beside a chart name their column, so that a phone can fold it", arguments: [4, 5])
  func folding(columns: Int) {
    let header = (0..<columns).map { "H\($0)" }
    let table = ChartTable(header: header, rows: [header.map { ChartCell("c" + $0) }])
    let caption = ChartCaption(id: "c", title: "t", unit: "u", count: "n", description: "d")
    let figure = ChartFigure(caption, body: [], table: table, tableTitle: "Numbers").html()
    let page = String(decoding: figure.bytes(), as: UTF8.self)
    #expect(count("data-label=", in: page) == (columns > 4 ? columns - 1 : 0))
    #expect(page.contains("<td data-label=\"H1\">cH1</td>") == (columns > 4))
    #expect(page.contains("class=\"numbers wide\"") == (columns > 4))
    #expect(count("data-label=", in: String(decoding: table.html().bytes(), as: UTF8.self)) == 0)
  }

  @Test("Marks without data draw without trouble")
  func empty() {
    #expect(!render(ColumnChart([], axisText: { "\($0)" }).drawn(in: "c")).isEmpty)
    #expect(!render(LineChart([], axisText: { "\($0)" }).drawn(in: "c")).isEmpty)
    #expect(!render(DotPlot([], axisText: { "\($0)" }).drawn(in: "c")).isEmpty)
    #expect(!render(ShareBars([]).drawn(in: "c")).isEmpty)
    let spark = HTML(drawing: Sparkline([.init(nil), .init(nil)]).svg(label: "x"))
    #expect(!spark.bytes().isEmpty)
  }

  /// WCAG 2.2 contrast of text colours on white and on the page's ground.
  @Test("Text colours keep 4.5 to 1 on white", arguments: [Palette.ink, Palette.muted, Palette.accent, Palette.rust])
  func contrast(color: Color) {
    func linear(_ byte: UInt32) -> Double {
      let c = Double(byte & 0xFF) / 255
      // A stand-in for ((c + 0.055) / 1.055) ^ 2.4 that is never darker than it by more than a hundredth.
      return c * c * c * 0.3 + c * c * 0.7
    }
    let luminance =
      0.2126 * linear(color.rgb >> 16) + 0.7152 * linear(color.rgb >> 8) + 0.0722 * linear(color.rgb)
    #expect(1.05 / (luminance + 0.05) >= 4.5)
  }
}
