internal import Records

/// Reads profile files: `variety`, `script` and `prior` lines, then `weight TAB n-grams between spaces`.
struct ProfileReader {
  private(set) var cyrillic = LanguageProfiles.Script()
  private(set) var latin = LanguageProfiles.Script()
  /// Bytes of profile files for each n-gram that differs from all others.
  private static let bytesPerGram = 12
  /// Weights by hash of the n-gram.
  private(set) var weights: [UInt64: GramWeights] = [:]
  private(set) var problems: [Problem] = []

  /// Room for the n-grams of so many bytes of profiles.
  init(bytes: Int) {
    weights.reserveCapacity(bytes / Self.bytesPerGram)
  }

  mutating func read(path: String, bytes: [UInt8]) {
    let lines = DataLines(path: path, bytes: bytes)
    var code: String?
    var script: WordScript?
    var lane: Int?
    lines.forEach { line in
      guard line.fields.count == 2 else { return refuse(lines, line, "two columns") }
      let value = line.fields[1]
      switch line.fields[0].word {
      case "variety": code = value.word
      case "script": script = value.word == "latin" ? .latin : value.word == "cyrillic" ? .cyrillic : nil
      case "prior":
        guard let code, let script, let prior = Int32(value.word) else {
          return refuse(lines, line, "variety and script before a prior")
        }
        lane = addLane(Variety(code: code, script: script), prior: prior)
      default:
        guard let lane, let script, let weight = Int8(line.fields[0].word) else {
          return refuse(lines, line, "a weight from -127 to 127 after the prior")
        }
        for gram in value.pieces { add(gram, weight, lane, script) }
      }
    }
  }

  /// The lane of a variety; nil when all are taken.
  private mutating func addLane(_ variety: Variety, prior: Int32) -> Int? {
    var target = variety.script == .latin ? latin : cyrillic
    let lane = target.varieties.count
    guard lane < GramTable.lanes else { return nil }
    target.varieties.append(variety)
    target.priors.append(prior)
    if variety.script == .latin { latin = target } else { cyrillic = target }
    return lane
  }

  private mutating func add(_ gram: ArraySlice<UInt8>, _ weight: Int8, _ lane: Int, _ script: WordScript) {
    var hash = GramTable.seed(script)
    var rest = gram.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      for unit in UTF16.encode(scalar) ?? .init() { hash = GramTable.mix(hash, unit) }
    }
    weights[hash, default: GramWeights()][lane] = weight
  }

  private mutating func refuse(_ lines: DataLines, _ line: DataLines.Line, _ expected: String) {
    problems.append(
      lines.problem(
        "lexicon.profile-line", line: line.number, found: "\(line.fields.count) columns", expected: expected))
  }
}
