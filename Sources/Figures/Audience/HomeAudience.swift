package import Records

/// Where the audience watches: at its speakers' home, in the countries that people of the region leave for to work, and
/// elsewhere. Not everybody who watches abroad is a migrant, and a virtual private network moves people: a hint.
package struct HomeAudience: Sendable, Hashable {
  package var home: Figure
  /// Countries of labour migration with their shares, the largest first.
  package var migration: [AudienceMix.Part]
  package var elsewhere: Figure
  /// Channels that it rests on, of all of the platform.
  package var known: Int { home.known }
}

extension FigureBook {
  /// Where most people of the region work abroad, by the migration services' own figures.
  package static let migrationCountries: Set<String> = ["RU", "KZ", "TR", "KR", "AE", "PL", "DE", "US", "GB"]

  /// Home against abroad; home is the country of each channel's author. Nil where no export tells countries.
  package func homeAudience(on platform: Platform, in month: Month) -> HomeAudience? {
    guard let all = audience(by: .country, on: platform, in: month), let first = all.parts.first else { return nil }
    var home = 0.0
    var abroad: [String: Double] = [:]
    var weights = 0.0
    var known = 0
    for creator in data.creators {
      let selection = ChannelSelection(creator: creator.code)
      guard let country = creator.country, let mix = audience(by: .country, selection, on: platform, in: month),
        mix.metric == all.metric
      else { continue }
      let views = channels(ChannelSelection(creator: creator.code, platform: platform))
        .reduce(0) { $0 + (metric(.views, $1.id, month)?.value ?? 0) }
      known += mix.known
      weights += views
      for part in mix.parts {
        let amount = views * (part.share.value ?? 0)
        if part.code == country { home += amount } else { abroad[part.code, default: 0] += amount }
      }
    }
    guard weights > 0 else { return nil }
    func figure(_ name: String, _ sum: Double) -> Figure {
      var figure = first.share
      figure.id = "audience.\(name)/\(platform.rawValue)/\(month)"
      figure.value = min(1, max(0, sum / weights))
      figure.known = known
      return figure
    }
    let migration = abroad.filter { Self.migrationCountries.contains($0.key) }
      .map { AudienceMix.Part(code: $0.key, share: figure("country.\($0.key)", $0.value)) }
      .sorted(by: AudienceCut.country.precedes)
    let named = home + migration.reduce(0) { $0 + ($1.share.value ?? 0) * weights }
    return HomeAudience(
      home: figure("home", home), migration: migration, elsewhere: figure("elsewhere", weights - named))
  }
}
