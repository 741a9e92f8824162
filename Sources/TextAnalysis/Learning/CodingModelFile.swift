package import Records

/// A model as text: one statement a line, columns separated by TAB, so that people can read it.
///
/// `minbar-model VERSION`, then `engine`, `data`, `trained`, `seed`, `texts`; then for each label `label` with its gain,
/// `class` with its bias, and one `weight` a feature: its number, its name, one weight a class.
package enum CodingModelFile {
  /// Goes up when the meaning of a line changes.
  package static let version = 1
  package static let name = "model.tsv"

  package static func encode(_ model: CodingModel) -> [UInt8] {
    var lines = [
      "minbar-model\t\(version)", "engine\t\(model.engine)", "data\t\(model.data)", "trained\t\(model.trainedOn)",
      "seed\t\(model.seed)", "texts\t\(model.texts)",
    ]
    for label in model.labels { encode(label, model.names, &lines) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func encode(_ label: LabelModel, _ names: [UInt32: String], _ lines: inout [String]) {
    let gain = label.gain
    let figures = [gain.rules, gain.model, gain.both, gain.lower, gain.upper].map { "\($0)" }
    lines.append(
      (["label", label.name, gain.measure] + figures + ["\(gain.n)", "\(gain.positives)"]).joined(separator: "\t"))
    for (name, bias) in zip(label.classifier.classes, label.classifier.biases) {
      lines.append("class\t\(name)\t\(bias)")
    }
    for (feature, weights) in label.classifier.weights.sorted(by: { $0.key < $1.key }) {
      let name = clean(names[feature] ?? "")
      lines.append("weight\t\(feature)\t\(name)\t" + weights.map { "\($0)" }.joined(separator: " "))
    }
  }

  private static func clean(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  /// - Throws: `Problem` with the line that cannot be read.
  package static func decode(_ bytes: [UInt8], file: String) throws(Problem) -> CodingModel {
    var reader = ModelLines(file: file)
    for line in bytes.split(separator: 10) {
      try reader.read(
        line.split(separator: 9, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) })
    }
    return try reader.finish()
  }
}

/// Reads the lines of a model in order.
private struct ModelLines {
  let file: String
  private var line = 0
  private var head: [String: String] = [:]
  private var labels: [LabelModel] = []
  private var names: [UInt32: String] = [:]
  private var open: (name: String, gain: LabelGain)?
  private var classes: [String] = []
  private var biases: [Float] = []
  private var weights: [UInt32: [Float]] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func read(_ cells: [String]) throws(Problem) {
    line += 1
    switch cells[0] {
    case "minbar-model":
      guard cells.count == 2, cells[1] == "\(CodingModelFile.version)" else {
        throw problem("version \(cells.last ?? "")", "version \(CodingModelFile.version)")
      }
      head["version"] = cells[1]
    case "engine", "data", "trained", "seed", "texts":
      guard cells.count == 2 else { throw problem("\(cells.count) columns", "2") }
      head[cells[0]] = cells[1]
    case "label": try readLabel(cells)
    case "class": try readClass(cells)
    case "weight": try readWeight(cells)
    default: throw problem("another word", "label, class or weight")
    }
  }

  private mutating func readLabel(_ cells: [String]) throws(Problem) {
    close()
    let figures = cells.dropFirst(3).compactMap(Double.init)
    guard cells.count == 10, figures.count == 7, figures.allSatisfy(\.isFinite) else {
      throw problem("\(cells.count) columns", "label, name, measure, seven numbers")
    }
    open = (
      cells[1],
      LabelGain(
        measure: cells[2], rules: figures[0], model: figures[1], both: figures[2], lower: figures[3], upper: figures[4],
        n: Int(figures[5]), positives: Int(figures[6]))
    )
  }

  private mutating func readClass(_ cells: [String]) throws(Problem) {
    guard open != nil, cells.count == 3, let bias = Float(cells[2]), bias.isFinite else {
      throw problem("\(cells.count) columns", "class, name, bias, below a label")
    }
    classes.append(cells[1])
    biases.append(bias)
  }

  private mutating func readWeight(_ cells: [String]) throws(Problem) {
    let numbers = cells.count == 4 ? cells[3].split(separator: " ").compactMap { Float($0) } : []
    guard open != nil, cells.count == 4, let feature = UInt32(cells[1]), numbers.count == classes.count,
      numbers.allSatisfy(\.isFinite)
    else { throw problem("\(cells.count) columns", "weight, feature, name, one number a class") }
    weights[feature] = numbers
    names[feature] = cells[2]
  }

  private mutating func close() {
    if let open {
      let classifier = LinearClassifier(classes: classes, biases: biases, weights: weights)
      labels.append(LabelModel(name: open.name, classifier: classifier, gain: open.gain))
    }
    open = nil
    classes = []
    biases = []
    weights = [:]
  }

  mutating func finish() throws(Problem) -> CodingModel {
    close()
    guard head["version"] != nil, let engine = head["engine"], let data = head["data"],
      let day = head["trained"].flatMap({ Day($0) }), let seed = head["seed"].flatMap({ UInt64($0) }),
      let texts = head["texts"].flatMap({ Int($0) }), labels.allSatisfy({ !$0.classifier.classes.isEmpty })
    else { throw problem("an incomplete head", "minbar-model, engine, data, trained, seed, texts; a class each label") }
    return CodingModel(
      engine: engine, data: data, trainedOn: day, seed: seed, texts: texts, labels: labels, names: names)
  }

  private func problem(_ found: String, _ expected: String) -> Problem {
    Problem(
      "model.unreadable", .fileRefused, file: file, line: line, found: found, expected: expected,
      remedy: "Train the model again with 'minbar coding train'.")
  }
}
