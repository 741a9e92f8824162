internal import Records

/// The varieties side by side: the first half of the lanes is Cyrillic, the second Latin. Priors are tenths
/// of nats.
final class LaneTable {
  static let count = 2 * GramTable.lanes
  /// The first Latin lane.
  static let latin = GramTable.lanes
  /// Prior of a lane without a variety.
  static let never: Int32 = -100_000

  let priors: UnsafeMutablePointer<Int32>
  let tags: [LanguageTag]
  /// How many lanes of each script are taken.
  let cyrillicCount: Int
  let latinCount: Int
  let highestPrior: Int32

  init(_ profiles: LanguageProfiles) {
    priors = .allocate(capacity: Self.count)
    var tags: [LanguageTag] = []
    var highest = Self.never
    for lane in 0..<Self.count {
      let script = lane < Self.latin ? profiles.cyrillic : profiles.latin
      let index = lane < Self.latin ? lane : lane - Self.latin
      let taken = index < script.varieties.count
      (priors + lane).initialize(to: taken ? script.priors[index] : Self.never)
      tags.append(taken ? script.varieties[index].tag : .unknown)
      highest = max(highest, priors[lane])
    }
    self.tags = tags
    cyrillicCount = profiles.cyrillic.varieties.count
    latinCount = profiles.latin.varieties.count
    highestPrior = highest
  }

  deinit { priors.deallocate() }
}
