import Figures
import Records
import Storage
import TextAnalysis

/// Turns coded texts of the archive into what pages correct shares by.
enum CodingMeasures {
  /// How well the engine meets each label, over all languages and in each.
  static func list(_ cases: ScoreCases) -> [CodingMeasure] {
    TextKind.allCases.flatMap { kind in
      ([nil] + cases.languages.map { $0 as String? }).flatMap { language -> [CodingMeasure] in
        let tag = language.flatMap(LanguageTag.init(rawValue:))
        if language != nil, tag == nil { return [] }
        let part = cases.filtered { $0.item.kind == kind && (language == nil || $0.language == language) }
        return list(part, kind, tag)
      }
    }
  }

  private static func list(_ part: ScoreCases, _ kind: TextKind, _ language: LanguageTag?) -> [CodingMeasure] {
    func measure(_ variable: String, _ label: String, _ cases: [DetectionCase]) -> CodingMeasure? {
      CodingMeasure(cases, kind: kind, language: language, variable: variable, label: label)
    }
    let themes = part.themes.compactMap { measure("theme", $0, part.theme($0)) }
    guard kind == .comment else { return themes }
    let (sentiments, responses) = (part.sentiments, part.responses)
    return themes
      + Sentiment.allCases.indices.compactMap {
        measure("sentiment", Sentiment.allCases[$0].rawValue, sentiments.against($0))
      }
      + Response.allCases.indices.compactMap {
        measure("response", Response.allCases[$0].rawValue, responses.against($0))
      }
  }
}

extension Workspace {
  /// Measures the engine against what the archive holds of people's coding, and keeps the numbers for the pages.
  /// - Parameter makeEngine: asked only where there is coding.
  func keepCodingMeasures(_ archive: Archive, _ makeEngine: () throws -> ReadingEngine) throws {
    guard try archive.read({ try $0.hasCodes() }) else { return }
    let engine = try makeEngine()
    let corpus = CodedCorpus(engine)
    try corpus.addArchive(self, notice: { _ in })
    guard !corpus.items.isEmpty else { return }
    let measures = CodingMeasures.list(ScoreCases(corpus.items, themes: engine.engine.themes))
    try archive.write { writer in
      try writer.keep(measures, reader: writer.readerID(engine.fingerprint), texts: corpus.items.count)
    }
  }
}
