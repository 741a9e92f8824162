import Figures
import Records
import TextAnalysis

/// One label to learn: its classes, the texts that were coded for it, and what the rules say of each.
struct LabelTask {
  /// `sentiment`, `response`, or `theme:<id>`.
  let name: String
  /// One class for a theme (it is there), several that exclude each other else.
  let classes: [String]
  let texts: [TrainingText]
  /// Number of the class by the rules; -1 for none.
  let rules: [Int]
  let weights: [Double]

  /// Texts that a label needs: with fewer, nothing is learnt.
  static let leastOfEachClass = 10
  static let leastTexts = 40

  private init(_ name: String, _ classes: [String], _ rows: [(text: TrainingText, rules: Int, weight: Double)]) {
    self.name = name
    self.classes = classes
    texts = rows.map(\.text)
    rules = rows.map(\.rules)
    weights = rows.map(\.weight)
  }

  /// Texts that carry the theme; of sentiment and response all of them.
  var positives: Int { texts.count { $0.coded >= 0 } }

  /// Whether there are enough texts, in enough different words.
  var isLearnable: Bool {
    let codes = classes.count == 1 ? [-1, 0] : Array(classes.indices)
    let sizes = codes.map { code in Set(texts.filter { $0.coded == code }.map(\.group)).count }
    return Set(texts.map(\.group)).count >= Self.leastTexts && sizes.count { $0 >= Self.leastOfEachClass } >= 2
  }

  /// The tasks that coded texts make.
  static func all(_ items: [CodedItem], themes: [String]) -> [LabelTask] {
    let cases = ScoreCases(items, themes: themes).entries
    let sentiment = task("sentiment", Sentiment.allCases, cases, \.truth.sentiment, \.item.found.sentiment)
    let response = task("response", Response.allCases, cases, \.truth.response, \.item.found.response)
    return [sentiment, response]
      + themes.map { theme in
        LabelTask(
          "theme:\(theme)", ["present"],
          cases.compactMap { entry in
            guard let evidence = entry.item.evidence, let isCoded = entry.truth.carries(theme) else { return nil }
            let text = TrainingText(evidence: evidence, coded: isCoded ? 0 : -1, group: entry.item.group)
            return (text, entry.item.found.themes[theme] == nil ? -1 : 0, entry.item.weight)
          })
      }
  }

  private static func task<Code: Hashable & RawRepresentable>(
    _ name: String, _ all: [Code], _ entries: [ScoreCases.Entry], _ coded: (ScoreCases.Entry) -> Code?,
    _ found: (ScoreCases.Entry) -> Code?
  ) -> LabelTask where Code.RawValue == String {
    let rows = entries.compactMap { entry -> (text: TrainingText, rules: Int, weight: Double)? in
      guard let evidence = entry.item.evidence, let code = coded(entry).flatMap({ all.firstIndex(of: $0) })
      else { return nil }
      let rules = found(entry).flatMap { all.firstIndex(of: $0) } ?? -1
      return (TrainingText(evidence: evidence, coded: code, group: entry.item.group), rules, entry.item.weight)
    }
    return LabelTask(name, all.map(\.rawValue), rows)
  }

  // MARK: Measure

  var measure: String { classes.count == 1 ? "F1" : "macro-F1" }

  /// F1 of a theme, macro-F1 of labels that exclude each other, over some of the texts (numbers may repeat).
  func score(_ answers: [Int], over numbers: some Sequence<Int>) -> Double? {
    if classes.count == 1 {
      return DetectionSums(
        numbers.lazy.map { number in
          DetectionCase(isCoded: texts[number].coded == 0, isFound: answers[number] == 0, weight: weights[number])
        }
      ).f1
    }
    // No class at all is a class of its own, which nobody codes.
    let none = classes.count
    return ClassScore.macroF1(
      numbers.lazy.map { number in
        ClassCase(
          coded: texts[number].coded, found: answers[number] < 0 ? none : answers[number], weight: weights[number])
      }, labels: classes.count + 1)
  }
}
