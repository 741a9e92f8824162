import Figures
import Records
import TextAnalysis

/// Compares rules, model, and both on texts that the model has not seen: stratified folds, the same words never on both
/// sides.
struct CrossValidation {
  let folds: Int
  let bootstrap: Bootstrap

  /// - Returns: nil when there are too few texts.
  func gain(_ task: LabelTask) -> LabelGain? {
    guard task.isLearnable else { return nil }
    let folds = assign(task)
    let model = answers(task, folds, usesFacts: false)
    let both = answers(task, folds, usesFacts: true)
    let all = task.texts.indices
    guard let rulesScore = task.score(task.rules, over: all), let modelScore = task.score(model, over: all),
      let bothScore = task.score(both, over: all), let limits = interval(task, both)
    else { return nil }
    return LabelGain(
      measure: task.measure, rules: rulesScore, model: modelScore, both: bothScore, lower: limits.lower,
      upper: limits.upper, n: task.texts.count, positives: task.positives)
  }

  /// Interval of the gain: draws groups of texts with the same words anew.
  private func interval(_ task: LabelTask, _ both: [Int]) -> Limits? {
    let groups = Dictionary(grouping: task.texts.indices) { task.texts[$0].group }.sorted { $0.key < $1.key }
      .map(\.value)
    return bootstrap.interval(count: groups.count) { draw in
      let numbers = draw.flatMap { groups[$0] }
      guard let with = task.score(both, over: numbers), let without = task.score(task.rules, over: numbers)
      else { return nil }
      return with - without
    }
  }

  /// What classifiers say of texts they were not trained on.
  private func answers(_ task: LabelTask, _ foldOf: [Int], usesFacts: Bool) -> [Int] {
    let trainer = ClassifierTrainer(classes: task.classes, usesFacts: usesFacts)
    var answers = Array(repeating: -1, count: task.texts.count)
    for fold in 0..<folds {
      let classifier = trainer.train(task.texts.indices.filter { foldOf[$0] != fold }.map { task.texts[$0] })
      for index in task.texts.indices where foldOf[index] == fold {
        let evidence = task.texts[index].evidence
        answers[index] = classifier.decide(usesFacts ? evidence : TextEvidence(grams: evidence.grams))
      }
    }
    return answers
  }

  /// The fold of each text: groups of each class are dealt out in turn, in an order that the seed decides.
  func assign(_ task: LabelTask) -> [Int] {
    var codeOf: [UInt64: Int] = [:]
    for text in task.texts where codeOf[text.group] == nil { codeOf[text.group] = text.coded }
    var chance = SeededChance(seed: bootstrap.seed)
    var foldOf: [UInt64: Int] = [:]
    var next = 0
    for (_, members) in Dictionary(grouping: codeOf, by: \.value).sorted(by: { $0.key < $1.key }) {
      for group in chance.shuffled(members.map(\.key).sorted()) {
        foldOf[group] = next % folds
        next += 1
      }
    }
    return task.texts.map { foldOf[$0.group] ?? 0 }
  }
}
