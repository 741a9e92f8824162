/// What kind of Studio table a header stands for. Each Studio format reads shapes of its own, so none claims
/// another's file.
enum StudioShape: Hashable {
  case content, geography, dates
  case contentChart, geographyChart
  /// One metric a day for the whole channel.
  case dayTotals
  /// One row for the whole channel and period.
  case total
  /// A breakdown or retention curve that is not read yet.
  case other

  /// The shape of a table; nil if it is none of Studio's.
  init?(_ sketch: TableSketch) {
    let header = sketch.header
    guard header.count >= 2 else { return nil }
    if StudioShape.isRetention(header) {
      self = .other
      return
    }
    let columns = StudioColumn.columns(header)
    let metrics = columns.count { if case .metric = $0 { true } else { false } }
    guard metrics > 0, let first = columns[0] else { return nil }
    switch first {
    case .content: self = StudioShape.content(columns, sketch)
    case .geography: self = .geography
    case .breakdown: self = .other
    case .date:
      guard let shape = StudioShape.dated(columns, metrics: metrics) else { return nil }
      self = shape
    default: return nil
    }
  }

  private static func content(_ columns: [StudioColumn?], _ sketch: TableSketch) -> StudioShape {
    let describesVideos = columns.contains { $0 == .title || $0 == .published || $0 == .duration }
    let ids = sketch.rows.dropFirst().count { row in
      row.cells.first.map { $0.withBytes { Identifier.isVideo($0.trimmed()) } } ?? false
    }
    return !describesVideos && ids == 0 && sketch.rows.count <= 2 ? .total : .content
  }

  private static func dated(_ columns: [StudioColumn?], metrics: Int) -> StudioShape? {
    switch columns[1] {
    case .content: return .contentChart
    case .geography: return .geographyChart
    case .breakdown: return .other
    default:
      let strangers = columns.dropFirst().count { $0 == nil || $0 == .title }
      guard strangers * 3 <= metrics else { return nil }
      return columns.count == 2 ? .dayTotals : .dates
    }
  }

  private static func isRetention(_ header: [String]) -> Bool {
    let position = header[0].withBytes { $0.holds("position (%)") || $0.holds("позици") }
    return position && header.dropFirst().contains { $0.withBytes { $0.holds("retention") || $0.holds("удерж") } }
  }
}
