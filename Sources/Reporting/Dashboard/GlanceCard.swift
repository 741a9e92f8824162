import Drawing
import Figures
import Records

/// A card: what, how much, its line over the months, what changed, how sure it is.
struct GlanceCard {
  var title: String
  var figure: Figure
  var series: [Figure]
  /// Nil where no comparison is made.
  var change: String?
  /// Whether the month is out of the ordinary; nil where no control chart is kept.
  var signal: String?
  var notes: [String]
  var words: Phrases
  var links = FigureLinks.none

  func html() -> HTML {
    HTML(.article, .class("card")) {
      HTML(.h3, text: title)
      HTML(.p, .class("big")) { FigureView(figure, words, links: links).html() }
      HTML(drawing: sparkline())
      if let change { HTML(.p, .class("change"), text: change) }
      if let signal { HTML(.p, .class("signal"), text: signal) }
      HTML(.ul, .class("small", "plain")) {
        notes.map { HTML(.li, text: $0) }
        links.notes(beside: figure).map { HTML(.li, text: "[\($0.number)] " + $0.note.text) }
      }
    }
  }

  private func sparkline() -> SVG {
    let points = series.map { Sparkline.Point($0.drawn, isPartial: $0.value == nil && $0.atMost == nil) }
    return Sparkline(points).svg(label: words("chart.sparkline", ["title": .text(title)]))
  }
}
