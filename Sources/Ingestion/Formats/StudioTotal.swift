import Records

/// Finds out whether the first row of a Studio table stands for the whole, in whatever language its label is.
struct StudioTotal {
  let isThere: Bool

  init(_ sketch: TableSketch, _ columns: [StudioColumn?]) {
    guard sketch.rows.count >= 2, let key = columns.first else {
      isThere = false
      return
    }
    let row = sketch.rows[1].cells
    let label = row.first ?? ""
    let isLabel = label.withBytes { DimensionNames.isTotal($0) }
    let othersAreEmpty = columns.indices.dropFirst().allSatisfy { index in
      columns[index]?.isText != true || index >= row.count || row[index].withBytes { $0.trimmed().isEmpty }
    }
    guard othersAreEmpty else {
      isThere = false
      return
    }
    isThere = isLabel || label.withBytes { !StudioTotal.isKey($0.trimmed(), key) } && StudioTotal.isSum(sketch, columns)
  }

  /// Whether a cell fits a first column that can be told by its shape, or is a known name.
  private static func isKey(_ cell: Bytes, _ column: StudioColumn?) -> Bool {
    switch column {
    case .content: Identifier.isToken(cell) && cell.count >= 11
    case .date: DateParser.civil(cell, order: .monthFirst) != nil
    case .dimension(.country): StudioDimension.isCountry(cell)
    case .dimension(.city): StudioDimension.isPlaceID(cell)
    case .dimension(.age): AgeBand.code(cell) != nil
    case .dimension(let dimension): DimensionNames.code(dimension, cell.string) != nil
    default: false
    }
  }

  /// Where the shape of the first column tells keys from labels nothing needs to be added up. Else the first row is
  /// a total only if its number is that of all others together: a row of a label in an unknown language may as
  /// well be a value.
  private static func isSum(_ sketch: TableSketch, _ columns: [StudioColumn?]) -> Bool {
    switch columns[0] {
    case .content, .date, .dimension(.country), .dimension(.age): return true
    case .dimension(.city):
      // Cities without ids are told by adding up like all others.
      if sketch.rows.dropFirst(2).contains(where: { $0.cells.first?.withBytes(StudioDimension.isPlaceID) == true }) {
        return true
      }
    default: break
    }
    guard sketch.rows.count >= 4 else { return false }
    let counts = columns.indices.filter { if case .metric(let metric, _) = columns[$0] { metric.adds } else { false } }
    guard let index = counts.first else { return false }
    let values = sketch.rows.dropFirst().map { row in
      index < row.cells.count
        ? row.cells[index].withBytes { NumberParser().parse($0, as: .decimal).value ?? 0 } : 0
    }
    let rest = values.dropFirst().reduce(0, +)
    return values[0] > 0 && abs(values[0] - rest) <= 0.02 * values[0]
  }
}

extension StudioColumn {
  /// Columns that are blank in a total's row.
  fileprivate var isText: Bool {
    switch self {
    case .title, .published, .duration, .content, .date, .dimension: true
    default: false
    }
  }
}

extension Metric {
  /// Whether the parts of a breakdown add to the whole.
  fileprivate var adds: Bool { self == .views || self == .watchHours || self == .engagedViews }
}
