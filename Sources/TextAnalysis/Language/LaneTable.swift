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
  /// What the language that texts are said to be in gains, by script; tuned so that whole sentences of the neighbours
  /// stay theirs.
  private static let expectedGain: (cyrillic: Int32, latin: Int32) = (30, 40)

  /// - Parameter expected: the language that texts are said to be in.
  init(_ profiles: LanguageProfiles, expected: LanguageTag? = nil) {
    priors = .allocate(capacity: Self.count)
    var tags: [LanguageTag] = []
    var highest = Self.never
    for lane in 0..<Self.count {
      let script = lane < Self.latin ? profiles.cyrillic : profiles.latin
      let index = lane < Self.latin ? lane : lane - Self.latin
      let taken = index < script.varieties.count
      let tag = taken ? script.varieties[index].tag : .unknown
      let wanted = lane < Self.latin ? Self.expectedGain.cyrillic : Self.expectedGain.latin
      let gain = taken && tag == expected ? wanted : 0
      (priors + lane).initialize(to: taken ? script.priors[index] + gain : Self.never)
      tags.append(tag)
      highest = max(highest, priors[lane])
    }
    self.tags = tags
    cyrillicCount = profiles.cyrillic.varieties.count
    latinCount = profiles.latin.varieties.count
    highestPrior = highest
  }

  deinit { priors.deallocate() }
}
