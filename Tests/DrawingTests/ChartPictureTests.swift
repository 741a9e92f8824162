import Drawing
import Testing

@Suite struct ChartPictureTests {
  private func chart(_ id: String, title: String = "Views & <more>") -> HTML {
    let drawn = Drawn(content: [ChartFigureMark.bar], height: 200)
    return ChartFigure(
      ChartCaption(id: id, title: title, unit: "number", count: "2 of 3", description: "d"), drawn,
      table: ChartTable(header: ["a"], rows: []), tableTitle: "Numbers",
      legend: [LegendEntry(.hatched, "at least"), LegendEntry(.solid(Palette.accent), "all")], notes: ["a note"]
    ).html()
  }

  private enum ChartFigureMark {
    static let bar = SVG(.rect, [.x(1), .y(2), .width(3), .height(4)])
  }

  @Test func everyChartBecomesAFileOfItsOwn() throws {
    let page = HTML(.section) {
      HTML(.p, text: "before")
      chart("c-one")
      HTML(.div) { chart("c-two") }
    }
    let pictures = ChartPicture.all(in: page)
    #expect(pictures.map(\.id) == ["c-one", "c-two"])
    let text = String(decoding: try #require(pictures.first).svg(), as: UTF8.self)
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    for words in ["Views &amp; &lt;more&gt;", "number \u{B7} 2 of 3", "at least", "a note"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Numbers") && !text.contains("before"))
  }

  @Test func longTitlesAreBrokenAndMakeThePictureHigher() throws {
    let short = try #require(ChartPicture.all(in: chart("a", title: "Views")).first)
    let words = Array(repeating: "просмотры", count: 12).joined(separator: " ")
    let long = try #require(ChartPicture.all(in: chart("a", title: words)).first)
    #expect(long.height > short.height + 20 && long.width == short.width)
  }

  @Test func severalDrawingsStandInAGridWithTheirHeadings() throws {
    let small = SVG(.svg, [.viewBox(width: 100, height: 50)], [])
    let page = HTML(.figure, .class("chart"), .id("c-many")) {
      HTML(.figcaption) { HTML(.h3, text: "Many") }
      (1...6).map { index in
        HTML(.div) {
          HTML(.h4, text: "part \(index)")
          HTML(drawing: small)
        }
      }
    }
    let picture = try #require(ChartPicture.all(in: page).first)
    let text = String(decoding: picture.svg(), as: UTF8.self)
    #expect(text.split(separator: "viewBox=\"0 0 100 50\"").count == 7)
    for index in 1...6 { #expect(text.contains("part \(index)")) }
  }

  @Test func aPageWithoutChartsHasNoPictures() {
    #expect(ChartPicture.all(in: HTML(.p, text: "x")).isEmpty)
    #expect(ChartPicture.all(in: HTML(.figure, .id("e")) { HTML(.p, text: "empty") }).isEmpty)
  }
}
