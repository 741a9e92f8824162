import Drawing
import Figures
import Records

/// One row per author, in the order of codes. No ranking: it would reward outrage.
struct AuthorsBlock: DashboardBlock {
  let context: ReportContext

  func html() -> HTML {
    let words = context.words
    let creators = context.book.data.creators.sorted { $0.code < $1.code }
    return SectionView.html(id: "authors", words["authors.title"], lead: words["authors.lead"]) {
      HTML(.table, .class("authors")) {
        HTML(.thead) { HTML(.tr) { columns.map { HTML(.th, .scope(.col), text: $0) } } }
        HTML(.tbody) { creators.map(row) }
      }
    }
  }

  private var columns: [String] {
    let words = context.words
    return [
      words["column.author"], words["metric.views"], words["column.twelveMonths"],
      words["metric.watch_hours"], words["glance.reach"], words["column.talks"],
      words["column.transcripts"], words["column.comments"],
    ]
  }

  private func row(_ creator: CreatorCard) -> HTML {
    let words = context.words
    let book = context.book
    let own = ChannelSelection(creator: creator.code)
    let coverage = book.transcriptCoverage(own, in: context.month)
    let comments = book.commentCount(own, in: context.month)
    let languages = creator.languages.map(words.name).joined(separator: ", ")
    let cells = [
      FigureView(book.total(.views, own, in: context.month), words, links: context.links).html(),
      HTML(drawing: sparkline(own)),
      FigureView(book.total(.watchHours, own, in: context.month), words, links: context.links).html(),
      FigureView(book.reach(own, in: context.month), words, links: context.links).html(),
      FigureView(book.talksPublished(own, in: context.month), words, links: context.links).html(),
      coverage.of == 0
        ? HTML(.span, .class("none"), text: "\u{2013}")
        : HTML(text: words("value.of", ["known": .count(coverage.known), "n": .count(coverage.of)])),
      comments.map { HTML(.data, .value(String($0)), text: words.count($0)) }
        ?? HTML(.span, .class("none"), text: words["value.missing"]),
    ]
    return HTML(.tr) {
      HTML(.th, .scope(.row)) {
        creator.code
        HTML(.small, text: languages)
      }
      zip(columns.dropFirst(), cells).map { column, cell in HTML(.td, .column(column)) { cell } }
    }
  }

  private func sparkline(_ own: ChannelSelection) -> SVG {
    let series = context.book.series(.views, own, through: context.month)
    let points = series.map { Sparkline.Point($0.drawn, isPartial: $0.value == nil) }
    let label = context.words("chart.sparkline", ["title": .text(context.words["metric.views"])])
    return Sparkline(points, width: 110, height: 28).svg(label: label)
  }
}
