import Drawing
import Figures

/// A figure on a page: its words for people, its numbers for machines, and where it leads.
struct FigureView {
  let figure: Figure
  let words: Phrases
  let links: FigureLinks

  init(_ figure: Figure, _ words: Phrases, links: FigureLinks = .none) {
    self.figure = figure
    self.words = words
    self.links = links
  }

  func html() -> HTML {
    HTML(.span, .class("value"), .figure(SafeCode.figure(figure.id))) {
      if let link = links.source(of: figure) {
        HTML(.a, .link(link)) { content() }
      } else {
        content()
      }
      links.marks(figure)
    }
  }

  private func content() -> [HTML] {
    if let value = figure.value { return [number(value)] }
    guard let lower = figure.atLeast else { return [HTML(.span, .class("none"), text: words.missing(figure))] }
    guard let upper = figure.atMost else {
      return [HTML(.span, .class("least"), text: words["value.atLeastMark"] + "\u{A0}"), number(lower)]
    }
    return [number(lower), HTML(text: "\u{2009}\u{2013}\u{2009}"), number(upper)]
  }

  private func number(_ value: Double) -> HTML {
    HTML(.data, .value(words.machine(value, figure.unit)), text: words.value(value, figure.unit))
  }
}
