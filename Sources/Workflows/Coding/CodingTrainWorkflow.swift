import Figures
import Foundation
package import Records
import TextAnalysis

/// What a model is trained on, and where it goes.
package struct TrainOptions: Sendable {
  /// Filled files; none takes what the archive holds.
  package var files: [String]
  package var output: String
  package var folds: Int
  package var seed: UInt64

  package init(files: [String] = [], output: String, folds: Int = 5, seed: UInt64 = 1) {
    self.files = files
    self.output = output
    self.folds = folds
    self.seed = seed
  }
}

/// A model as lists show it.
package struct ModelListing: Sendable, Codable {
  package let folder: String
  package let fingerprint: String
  package let engine: String
  package let data: String
  package let trainedOn: String
  package let texts: Int
  package let labels: [LabelListing]
  /// Labels with too few coded texts.
  package let left: [String]
}

/// A label of a model, with what cross-validation said of it.
package struct LabelListing: Sendable, Codable {
  package let name: String
  package let measure: String
  package let n: Int
  package let positives: Int
  package let rules: Double
  package let model: Double
  package let rulesAndModel: Double
  package let gain: Double
  package let lower: Double
  package let upper: Double
  package let isUsed: Bool
  package let top: [ClassListing]
}

/// What speaks most for and against a class.
package struct ClassListing: Sendable, Codable {
  package let name: String
  package let features: [FeatureListing]
}

package struct FeatureListing: Sendable, Codable {
  package let name: String
  package let weight: Double
}

extension Workspace {
  /// Trains a model from coded texts and writes its folder.
  /// - Throws: `WorkflowError` when there are too few texts, or the folder holds a model already.
  package func trainModel(
    _ options: TrainOptions, notice: (String) -> Void = { _ in }
  ) throws -> (listing: ModelListing, problems: [Problem]) {
    guard !FileManager.default.fileExists(atPath: ModelFolder.file(options.output)) else {
      throw WorkflowError("\(options.output): holds a model already; choose another folder or move it away")
    }
    let engine = try makeTextEngine()
    let collector = EvidenceCollector(keepsNames: true)
    // The rules alone are what a model must beat, whatever model is in force.
    let corpus = CodedCorpus(ReadingEngine(engine), collector: collector)
    if options.files.isEmpty {
      try corpus.addArchive(self, notice: notice)
    } else {
      try corpus.addFiles(options.files)
    }
    let tasks = LabelTask.all(corpus.items, themes: engine.themes)
    let labels = tasks.compactMap { train($0, options) }
    guard !labels.isEmpty else {
      throw WorkflowError(
        "\(corpus.items.count) coded texts are too few: a label needs \(LabelTask.leastTexts) different texts, and "
          + "\(LabelTask.leastOfEachClass) of each of two classes")
    }
    let model = CodingModel(
      engine: engine.fingerprint, data: corpus.dataHash,
      trainedOn: now.day(offset: try ProgrammeZone().offset(at: now)),
      seed: options.seed, texts: corpus.items.count, labels: labels, names: collector.names)
    try ModelFolder.save(model, options.output, self)
    let left = tasks.map(\.name).filter { name in !labels.contains { $0.name == name } }
    return (ModelListing(model, folder: options.output, left: left, top: 0), corpus.problems)
  }

  private func train(_ task: LabelTask, _ options: TrainOptions) -> LabelModel? {
    let validation = CrossValidation(folds: options.folds, bootstrap: Bootstrap(seed: options.seed))
    guard let gain = validation.gain(task) else { return nil }
    let classifier = ClassifierTrainer(classes: task.classes, usesFacts: true).train(task.texts)
    return LabelModel(name: task.name, classifier: classifier, gain: gain)
  }

  /// A model's gains and the features that weigh most.
  package func showModel(_ folder: String, top: Int) throws -> ModelListing {
    ModelListing(try ModelFolder.load(folder), folder: folder, left: [], top: top)
  }
}

extension ModelListing {
  init(_ model: CodingModel, folder: String, left: [String], top: Int) {
    self.init(
      folder: folder, fingerprint: model.fingerprint, engine: model.engine, data: model.data,
      trainedOn: model.trainedOn.description, texts: model.texts,
      labels: model.labels.map { LabelListing($0, names: model.names, top: top) }, left: left)
  }
}

extension LabelListing {
  init(_ label: LabelModel, names: [UInt32: String], top: Int) {
    let gain = label.gain
    self.init(
      name: label.name, measure: gain.measure, n: gain.n, positives: gain.positives, rules: gain.rules,
      model: gain.model, rulesAndModel: gain.both, gain: gain.gain, lower: gain.lower, upper: gain.upper,
      isUsed: label.isUsed,
      top: top == 0
        ? []
        : label.classifier.classes.enumerated().map { index, name in
          ClassListing(
            name: name,
            features: label.classifier.topFeatures(ofClass: index, count: top).map { feature, weight in
              FeatureListing(name: names[feature] ?? "", weight: (Double(weight) * 10_000).rounded() / 10_000)
            })
        })
  }
}
