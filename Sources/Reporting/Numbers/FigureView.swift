import Drawing
import Figures

/// A figure on a page: its words for people, its numbers for machines.
struct FigureView {
  let figure: Figure
  let words: Phrases

  init(_ figure: Figure, _ words: Phrases) {
    self.figure = figure
    self.words = words
  }

  func html() -> HTML {
    HTML(.span, .class("value"), .figure(SafeCode.figure(figure.id))) { content() }
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
