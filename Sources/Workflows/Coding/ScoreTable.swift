import Figures
import Records

/// Precision, recall and F1 of every label, over all texts and by language.
struct ScoreTable {
  private let cases: ScoreCases
  private let bootstrap: Bootstrap

  init(_ cases: ScoreCases, bootstrap: Bootstrap) {
    self.cases = cases
    self.bootstrap = bootstrap
  }

  var rows: [ScoreRow] {
    rows(cases, "all")
      + cases.languages.flatMap { language in rows(cases.filtered { $0.language == language }, language) }
  }

  private func rows(_ cases: ScoreCases, _ language: String) -> [ScoreRow] {
    var rows: [ScoreRow] = []
    func add(_ variable: String, _ label: String, _ score: DetectionScore) {
      guard score.coded > 0 || score.found > 0 else { return }
      rows.append(ScoreRow(language, variable, label, score))
    }
    add("themes", "micro", DetectionScore(groups: cases.allThemes, bootstrap: bootstrap))
    add("themes+stance", "micro", DetectionScore(groups: cases.stances(nil), bootstrap: bootstrap))
    for theme in cases.themes { add("themes", theme, DetectionScore(cases.theme(theme), bootstrap: bootstrap)) }
    for stance in Stance.allCases {
      add("stance", stance.rawValue, DetectionScore(groups: cases.stances(stance), bootstrap: bootstrap))
    }
    rows += classRows(language, "sentiment", Sentiment.allCases.map(\.rawValue), cases.sentiments)
    rows += classRows(language, "response", Response.allCases.map(\.rawValue), cases.responses)
    add("alerts", "micro", DetectionScore(groups: cases.allAlerts, bootstrap: bootstrap))
    for alert in Alert.allCases {
      add("alerts", alert.rawValue, DetectionScore(cases.alert(alert), bootstrap: bootstrap))
    }
    if language == "all" {
      rows += classRows(language, "variety", LanguageTag.allCases.map(\.rawValue), cases.varieties)
    }
    return rows
  }

  /// The mean over labels, then each label against the others.
  private func classRows(_ language: String, _ variable: String, _ labels: [String], _ cases: [ClassCase]) -> [ScoreRow]
  {
    guard let macro = ClassScore.macroF1(cases, labels: labels.count) else { return [] }
    let limits = bootstrap.interval(count: cases.count) { draw in
      ClassScore.macroF1(draw.lazy.map { cases[$0] }, labels: labels.count)
    }
    let mean = ScoreValue(value: macro, lower: limits?.lower, upper: limits?.upper, n: cases.count)
    let head = ScoreRow(
      language: language, variable: variable, label: "macro", n: cases.count, coded: cases.count, found: cases.count,
      precision: nil, recall: nil, f1: mean)
    return [head]
      + labels.enumerated().compactMap { number, label in
        let score = DetectionScore(cases.against(number), bootstrap: bootstrap)
        return score.coded + score.found > 0 ? ScoreRow(language, variable, label, score) : nil
      }
  }
}

extension ScoreRow {
  init(_ language: String, _ variable: String, _ label: String, _ score: DetectionScore) {
    self.init(
      language: language, variable: variable, label: label, n: score.n, coded: score.coded, found: score.found,
      precision: score.precision.map(ScoreValue.init), recall: score.recall.map(ScoreValue.init),
      f1: score.f1.map(ScoreValue.init))
  }
}

extension ScoreValue {
  init(_ estimate: Estimate) {
    self.init(
      value: estimate.value, lower: estimate.interval?.lower, upper: estimate.interval?.upper, n: estimate.n)
  }
}
