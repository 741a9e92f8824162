import Figures
import Records

/// Agreement between coders, question by question.
struct AgreementTable {
  /// Text by text, what its coders said; whoever had the last word had seen the others'.
  private let items: [[Coding]]
  private let bootstrap: Bootstrap

  init(_ codings: [[String: Coding]], bootstrap: Bootstrap) {
    let independent = codings.map { $0.filter { $0.key != CodingRound.lastWord }.map(\.value) }
    items = independent.filter { $0.count >= 2 }
    self.bootstrap = bootstrap
  }

  var rows: [AgreementRow] {
    guard !items.isEmpty else { return [] }
    let themes = Set(items.flatMap { $0.flatMap { ($0.themes ?? []).map(\.theme) } }).sorted()
    var rows = [row("themes", "", pooled(themes, presence)), row("stance", "", pooled(themes, stances))]
    rows += themes.map { row("themes", $0, presence($0)) }
    rows.append(row("sentiment", "", codes { $0.sentiment.flatMap { Sentiment.allCases.firstIndex(of: $0) } }))
    rows.append(row("response", "", codes { $0.response.flatMap { Response.allCases.firstIndex(of: $0) } }))
    rows.append(row("alerts", "", pooled(Alert.allCases, alerts)))
    rows.append(row("variety", "", codes { $0.variety.map { Int(truncatingIfNeeded: StableHash($0.utf8).value) } }))
    return rows.filter { $0.n > 0 }
  }

  /// What each coder said, text by text; a text that fewer than two coded for the question has no unit.
  private typealias Units = [[[Int]]]

  /// Whether each coder found the theme.
  private func presence(_ theme: String) -> Units {
    codes { coding in coding.themes.map { list in list.contains { $0.theme == theme } ? 1 : 0 } }
  }

  /// The stances of those who found the theme.
  private func stances(_ theme: String) -> Units {
    codes { coding in
      coding.themes?.first { $0.theme == theme }.flatMap { Stance.allCases.firstIndex(of: $0.stance) }
    }
  }

  private func alerts(_ alert: Alert) -> Units { codes { $0.alerts.map { $0.contains(alert) ? 1 : 0 } } }

  private func codes(_ code: (Coding) -> Int?) -> Units {
    items.map { item in
      let codes = item.compactMap(code).sorted()
      return codes.count >= 2 ? [codes] : []
    }
  }

  /// Several labels of the same texts together.
  private func pooled<Label>(_ labels: [Label], _ units: (Label) -> Units) -> Units {
    labels.map(units).reduce(Array(repeating: [], count: items.count)) { all, next in zip(all, next).map { $0 + $1 } }
  }

  /// The bootstrap draws whole texts.
  private func row(_ variable: String, _ label: String, _ all: Units) -> AgreementRow {
    let texts = all.filter { !$0.isEmpty }
    let units = texts.flatMap { $0 }
    let alpha = KrippendorffAlpha.nominal(units).map { value in
      let limits = bootstrap.interval(count: texts.count) { draw in
        KrippendorffAlpha.nominal(draw.lazy.flatMap { texts[$0] })
      }
      return ScoreValue(value: value, lower: limits?.lower, upper: limits?.upper, n: texts.count)
    }
    return AgreementRow(
      variable: variable, label: label, n: texts.count, alpha: alpha, verdict: AgreementTable.verdict(alpha?.value))
  }

  private static func verdict(_ alpha: Double?) -> String {
    guard let alpha else { return "nothing to compare" }
    if alpha >= KrippendorffAlpha.reliable { return "reliable" }
    return alpha >= KrippendorffAlpha.tentative ? "tentative" : "not to be reported"
  }
}
