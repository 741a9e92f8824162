/// What kind of Studio table a header stands for. Each Studio format reads shapes of its own, so none claims
/// another's file.
enum StudioShape: Hashable {
  case content, geography, dates
  /// Numbers by something else than video, country or day.
  case breakdown
  /// One metric a day for each charted video, or for each part of a breakdown.
  case contentChart, dimensionChart
  /// One metric a day for the whole channel.
  case dayTotals
  /// One row for the whole channel and period.
  case total
  /// Places of a video and how many still watch.
  case retention

  /// The shape of a table; nil if it is none of Studio's.
  init?(_ probe: Probe) {
    guard probe.json == nil, probe.table.header.count >= 2 else { return nil }
    let header = probe.studioHeader
    if header.isByShape {
      guard probe.isNamedLikeStudio || probe.hasTotalRow(header), header.metrics + header.unmapped.count > 0 else {
        return nil
      }
    } else if header.metrics == 0 {
      return nil
    }
    guard let shape = StudioShape.named(header.columns, probe.table) else { return nil }
    self = shape
  }

  private static func named(_ columns: [StudioColumn?], _ sketch: TableSketch) -> StudioShape? {
    guard let first = columns[0] else { return nil }
    switch first {
    case .content: return StudioShape.content(columns, sketch)
    case .date: return StudioShape.dated(columns)
    case .position: return .retention
    case .dimension(.country): return columns.dropFirst().contains { $0?.isDimension == true } ? .breakdown : .geography
    case .dimension: return .breakdown
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

  private static func dated(_ columns: [StudioColumn?]) -> StudioShape? {
    switch columns[1] {
    case .content: return .contentChart
    case .dimension: return .dimensionChart
    default:
      let strangers = columns.dropFirst().count { $0 == nil || $0 == .title }
      let metrics = columns.count { $0?.isMetric == true }
      guard strangers * 3 <= metrics || metrics == 0 else { return nil }
      return columns.count == 2 ? .dayTotals : .dates
    }
  }
}
