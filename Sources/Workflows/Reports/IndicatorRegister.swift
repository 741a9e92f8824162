import Figures
import Reporting
import Yams

/// The indicators that reports may choose from, as `indicators.yaml` lists them.
struct IndicatorRegister {
  let entries: [String: IndicatorEntry]

  /// - Throws: `WorkflowError` naming every bad line.
  init(file: String, bytes: [UInt8]) throws {
    let reader = YAMLReader(file: file)
    var entries: [String: IndicatorEntry] = [:]
    if let root = reader.document(bytes) {
      for (id, node) in reader.map(root, "") { entries[id] = Self.entry(id, node, reader) }
    }
    try reader.check()
    self.entries = entries
  }

  private static func entry(_ id: String, _ node: Node, _ reader: YAMLReader) -> IndicatorEntry? {
    let values = reader.map(node, id, keys: ["measure", "theme", "question", "level"])
    let name = reader.choice(values["measure"], "\(id).measure", of: IndicatorMeasure.names)
    let level = reader.choice(values["level"], "\(id).level", of: IndicatorLevel.allCases.map(\.rawValue))
    let theme = reader.choice(values["theme"], "\(id).theme", of: FigureBook.themeOrder)
    _ = reader.needed(name, node, id, in: values, "measure")
    _ = reader.needed(level, node, id, in: values, "level")
    guard let name, let level = level.flatMap(IndicatorLevel.init) else { return nil }
    let question = reader.text(values["question"], "\(id).question")
    guard let measure = IndicatorMeasure(name, theme: theme, question: question) else {
      if name == "survey_share" {
        reader.refuse(
          node, id, found: "no question", expected: "question: the question's code in the register of surveys")
      } else {
        reader.refuse(
          node, id, found: "no theme", expected: "theme: one of \(FigureBook.themeOrder.joined(separator: ", "))")
      }
      return nil
    }
    return IndicatorEntry(id: id, measure: measure, level: level)
  }
}
