extension Metric {
  /// Whether it counts something; others are shares, hours, seconds or means.
  package var isCount: Bool {
    switch self {
    case .watchHours, .averageViewSeconds, .averagePercentageViewed, .clickThroughPercent, .stayedPercent,
      .likeRatioPercent, .viewsPerViewer, .followersPercent, .reachPercent, .viewsPercent, .watchPercent,
      .viewerPercent, .retentionPercent, .relativeRetentionPercent:
      false
    default: true
    }
  }

  /// Whether it is what came less what went, so that it may be below zero.
  package var isNet: Bool { self == .subscribersNet || self == .postSubscribers }

  /// Whether it can have this value at all: counts are whole, and nothing but a net count is below zero. Beyond 2^53
  /// whole numbers cannot be told apart any more.
  package func canBe(_ value: Double) -> Bool {
    guard value.isFinite, isNet || value >= 0 else { return false }
    return !isCount || (value.rounded() == value && abs(value) <= 0x1p53)
  }
}
