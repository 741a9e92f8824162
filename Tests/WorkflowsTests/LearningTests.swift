import Figures
import Foundation
import Records
import TestSupport
import Testing
import TextAnalysis

@testable import Workflows

@Suite struct CodedTruthTests {
  private func coding(_ themes: [String: Stance], _ sentiment: Sentiment? = nil) -> Coding {
    Coding(themes: themes.map { ThemeStance(theme: $0.key, stance: $0.value) }, sentiment: sentiment, alerts: [])
  }

  @Test func mostCodersAreRight() {
    let truth = CodedTruth([
      coding(["peace": .promotes], .positive), coding(["peace": .promotes], .neutral),
      coding(["peace": .opposes], .neutral),
    ])
    #expect(truth.carries("peace") == true && truth.stance("peace") == .promotes)
    #expect(truth.sentiment == .neutral && truth.carries("education") == false)
    #expect(truth.carries(.hate) == false)
  }

  @Test func ofTwoWhoDisagreeNobodyIsRight() {
    let truth = CodedTruth([coding(["peace": .promotes], .positive), coding([:], .neutral)])
    #expect(truth.carries("peace") == nil && truth.sentiment == nil)
    let stances = CodedTruth([coding(["peace": .promotes]), coding(["peace": .opposes])])
    #expect(stances.carries("peace") == true && stances.stance("peace") == nil)
    #expect(CodedTruth([Coding(sentiment: .mixed)]).carries("peace") == nil)
  }
}

@Suite struct CrossValidationTests {
  /// Comments that coders call spam when they hold the sequence 7; the rules say `rules`.
  private func items(_ count: Int, rules: (Bool) -> Response) -> [CodedItem] {
    (0..<count).map { number in
      let isSpam = number % 2 == 0
      let reading = TextReading(language: .kyrgyz, confidence: 1, sentiment: .neutral, response: rules(isSpam))
      let grams: [UInt32] = [isSpam ? 7 : 8, UInt32(100 + number % 7)]
      return CodedItem(
        key: "\(number)", kind: .comment, group: UInt64(number / 2 * 2 + number % 2), weight: 1,
        codings: ["A": Coding(response: isSpam ? .spam : .other)], found: EngineVerdict(reading),
        evidence: TextEvidence(grams: grams))
    }
  }

  private func task(_ items: [CodedItem]) throws -> LabelTask {
    try #require(LabelTask.all(items, themes: []).first { $0.name == "response" })
  }

  private let validation = CrossValidation(folds: 5, bootstrap: Bootstrap(replicates: 200))

  @Test func whatTheRulesMissIsAProvenGain() throws {
    let gain = try #require(validation.gain(try task(items(60) { _ in .other })))
    #expect(gain.both == 1 && gain.model == 1 && gain.rules < 0.4)
    #expect(gain.isProven && gain.lower > 0.4 && gain.n == 60)
  }

  @Test func whatTheRulesKnowIsNone() throws {
    let gain = try #require(validation.gain(try task(items(60) { $0 ? .spam : .other })))
    #expect(gain.rules == 1 && gain.gain <= 0 && !gain.isProven)
  }

  @Test func chanceIsNoGain() throws {
    var chance = SeededChance(seed: 5)
    let noise = items(80) { _ in .other }.map { item in
      var item = item
      item.codings = ["A": Coding(response: chance.below(2) == 0 ? .spam : .other)]
      return item
    }
    let gain = try #require(validation.gain(try task(noise)))
    #expect(gain.both < 0.75)
  }

  @Test func theSameWordsNeverStandOnBothSides() throws {
    var items = items(60) { _ in .other }
    items += items
    let task = try task(items)
    let folds = validation.assign(task)
    let sides = Dictionary(grouping: task.texts.indices) { task.texts[$0].group }.values.map {
      Set($0.map { folds[$0] })
    }
    #expect(sides.count == 60 && sides.allSatisfy { $0.count == 1 })
    let sizes = (0..<5).map { fold in folds.count { $0 == fold } }
    #expect(sizes == [24, 24, 24, 24, 24])
  }

  @Test func tooFewTextsTeachNothing() throws {
    #expect(validation.gain(try task(items(30) { _ in .other })) == nil)
    #expect(LabelTask.all([], themes: ["peace"]).allSatisfy { !$0.isLearnable })
  }
}

@Suite struct ReadingEngineTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    let places = Places(
      home: folder.path + "/data", keys: folder.path + "/keys", lexicons: ProjectFolder.path + "/Lexicons")
    workspace = Workspace(places: places, now: Instant(seconds: 1_793_858_400), user: "tester")
  }

  private func save(engine: String, lower: Double) throws {
    let gain = LabelGain(
      measure: "macro-F1", rules: 0, model: 1, both: 1, lower: lower, upper: 1, n: 50, positives: 50)
    let classifier = LinearClassifier(
      classes: Response.allCases.map(\.rawValue), biases: [0, 0, 0, 0, 0, 0, 1, 0], weights: [:])
    let model = CodingModel(
      engine: engine, data: "d", trainedOn: try #require(Day("2026-11-05")), seed: 1, texts: 50,
      labels: [LabelModel(name: "response", classifier: classifier, gain: gain)], names: [:])
    try ModelFolder.save(model, workspace.places.currentModel, workspace)
  }

  private func response(_ engine: ReadingEngine) -> Response? {
    engine.makeReader().read(PendingText(bytes: Array("Рахмат".utf8), kind: .comment)).response
  }

  @Test func withoutAModelNothingChanges() throws {
    let engine = try workspace.makeReadingEngine()
    #expect(engine.model == nil && engine.fingerprint == engine.engine.fingerprint)
    #expect(response(engine) == .formula)
  }

  @Test func aModelOfThisEngineDecidesAndIsPartOfTheFingerprint() throws {
    let rules = try workspace.makeReadingEngine().fingerprint
    try save(engine: rules, lower: 0.5)
    let engine = try workspace.makeReadingEngine()
    #expect(engine.fingerprint.hasPrefix(rules + "+") && response(engine) == .spam)
  }

  @Test func aModelOfAnotherEngineIsLeftOutAloud() throws {
    try save(engine: "0123456789abcdef", lower: 0.5)
    var notices: [String] = []
    let engine = try workspace.makeReadingEngine { notices.append($0) }
    #expect(engine.model == nil && notices.count == 1)
    #expect(response(engine) == .formula)
  }

  @Test func aModelThatProvedNothingIsLeftOut() throws {
    let rules = try workspace.makeReadingEngine().fingerprint
    try save(engine: rules, lower: 0)
    #expect(try workspace.makeReadingEngine().fingerprint == rules)
  }

  @Test func aBrokenModelIsNamed() throws {
    _ = try folder.write("data/models/current/model.tsv", "minbar-model\t9\n".utf8)
    #expect(throws: WorkflowError.self) { try workspace.makeReadingEngine() }
  }
}
