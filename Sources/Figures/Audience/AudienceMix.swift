package import Records

/// What an audience is cut by.
package enum AudienceCut: String, Sendable, Hashable, CaseIterable {
  case ageAndSex = "age-sex"
  case age, sex, country, city
}

/// The make-up of the audience of one platform's channels, weighted by their views.
package struct AudienceMix: Sendable, Hashable {
  /// A group with its share; groups of ages in order, others by size.
  package struct Part: Sendable, Hashable {
    /// `18-24;female`, `KG`, `Osh`: values of the dimensions, in the order of their keys.
    package var code: String
    package var share: Figure
  }

  package var platform: Platform
  package var cut: AudienceCut
  /// What the shares are of: viewers, views, followers, people reached.
  package var metric: Metric
  package var parts: [Part]
  /// Channels that the shares rest on, of all of the platform.
  package var known: Int
  package var of: Int
}

extension FigureBook {
  /// Metrics that a cut can rest on, the best first. Shares of viewers and of views speak of the month; those of
  /// followers of everybody who ever followed.
  private static let audienceMetrics: [Metric] = [
    .viewerPercent, .views, .viewsPercent, .reachPercent, .reach, .followersPercent, .followers,
  ]

  /// The audience of a platform in a month. Channels are weighted by their views of the month; nil where no channel tells.
  ///
  /// All shares rest on one metric, that of the most channels: shares of viewers and of followers are not mixed.
  package func audience(
    by cut: AudienceCut, _ selection: ChannelSelection = .all, on platform: Platform, in month: Month
  ) -> AudienceMix? {
    let channels = channels(ChannelSelection(creator: selection.creator, platform: platform))
      .filter { hasStarted($0.id, by: month) }
    let accounts = Set(channels.map(\.id))
    let parts = data.audience.filter { $0.month == month && accounts.contains($0.account) && cut.fits($0.dimensions) }
    let counts = Dictionary(grouping: parts, by: \.metric).mapValues { Set($0.map(\.account)).count }
    let metric = Self.audienceMetrics.filter { counts[$0] != nil }.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    guard let metric else { return nil }
    let own = Dictionary(grouping: parts.filter { $0.metric == metric }, by: \.account)
    return mix(own, metric, cut, platform, month, of: channels.count)
  }

  private func mix(
    _ parts: [Int64: [AudiencePart]], _ metric: Metric, _ cut: AudienceCut, _ platform: Platform, _ month: Month,
    of: Int
  ) -> AudienceMix? {
    var sums: [String: Double] = [:]
    var weights = 0.0
    var known = 0
    for (account, parts) in parts {
      guard let views = self.metric(.views, account, month)?.value, views > 0 else { continue }
      let whole = whole(parts, metric, views: views)
      guard whole > 0 else { continue }
      known += 1
      weights += views
      for part in parts { sums[cut.code(part.dimensions), default: 0] += views * part.value / whole }
    }
    guard weights > 0 else { return nil }
    let shares = sums.map { code, sum in
      AudienceMix.Part(
        code: code,
        share: Figure(
          id: "audience.\(cut.rawValue).\(code)/\(platform.rawValue)/\(month)", unit: .share,
          value: min(1, sum / weights), known: known, of: of, period: month.period,
          definition: "\(platform.rawValue).\(metric.rawValue)*views",
          cautions: known < of ? [.missing(of - known)] : []))
    }
    return AudienceMix(
      platform: platform, cut: cut, metric: metric, parts: shares.sorted(by: cut.precedes), known: known, of: of)
  }

  /// What a channel's parts are parts of. A platform's list of countries may be cut off: then views of the channel are the
  /// whole. Per cents are of a hundred.
  private func whole(_ parts: [AudiencePart], _ metric: Metric, views: Double) -> Double {
    let sum = parts.reduce(0) { $0 + $1.value }
    switch metric {
    case .viewerPercent, .viewsPercent, .reachPercent, .followersPercent: return max(100, sum)
    case .views: return max(views, sum)
    default: return sum
    }
  }

  /// A target group in the bands of a platform: where none fits, the nearest ones give the least and the most.
  package func audience(_ group: TargetGroup, on platform: Platform, in month: Month) -> BandedGroup? {
    let mixes = [AudienceCut.ageAndSex, .age].compactMap { audience(by: $0, on: platform, in: month) }
    guard let mix = mixes.max(by: { $0.known < $1.known }), let any = mix.parts.first else { return nil }
    var shares: [String: Double] = [:]
    for part in mix.parts { shares[AudienceCut.first(of: part.code), default: 0] += part.share.value ?? 0 }
    let bands = shares.keys.compactMap { code in AgeRange(code).map { (code: code, range: $0) } }
      .sorted { $0.range.from < $1.range.from }
    let inside = bands.filter { group.ages.contains($0.range) }.map(\.code)
    let touching = bands.filter { group.ages.meets($0.range) }.map(\.code)
    guard !touching.isEmpty else { return nil }
    let least = inside.reduce(0) { $0 + (shares[$1] ?? 0) }
    let most = min(1, touching.reduce(0) { $0 + (shares[$1] ?? 0) })
    var share = any.share
    share.id = "audience.group.\(group.id)/\(platform.rawValue)/\(month)"
    share.value = inside == touching ? least : nil
    share.range = inside == touching ? nil : FigureRange(lower: least, upper: most, kind: .bounds)
    return BandedGroup(group: group, inside: inside, touching: touching, share: share)
  }
}

extension AudienceCut {
  private var keys: [String] {
    switch self {
    case .ageAndSex: ["age", "gender"]
    case .age: ["age"]
    case .sex: ["gender"]
    case .country: ["country"]
    case .city: ["city"]
    }
  }

  /// Names that stand beside a value and do not cut further.
  private static let names: Set<String> = ["city_name"]

  func fits(_ dimensions: String) -> Bool {
    let found = Set(DimensionText.pairs(dimensions).map(\.key)).subtracting(Self.names)
    // A city is told with its country.
    return found == Set(keys) || (self == .city && found == ["city", "country"])
  }

  /// The group's values; a city by its name, where it is told.
  func code(_ dimensions: String) -> String {
    let pairs = Dictionary(DimensionText.pairs(dimensions)) { first, _ in first }
    if self == .city, let name = pairs["city_name"] { return name }
    return keys.compactMap { pairs[$0] }.joined(separator: ";")
  }

  static func first(of code: String) -> String {
    String(decoding: code.utf8.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
  }

  func precedes(_ one: AudienceMix.Part, _ two: AudienceMix.Part) -> Bool {
    switch self {
    case .ageAndSex, .age:
      let (a, b) = (AgeRange(Self.first(of: one.code))?.from ?? 999, AgeRange(Self.first(of: two.code))?.from ?? 999)
      return (a, one.code) < (b, two.code)
    case .sex, .country, .city:
      return (two.share.value ?? 0, one.code) < (one.share.value ?? 0, two.code)
    }
  }
}
