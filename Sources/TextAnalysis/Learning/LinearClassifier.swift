/// Chooses one of several labels, or whether the only one is there, by a weighted sum of what a text shows.
package struct LinearClassifier: Sendable, Hashable {
  package let classes: [String]
  package var biases: [Float]
  /// One weight a class, by feature.
  package var weights: [UInt32: [Float]]

  package init(classes: [String], biases: [Float], weights: [UInt32: [Float]]) {
    self.classes = classes
    self.biases = biases
    self.weights = weights
  }

  /// The class with the highest score. With a single class: 0 when its score is above 0, else -1.
  package func decide(_ evidence: TextEvidence) -> Int {
    var scores = biases
    evidence.forEach { feature, value in
      guard let row = weights[feature] else { return }
      for index in scores.indices { scores[index] += row[index] * Float(value) }
    }
    if classes.count == 1 { return scores[0] > 0 ? 0 : -1 }
    return scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? -1
  }

  /// The features with the largest weights for a class, in favour first.
  package func topFeatures(ofClass index: Int, count: Int) -> [(feature: UInt32, weight: Float)] {
    weights.map { ($0.key, $0.value[index]) }
      .filter { $0.1 != 0 }
      .sorted { (abs($1.1), $0.0) < (abs($0.1), $1.0) }
      .prefix(count).sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map { (feature: $0.0, weight: $0.1) }
  }
}

/// A text to learn from.
package struct TrainingText: Sendable {
  package var evidence: TextEvidence
  /// Number of the class that was coded; -1 when the only class is not there.
  package var coded: Int
  /// Texts with the same words share it.
  package var group: UInt64

  package init(evidence: TextEvidence, coded: Int, group: UInt64) {
    self.evidence = evidence
    self.coded = coded
    self.group = group
  }
}

/// Fits classifiers, one regression a class against all others.
package struct ClassifierTrainer: Sendable {
  package let classes: [String]
  /// Whether findings of the engine count, or letter sequences alone.
  package let usesFacts: Bool

  /// A feature must stand in this many different texts: rarer ones teach nothing and could give a text away.
  package static let leastTexts = 3
  /// Rare labels weigh more in training, at most this much.
  private static let mostBalance = 4.0
  /// Weights below this are left out.
  private static let leastWeight: Float = 0.001

  package init(classes: [String], usesFacts: Bool) {
    self.classes = classes
    self.usesFacts = usesFacts
  }

  package func train(_ texts: [TrainingText]) -> LinearClassifier {
    let features = commonFeatures(texts)
    let columns = Dictionary(uniqueKeysWithValues: features.enumerated().map { ($0.element, Int32($0.offset)) })
    let rows = texts.map { row($0.evidence, columns) }
    var biases: [Float] = []
    var weights: [UInt32: [Float]] = [:]
    for index in classes.indices {
      let fitted = fit(rows, texts.map { $0.coded == index }, features.count)
      biases.append(rounded(fitted[features.count]))
      for (feature, weight) in zip(features, fitted) where abs(rounded(weight)) >= Self.leastWeight {
        weights[feature, default: Array(repeating: 0, count: classes.count)][index] = rounded(weight)
      }
    }
    return LinearClassifier(classes: classes, biases: biases, weights: weights)
  }

  private func fit(_ rows: [SparseRow], _ targets: [Bool], _ columns: Int) -> [Double] {
    let positives = targets.count { $0 }
    // The square root lies between leaving rare labels alone and giving both sides the same say.
    let ratio = Double(max(1, targets.count - positives)) / Double(max(1, positives))
    let cost = min(Self.mostBalance, max(1, ratio.squareRoot()))
    return LogisticRegression(
      rows: rows, targets: targets, costs: targets.map { $0 ? cost : 1 }, columns: columns
    ).fit()
  }

  /// Weights are kept with four decimals, so that a model in memory and in a file decide alike.
  private func rounded(_ weight: Double) -> Float { Float((weight * 10_000).rounded() / 10_000) }

  private func row(_ evidence: TextEvidence, _ columns: [UInt32: Int32]) -> SparseRow {
    var row = SparseRow()
    evidence.forEach(usesFacts: usesFacts) { feature, value in
      guard let column = columns[feature] else { return }
      row.columns.append(column)
      row.values.append(value)
    }
    return row
  }

  private func commonFeatures(_ texts: [TrainingText]) -> [UInt32] {
    var seen: Set<UInt64> = []
    var counts: [UInt32: Int] = [:]
    for text in texts where seen.insert(text.group).inserted {
      text.evidence.forEach(usesFacts: usesFacts) { feature, _ in counts[feature, default: 0] += 1 }
    }
    return counts.filter { $0.value >= Self.leastTexts }.keys.sorted()
  }
}
