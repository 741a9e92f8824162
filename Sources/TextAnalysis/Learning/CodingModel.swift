package import Records

/// What cross-validation said of a label: scores of rules alone, model alone, and both together.
package struct LabelGain: Sendable, Hashable {
  /// `F1` for a theme, `macro-F1` for sentiment and response; 0...1.
  package var measure: String
  package var rules: Double
  package var model: Double
  package var both: Double
  /// 95 % interval of `both - rules`.
  package var lower: Double
  package var upper: Double
  /// Texts, and those of them that carry the label (for a theme).
  package var n: Int
  package var positives: Int

  package init(
    measure: String, rules: Double, model: Double, both: Double, lower: Double, upper: Double, n: Int, positives: Int
  ) {
    self.measure = measure
    self.rules = rules
    self.model = model
    self.both = both
    self.lower = lower
    self.upper = upper
    self.n = n
    self.positives = positives
  }

  package var gain: Double { both - rules }
  /// Only a gain that its interval does not doubt changes what is read.
  package var isProven: Bool { lower > 0 }
}

/// The model of one label: `sentiment`, `response`, or `theme:<id>` for a theme's presence.
package struct LabelModel: Sendable, Hashable {
  package let name: String
  package let classifier: LinearClassifier
  package let gain: LabelGain

  package init(name: String, classifier: LinearClassifier, gain: LabelGain) {
    self.name = name
    self.classifier = classifier
    self.gain = gain
  }

  package var isUsed: Bool { gain.isProven }
  /// The theme whose presence it decides.
  package var theme: String? {
    name.utf8.starts(with: "theme:".utf8) ? String(decoding: name.utf8.dropFirst(6), as: UTF8.self) : nil
  }
}

/// What was learnt from a programme's coding.
package struct CodingModel: Sendable, Hashable {
  /// Lexicon and engine whose findings it was trained on; it fits no other.
  package var engine: String
  /// Hash of the coded texts and their codes.
  package var data: String
  package var trainedOn: Day
  package var seed: UInt64
  /// Texts it was trained on.
  package var texts: Int
  package var labels: [LabelModel]
  /// What the features of its weights are called.
  package var names: [UInt32: String]

  package init(
    engine: String, data: String, trainedOn: Day, seed: UInt64, texts: Int, labels: [LabelModel],
    names: [UInt32: String]
  ) {
    self.engine = engine
    self.data = data
    self.trainedOn = trainedOn
    self.seed = seed
    self.texts = texts
    self.labels = labels
    self.names = names
  }

  /// The labels that it decides.
  package var used: [LabelModel] { labels.filter(\.isUsed) }
  /// 16 hexadecimal digits over everything that its file holds.
  package var fingerprint: String { StableHash(CodingModelFile.encode(self)).hexadecimal }
}
