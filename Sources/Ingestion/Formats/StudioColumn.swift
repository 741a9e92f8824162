import Records

/// A column of a YouTube Studio export.
enum StudioColumn: Hashable {
  case content, title, published, duration, date
  /// What the numbers are divided by.
  case dimension(StudioDimension)
  case metric(Metric, StudioUnit)
  /// Russian has one name for returning and for regular viewers; the order tells.
  case returningOrRegular
  /// The place in a video that a row of its retention curve is about.
  case position
  /// Known, of no use here (revenue, end screens, titles beside ids).
  case ignored
}

/// How a metric is written, and what becomes of it.
enum StudioUnit: Hashable {
  case count, decimal
  /// Minutes, kept as hours.
  case minutes
  /// `H:MM:SS`, kept as seconds.
  case clock
  /// A part of 1, kept as per cent.
  case fraction

  var kind: NumberParser.Kind { self == .count ? .count : .decimal }

  /// What a written number is multiplied by to have the metric's own unit.
  var factor: (multiply: Double, divide: Double) {
    switch self {
    case .count, .decimal, .clock: (1, 1)
    case .minutes: (1, 60)
    case .fraction: (100, 1)
    }
  }
}

extension StudioColumn {
  /// Columns that a normalised header names.
  static func columns(_ header: [String]) -> [StudioColumn?] {
    if RetentionHeader.isRetention(header) { return RetentionHeader.columns(header) }
    return named(header)
  }

  static func named(_ header: [String]) -> [StudioColumn?] {
    let hasCasual = header.firstIndex { StudioNames.column($0) == .metric(.casualViewers, .count) }
    return header.enumerated().map { index, name in
      guard let column = StudioNames.column(name) else { return pattern(name) }
      guard column == .returningOrRegular else { return column }
      let isRegular = hasCasual.map { index > $0 } ?? false
      return .metric(isRegular ? .regularViewers : .returningViewers, .count)
    }
  }

  private static func pattern(_ name: String) -> StudioColumn? {
    let money = ["revenue", "rpm (", "cpm (", "доход", "end screen", "card click", "cards "]
    return money.contains { word in name.withBytes { $0.holds(word) } } ? .ignored : nil
  }

  var isDimension: Bool { if case .dimension = self { true } else { false } }
  var isMetric: Bool { if case .metric = self { true } else { false } }
}

// Roles
extension StudioColumn {
  /// The column with a role's id; nil if there is no such role.
  init?(roleID: String) {
    guard let column = StudioColumn.byRole[roleID] else { return nil }
    self = column
  }

  /// The id of the role that this column has; nil where no role stands for it.
  var roleID: String? { StudioColumn.roles[self] }

  private static let byRole: [String: StudioColumn] = {
    var columns: [String: StudioColumn] = [
      "content": .content, "title": .title, "published": .published, "duration": .duration, "date": .date,
      "ignored": .ignored, "watch_minutes": .metric(.watchHours, .minutes),
      "average_view_seconds": .metric(.averageViewSeconds, .clock),
    ]
    for dimension in StudioDimension.allCases { columns[dimension.rawValue] = .dimension(dimension) }
    for metric in Metric.allCases where columns[metric.rawValue] == nil {
      columns[metric.rawValue] = .metric(metric, metric.isDecimal ? .decimal : .count)
    }
    return columns.filter { ColumnRoles.role($0.key) != nil }
  }()

  private static let roles = Dictionary(byRole.map { ($0.value, $0.key) }) { first, _ in first }
}

extension Metric {
  /// Numbers of people, which the Total row of a Studio table leaves at 0.
  var isStudioAudience: Bool {
    switch self {
    case .uniqueViewers, .newViewers, .returningViewers, .casualViewers, .regularViewers, .viewsPerViewer: true
    default: false
    }
  }

  /// Shares within a breakdown: they say nothing of the whole.
  var isShareOfWhole: Bool { self == .viewsPercent || self == .watchPercent || self == .viewerPercent }

  /// Whether values have fractions.
  var isDecimal: Bool {
    switch self {
    case .watchHours, .averageViewSeconds, .averagePercentageViewed, .clickThroughPercent, .stayedPercent,
      .likeRatioPercent, .viewsPerViewer, .viewsPercent, .watchPercent, .viewerPercent, .retentionPercent,
      .relativeRetentionPercent:
      true
    default: false
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether `word` stands anywhere in these bytes.
  func holds(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    return count >= wanted.count
      && (0...(count - wanted.count)).contains { part($0..<$0 + wanted.count).elementsEqual(wanted) }
  }
}
