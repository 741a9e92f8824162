import Foundation
import Records
import Testing

@testable import TextAnalysis

/// What the tests of learning share.
enum Learning {
  static func evidence(_ text: String, kind: TextKind = .comment, sentence: Int? = nil) throws -> TextEvidence {
    let reader = try Meaning.reader()
    let reading = reader.read(text, kind: kind)
    return EvidenceCollector().collect(reader.lastText, reading, sentence: sentence)
  }

  /// Number of a finding as a feature.
  static func fact(_ name: String) throws -> UInt32 {
    let collector = EvidenceCollector(keepsNames: true)
    let reader = try Meaning.reader()
    for text in ["Рахмат, абдан пайдалуу болду", "Кыздарды окутуш керек"] {
      let reading = reader.read(text, kind: .comment)
      _ = collector.collect(reader.lastText, reading)
    }
    return try #require(collector.names.first { $0.value == name }?.key)
  }

  static let gain = LabelGain(
    measure: "F1", rules: 0.5, model: 0.6, both: 0.75, lower: 0.125, upper: 0.375, n: 200, positives: 50)

  static func model(_ labels: [LabelModel]) throws -> CodingModel {
    CodingModel(
      engine: "e", data: "d", trainedOn: try #require(Day("2026-11-05")), seed: 3, texts: 200, labels: labels,
      names: [:])
  }

  static func model(_ name: String, _ classes: [String], biases: [Float]) throws -> CodingModel {
    let classifier = LinearClassifier(classes: classes, biases: biases, weights: [:])
    return try model([LabelModel(name: name, classifier: classifier, gain: gain)])
  }
}

@Suite("Evidence") struct EvidenceTests {
  @Test(
    "all spellings of a word give the same letter sequences",
    arguments: [
      ("мектеп", "МЕКТЕП"), ("oʻqish", "o'qish"), ("oʻqish", "O‘QISH"),
    ])
  func spellings(one: String, other: String) throws {
    let first = try Learning.evidence(one).grams
    #expect(try Learning.evidence(other).grams == first)
    #expect(first.count > 10 && first.allSatisfy { $0 < TextEvidence.buckets })
  }

  @Test("findings are numbered apart from letter sequences")
  func facts() throws {
    let evidence = try Learning.evidence("Кыздарды окутуш керек")
    #expect(evidence.facts.allSatisfy { $0 >= TextEvidence.firstFact })
    #expect(evidence.facts.contains(try Learning.fact("theme:girls-education")))
    #expect(evidence.facts.contains(try Learning.fact("kind:comment")))
    #expect(!(try Learning.evidence("Рахмат").facts.contains(try Learning.fact("theme:girls-education"))))
  }

  @Test("a sentence's evidence is its own")
  func sentences() throws {
    let text = "Саламатсыздарбы. Кыздарды окутуш керек."
    let theme = try Learning.fact("theme:girls-education")
    #expect(!(try Learning.evidence(text, kind: .talk, sentence: 0).facts.contains(theme)))
    #expect(try Learning.evidence(text, kind: .talk, sentence: 1).facts.contains(theme))
  }
}

@Suite("Logistic regression") struct LogisticRegressionTests {
  @Test("without features the bias is the log odds")
  func bias() {
    let rows = Array(repeating: SparseRow(), count: 4)
    let fitted = LogisticRegression(
      rows: rows, targets: [true, true, true, false], costs: [1, 1, 1, 1], columns: 0
    ).fit()
    #expect(abs(fitted[0] - log(3)) < 1e-4)
  }

  /// At the minimum the gradient is 0: penalty * w = sum of (y - p) * x.
  @Test("the weights are at the minimum")
  func minimum() {
    let values = [(1.0, true), (0.8, true), (0.2, true), (-0.3, false), (0.4, false), (-1.0, false)]
    let rows = values.map { SparseRow(columns: [0], values: [$0.0]) }
    let fitted = LogisticRegression(
      rows: rows, targets: values.map(\.1), costs: Array(repeating: 1, count: 6), columns: 1, penalty: 0.5
    ).fit()
    var slope = 0.5 * fitted[0]
    var biasSlope = 0.0
    for (x, isThere) in values {
      let error = 1 / (1 + exp(-(fitted[0] * x + fitted[1]))) - (isThere ? 1 : 0)
      slope += error * x
      biasSlope += error
    }
    #expect(abs(slope) < 1e-3 && abs(biasSlope) < 1e-3 && fitted[0] > 1)
  }
}

@Suite("Classifiers") struct ClassifierTests {
  /// Texts with the letter sequence 7 carry the label; sequence 9 stands in two texts only.
  private var texts: [TrainingText] {
    (0..<40).map { number in
      let isThere = number % 2 == 0
      var grams: [UInt32] = [UInt32(100 + number % 5), isThere ? 7 : 8]
      if number < 2 { grams.append(9) }
      return TrainingText(
        evidence: TextEvidence(grams: grams.sorted()), coded: isThere ? 0 : -1, group: UInt64(number))
    }
  }

  @Test("what tells a label is learnt, what is rare is not")
  func learning() {
    let classifier = ClassifierTrainer(classes: ["present"], usesFacts: true).train(texts)
    #expect(classifier.decide(TextEvidence(grams: [7, 101])) == 0)
    #expect(classifier.decide(TextEvidence(grams: [8, 101])) == -1)
    #expect(classifier.weights[9] == nil)
    #expect(classifier.topFeatures(ofClass: 0, count: 2).map(\.feature).sorted() == [7, 8])
    #expect(ClassifierTrainer(classes: ["present"], usesFacts: true).train(texts) == classifier)
  }

  @Test("the same words said three times are one text")
  func groups() {
    let same = texts.map { TrainingText(evidence: $0.evidence, coded: $0.coded, group: $0.group % 2) }
    #expect(ClassifierTrainer(classes: ["present"], usesFacts: true).train(same).weights.isEmpty)
  }
}

@Suite("Model files") struct ModelFileTests {
  @Test("what is written is read again, with the same fingerprint")
  func roundTrip() throws {
    let classifier = LinearClassifier(
      classes: ["a", "b"], biases: [0.5, -1.25], weights: [7: [1.5, 0], 9: [0, -0.0123]])
    var model = try Learning.model([LabelModel(name: "response", classifier: classifier, gain: Learning.gain)])
    model.names = [7: "_ta", 9: "response:formula"]
    let read = try CodingModelFile.decode(CodingModelFile.encode(model), file: "model.tsv")
    #expect(read == model)
    #expect(read.fingerprint == model.fingerprint)
    model.data = "other"
    #expect(read.fingerprint != model.fingerprint)
  }

  @Test(
    "what is wrong is named with its line",
    arguments: [
      ("minbar-model\t2\n", 1), ("minbar-model\t1\nweight\t1\tx\t1\n", 2),
      ("minbar-model\t1\nengine\te\ndata\td\ntrained\t2026-11-05\nseed\t1\ntexts\tmany\n", 6),
      ("minbar-model\t1\nlabel\tresponse\tF1\t1\t1\t1\t1\t1\t1\n", 2), ("minbar-model\t1\n<html>\n", 2),
      ("minbar-model\t1\nlabel\tx\tF1\t1\t1\t1\t1\t1\t1\t1\nclass\ta\tnan\n", 3),
    ])
  func broken(text: String, line: Int) throws {
    do {
      _ = try CodingModelFile.decode(Array(text.utf8), file: "model.tsv")
      Issue.record("\(text) was read")
    } catch {
      #expect(error.line == line && error.file == "model.tsv" && !error.expected.isEmpty)
    }
  }
}

@Suite("Adjusting") struct AdjusterTests {
  private func adjusted(_ text: String, _ kind: TextKind, _ model: CodingModel) throws -> (TextReading, TextReading) {
    let reader = try Meaning.reader()
    let before = reader.read(text, kind: kind)
    var after = before
    ReadingAdjuster(model).adjust(&after, reader.lastText, kind: kind)
    return (before, after)
  }

  private let text = "Саламатсыздарбы. Кыздарды окутуш керек."

  @Test("a theme that only the model sees is mentioned, and brings what it implies")
  func addition() throws {
    let model = try Learning.model("theme:girls-education", ["present"], biases: [1])
    let (_, after) = try adjusted("Бүгүн күн ачык.", .talk, model)
    #expect(
      after.themes == [
        ThemeStance(theme: "education", stance: .mentions), ThemeStance(theme: "girls-education", stance: .mentions),
      ])
    #expect(after.findings.first?.entry == ReadingAdjuster.entry)
    #expect(after.findings.first?.sentence == after.sentences.first?.range)
  }

  @Test("themes found stay as the rules read them")
  func agreement() throws {
    let model = try Learning.model("theme:girls-education", ["present"], biases: [1])
    let (before, after) = try adjusted("Кыздарды окутуш керек.", .talk, model)
    #expect(before == after && !before.themes.isEmpty)
  }

  @Test("a theme that the model does not see goes from its sentence")
  func removal() throws {
    let model = try Learning.model("theme:girls-education", ["present"], biases: [-1])
    let (before, after) = try adjusted(text, .talk, model)
    #expect(before.themes.contains { $0.theme == "girls-education" })
    #expect(after.themes.map(\.theme) == ["education"])
  }

  @Test("a comment's sentiment and response are the model's; talks have none")
  func verdicts() throws {
    let classes = Sentiment.allCases.map(\.rawValue)
    let model = try Learning.model("sentiment", classes, biases: [0, 0, 0, 1])
    #expect(try adjusted("Рахмат", .comment, model).1.sentiment == .mixed)
    #expect(try adjusted("Рахмат", .talk, model).1.sentiment == nil)
  }

  @Test("a label without proven gain changes nothing")
  func unproven() throws {
    var gain = Learning.gain
    gain.lower = 0
    let classifier = LinearClassifier(classes: ["present"], biases: [1], weights: [:])
    let model = try Learning.model([LabelModel(name: "theme:peace", classifier: classifier, gain: gain)])
    let (before, after) = try adjusted(text, .comment, model)
    #expect(before == after && model.used.isEmpty)
  }
}
