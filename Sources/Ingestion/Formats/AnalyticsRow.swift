import Records

/// Columns of a table of YouTube's interfaces, and what a row of it says.
struct AnalyticsRow {
  let names: [String]
  private let columns: [StudioColumn?]
  private let numbers = NumberParser(mark: .dot, missing: .withheld)

  init(names: [String]) {
    self.names = names
    columns = names.map { AnalyticsName.column($0) ?? (AnalyticsName.isIgnored($0) ? .ignored : nil) }
  }

  var metrics: Int { columns.count { $0?.isMetric == true } }
  var unknown: [String] { columns.indices.filter { columns[$0] == nil && names[$0] != "month" }.map { names[$0] } }
  var hasDays: Bool { columns.contains(.date) || names.contains("month") }
  var isRetention: Bool { columns.contains(.position) }
  func index(_ column: StudioColumn) -> Int? { columns.firstIndex(of: column) }

  /// What the numbers of a row are about; nil for a part that the row does not state.
  struct Key {
    var video: String?
    var period: Period?
    var dimensions = ""
  }

  /// - Parameter cell: the row's cells, by place.
  func key(_ cell: (Int) -> Bytes) -> Key {
    var key = Key()
    var pairs: [(key: String, value: String)] = []
    for (index, column) in columns.enumerated() {
      switch column {
      case .content:
        let id = cell(index).trimmed()
        key.video = Identifier.isVideo(id) ? id.string : nil
      case .date:
        key.period = DateParser.civil(cell(index), order: .dayFirst).map { Period(from: $0.day, through: $0.day) }
      case .position:
        let factor: Double = names[index] == "elapsedVideoTimeRatio" ? 100 : 1
        if let position = RetentionPosition.code(cell(index), factor: factor) { pairs.append(("position", position)) }
      case .dimension(let dimension):
        if let pair = AnalyticsValue.pair(dimension, cell(index)) { pairs.append(pair) }
      case nil where names[index] == "month":
        key.period = Month(cell(index).trimmed().string)?.period
      default: break
      }
    }
    key.dimensions = DimensionText.join(pairs)
    return key
  }

  /// Gives the numbers of a row to `output`.
  func emit(
    _ cell: (Int) -> Bytes, _ draft: Observation, _ output: RecordOutput
  ) throws {
    for (index, column) in columns.enumerated() {
      guard case .metric(let metric, let unit) = column else { continue }
      var observation = draft
      observation.metric = metric
      observation.value = value(cell(index), unit)
      if case .unreadable = observation.value {
        try output.problem(.unreadableNumber(line: draft.row, column: names[index], cell: cell(index)))
      }
      try output.observation(observation)
    }
  }

  /// Numbers of programs: a dot for the fraction, no groups, perhaps an exponent.
  private func value(_ cell: Bytes, _ unit: StudioUnit) -> Reported<Double> {
    let body = cell.trimmed()
    let (multiply, divide) = unit.factor
    if !body.isEmpty, body.count <= 40, let number = Double(body.string), number.isFinite {
      return .known(number * multiply / divide)
    }
    return numbers.parse(body, as: unit.kind)
  }
}
