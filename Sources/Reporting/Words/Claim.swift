import Figures
import Records

/// A sentence that its figure carries. There is no way to make one but those below, and each asks the figure first:
/// "reached" needs people, "rose" a signal, a share its number of cases and its range. What a figure does not carry is
/// nil, and cannot be written.
struct Claim {
  /// Kinds of sentences; the words are `claim.<kind>`.
  enum Kind: String, CaseIterable {
    case viewed, viewedAtLeast, reached, reachedBetween, reachedAtLeast, share, rose, fell
  }

  let kind: Kind
  let text: String
  /// The figure that the sentence is about; the page links it.
  let figure: Figure

  private init(_ kind: Kind, _ figure: Figure, _ text: String) {
    self.kind = kind
    self.figure = figure
    self.text = text
  }

  /// "The talks were viewed 12,300 times." Only of views: a view is not a person.
  static func viewed(_ figure: Figure, _ words: Phrases) -> Claim? {
    guard figure.id.utf8.starts(with: Array("\(Metric.views.rawValue)/".utf8)), figure.unit == .count else {
      return nil
    }
    if let value = figure.value { return claim(.viewed, figure, ["n": .count(Int(value.rounded()))], words) }
    return figure.atLeast.flatMap {
      $0 > 0 ? claim(.viewedAtLeast, figure, ["n": .count(Int($0.rounded()))], words) : nil
    }
  }

  /// "They reached between 4,000 and 9,000 people." Only of different people.
  static func reached(_ figure: Figure, _ words: Phrases) -> Claim? {
    guard figure.unit == .people else { return nil }
    if let value = figure.value { return claim(.reached, figure, ["n": .count(Int(value.rounded()))], words) }
    guard let lower = figure.atLeast, lower > 0 else { return nil }
    guard let upper = figure.atMost else {
      return claim(.reachedAtLeast, figure, ["n": .count(Int(lower.rounded()))], words)
    }
    return claim(
      .reachedBetween, figure, ["lower": .text(words.count(lower)), "n": .count(Int(upper.rounded()))], words)
  }

  /// "82 % (78–86 %) of 412 comments with an opinion are constructive." Only with cases and range.
  static func share(_ figure: Figure, smallestBase: Int = 30, _ words: Phrases) -> Claim? {
    guard figure.unit == .share, let value = figure.value, let n = figure.n, n >= smallestBase,
      let range = words.interval(figure)
    else { return nil }
    return claim(.share, figure, ["n": .count(n), "share": .text(words.percent(value)), "range": .text(range)], words)
  }

  /// "Views rose: …" or "fell", only where the control chart shows a signal in the last month, and names it.
  static func moved(_ subject: String, _ series: ControlledSeries, _ words: Phrases) -> Claim? {
    guard let line = series.line, !line.now.isEmpty, let figure = series.figures.last,
      let value = line.points.last?.value, value != line.centre
    else { return nil }
    let rules = line.now.map { words["rule.\($0.rawValue)"] }.joined(separator: "; ")
    return claim(
      value > line.centre ? .rose : .fell, figure, ["subject": .text(subject), "rules": .text(rules)], words)
  }

  private static func claim(
    _ kind: Kind, _ figure: Figure, _ values: [String: PhraseValue], _ words: Phrases
  ) -> Claim {
    Claim(kind, figure, words("claim.\(kind.rawValue)", values))
  }
}
