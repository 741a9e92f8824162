/// What every chart must say before it is drawn.
package struct ChartCaption: Sendable, Hashable {
  /// Unique on the page; letters, digits and hyphens.
  package var id: String
  package var title: String
  package var unit: String
  /// How much it rests on, in words: "22 of 24 channels".
  package var count: String
  /// What the chart shows, in a sentence, for those who cannot see it.
  package var description: String

  package init(id: String, title: String, unit: String, count: String, description: String) {
    self.id = id
    self.title = title
    self.unit = unit
    self.count = count
    self.description = description
  }
}

/// A drawing with its size in its own units.
package struct Drawn: Sendable {
  package var content: [SVG]
  package var width: Double
  package var height: Double

  package init(content: [SVG], width: Double = ChartStyle.width, height: Double) {
    self.content = content
    self.width = width
    self.height = height
  }
}

/// A chart as it stands on a page: title, unit, n, drawing, legend, notes and the table of its numbers.
package struct ChartFigure: Sendable {
  private let caption: ChartCaption
  private let body: [HTML]
  private let table: ChartTable
  private let tableTitle: String
  private let legend: [LegendEntry]
  private let notes: [String]

  /// A chart that is one drawing.
  package init(
    _ caption: ChartCaption, _ drawn: Drawn, table: ChartTable, tableTitle: String,
    legend: [LegendEntry] = [], notes: [String] = []
  ) {
    self.init(
      caption, body: [HTML(drawing: Self.drawing(drawn, caption))], table: table,
      tableTitle: tableTitle, legend: legend, notes: notes)
  }

  /// A chart of several small drawings with words between them.
  package init(
    _ caption: ChartCaption, body: [HTML], table: ChartTable, tableTitle: String,
    legend: [LegendEntry] = [], notes: [String] = []
  ) {
    self.caption = caption
    self.body = body
    self.table = table
    self.tableTitle = tableTitle
    self.legend = legend
    self.notes = notes
  }

  package func html() -> HTML {
    HTML(.figure, .class("chart"), .id(caption.id)) {
      HTML(.figcaption) {
        HTML(.h3, text: caption.title)
        HTML(.p, .class("unit")) { caption.unit + " \u{B7} " + caption.count }
      }
      if !legend.isEmpty { LegendEntry.list(legend, prefix: caption.id) }
      body
      notes.map { HTML(.p, .class("note"), text: $0) }
      HTML(.details, .class("data")) {
        HTML(.summary, text: tableTitle)
        HTML(.div, .class("scroll")) { table.html(folds: true) }
      }
    }
  }

  private static func drawing(_ drawn: Drawn, _ caption: ChartCaption) -> SVG {
    let title = caption.id + "-t"
    let description = caption.id + "-d"
    return SVG(
      .svg,
      [
        .viewBox(width: drawn.width, height: drawn.height), .image, .labelled(by: title + " " + description),
        .systemFont, .fontSize(ChartStyle.text), .fill(.color(Palette.ink)),
      ],
      [
        SVG(.title, [.id(title)], [SVG(text: caption.title)]),
        SVG(.desc, [.id(description)], [SVG(text: caption.description)]),
        ChartStyle.patterns(caption.id),
      ] + drawn.content)
  }
}
