package import Drawing
import Figures
package import Records

/// Where in a talk its themes stand.
package struct TalkTimes {
  /// A theme with its stance, and when it is spoken of, in seconds.
  package struct Row: Sendable, Hashable {
    package var theme: String
    package var stance: Stance
    package var stretches: [ClosedRange<Double>]

    package init(theme: String, stance: Stance, stretches: [ClosedRange<Double>]) {
      self.theme = theme
      self.stance = stance
      self.stretches = stretches
    }
  }

  private let rows: [Row]
  private let seconds: Double
  private let words: Phrases

  /// - Parameter seconds: the talk's length.
  package init(_ rows: [Row], seconds: Double, words: Wording) {
    self.rows = rows
    self.seconds = seconds
    self.words = Phrases(words)
  }

  package func html() -> HTML {
    guard !rows.isEmpty, seconds > 0 else { return .empty }
    let title = words["post.times.title"]
    let bars = rows.map { row in
      TimeBar.Row(
        label: name(row), stretches: row.stretches.map { ($0.lowerBound / seconds)...($0.upperBound / seconds) },
        fill: row.stance == .promotes
          ? .solid(Palette.accent) : row.stance == .mentions ? .solid(Palette.grey) : .dotted)
    }
    let caption = ChartCaption(
      id: "c-times", title: title, unit: words["post.times.unit"],
      count: words("post.times.count", ["n": .count(rows.map(\.stretches.count).reduce(0, +))]),
      description: words["post.times.describe"])
    return ChartFigure(
      caption, TimeBar(bars, ends: (Self.clock(0), Self.clock(seconds))).drawn(in: "c-times"), table: table(),
      tableTitle: words["chart.numbers"], notes: [words["note.indicative"]]
    ).html()
  }

  private func name(_ row: Row) -> String {
    words.theme(row.theme) + " \u{B7} " + Self.stance(row.theme, row.stance, words)
  }

  private func table() -> ChartTable {
    ChartTable(
      header: [words["column.theme"], words["post.times.where"]],
      rows: rows.map { row in
        [ChartCell(name(row)), ChartCell(row.stretches.map { Self.clock($0.lowerBound) }.joined(separator: ", "))]
      })
  }

  /// What a talk may speak against waits for a person, so that it is not said outright.
  static func stance(_ theme: String, _ stance: Stance, _ words: Phrases) -> String {
    if stance == .opposes, FigureBook.sensitiveThemes.contains(theme) { return words["post.waits"] }
    return words["stance." + stance.rawValue]
  }

  /// `3:07`, `1:02:07`.
  package static func clock(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e6)))
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let minutes = whole / 60
    return minutes < 60
      ? "\(minutes):\(two(whole % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(whole % 60))"
  }
}

extension PageWords {
  /// A theme in words, and what a talk holds towards it.
  package func theme(_ id: String) -> String { phrases.theme(id) }
  package func stance(_ stance: Stance, on theme: String) -> String { TalkTimes.stance(theme, stance, phrases) }
  package func name(_ metric: Metric) -> String { phrases.name(metric) }
  package func declared(_ theme: String) -> String { phrases.declared(theme) }
}
