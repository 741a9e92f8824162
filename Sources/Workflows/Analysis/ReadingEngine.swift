import Foundation
import Records
package import TextAnalysis

/// The text engine, with the model that the programme trained for it from its own coding, where there is one.
package struct ReadingEngine: Sendable {
  package let engine: TextEngine
  package let model: CodingModel?
  /// Readings of another fingerprint are out of date: another lexicon, engine or model made them.
  package let fingerprint: String

  package init(_ engine: TextEngine, model: CodingModel? = nil) {
    self.engine = engine
    self.model = model
    fingerprint = Self.fingerprint(engine: engine.fingerprint, model)
  }

  static func fingerprint(engine: String, _ model: CodingModel?) -> String {
    model.map { "\(engine)+\($0.fingerprint)" } ?? engine
  }

  func makeReader() -> AdjustedReader { AdjustedReader(self) }
}

/// Reads texts by the rules and lets the model, where there is one, correct them. One for each thread.
final class AdjustedReader {
  let reader: TextReader
  private let adjuster: ReadingAdjuster?

  init(_ engine: ReadingEngine) {
    reader = engine.engine.makeReader()
    adjuster = engine.model.map(ReadingAdjuster.init)
  }

  func read(_ text: PendingText) -> TextReading {
    var reading = text.bytes.withUnsafeBufferPointer { reader.read(utf8: $0, kind: text.kind) }
    if let adjuster { adjuster.adjust(&reading, reader.lastText, kind: text.kind) }
    return reading
  }
}

extension Workspace {
  /// The engine with the lexicon in force and the programme's model. A model that was trained for another lexicon, or that
  /// proved better in nothing, is left out.
  /// - Throws: `WorkflowError` when lexicon or model cannot be read.
  package func makeReadingEngine(notice: (String) -> Void = { _ in }) throws -> ReadingEngine {
    let engine = try makeTextEngine()
    return ReadingEngine(engine, model: try model(for: engine.fingerprint, notice: notice))
  }

  /// The fingerprint of that engine. Compiling the lexicon takes longer than most reports do: only who reads texts does.
  package func readingFingerprint(notice: (String) -> Void = { _ in }) throws -> String {
    let engine = TextEngine.fingerprint(of: try lexiconFolder())
    return ReadingEngine.fingerprint(engine: engine, try model(for: engine, notice: notice))
  }

  private func model(for engine: String, notice: (String) -> Void) throws -> CodingModel? {
    guard FileManager.default.fileExists(atPath: ModelFolder.file(places.currentModel)) else { return nil }
    let model = try ModelFolder.load(places.currentModel)
    guard model.engine == engine else {
      notice(
        "\(places.currentModel): trained for another lexicon or engine, so it is left out; train it again with "
          + "'minbar coding train'")
      return nil
    }
    return model.used.isEmpty ? nil : model
  }
}

/// Reads and writes the folder of a model.
enum ModelFolder {
  static func file(_ folder: String) -> String { folder + "/" + CodingModelFile.name }

  static func load(_ folder: String) throws -> CodingModel {
    guard let bytes = FileManager.default.contents(atPath: file(folder)) else {
      throw WorkflowError("\(file(folder)): no such file; name a folder that 'minbar coding train' wrote")
    }
    do {
      return try CodingModelFile.decode(Array(bytes), file: file(folder))
    } catch {
      throw WorkflowError(error.description)
    }
  }

  static func save(_ model: CodingModel, _ folder: String, _ workspace: Workspace) throws {
    try workspace.makePrivateFolder(folder)
    try Data(CodingModelFile.encode(model)).write(to: URL(filePath: file(folder)))
  }
}
