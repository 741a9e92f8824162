import Drawing
import Figures
import Records

/// Who watches, by what the platforms tell: age and sex, countries, home and abroad, cities, groups by age.
struct AudienceBlock: DashboardBlock {
  let context: ReportContext

  private static let mostRows = 8
  /// Groups below this share are not worth a row.
  private static let leastShare = 0.005

  func html() -> HTML {
    let words = context.words
    let parts = context.platforms().flatMap(platform)
    return SectionView.html(id: "audience", words["audience.title"], lead: words["audience.lead"]) {
      if context.book.data.audience.allSatisfy({ $0.month != context.month }) {
        HTML(.p, .class("empty"), text: words["audience.none"])
      } else {
        parts
        HTML(.p, .class("small"), text: words["audience.note"])
      }
    }
  }

  private func platform(_ platform: Platform) -> [HTML] {
    [ages(platform), groups(platform), home(platform), list(.country, platform), list(.city, platform)]
  }

  private func title(_ key: String, _ platform: Platform) -> String {
    context.words(
      "chart.metricOn",
      ["metric": .text(context.words[key]), "platform": .text(context.words.name(platform))])
  }

  private func block(_ title: String, _ mix: AudienceMix, _ content: [HTML]) -> HTML {
    let words = context.words
    let footing = words("channels.known", ["known": .count(mix.known), "n": .count(mix.of)])
    return HTML(.div, .class("block")) {
      HTML(.h3, text: title)
      HTML(.p, .class("unit"), text: words["audience.of.\(mix.metric.rawValue)"] + " \u{B7} " + footing)
      content
    }
  }

  /// Bands of age by sex, or whichever of the two is told.
  private func ages(_ platform: Platform) -> HTML {
    let words = context.words
    guard let mix = context.book.audience(by: .ageAndSex, on: platform, in: context.month) else {
      return HTML([list(.age, platform), list(.sex, platform)])
    }
    let shares = Dictionary(mix.parts.map { ($0.code, $0.share) }) { first, _ in first }
    let bands = mix.parts.map { AudienceCode.parts($0.code)[0] }.reduce(into: [String]()) {
      if $0.last != $1 { $0.append($1) }
    }
    let sexes = ["female", "male"]
    let table = ChartTable(
      header: [words["audience.age"]] + sexes.map { words["audience.sex.\($0)"] },
      rows: bands.map { band in
        [ChartCell(AudienceCode.band(band))]
          + sexes.map { shares["\(band);\($0)"].map(words.cell) ?? ChartCell(words["value.missing"]) }
      })
    return block(title("audience.ages", platform), mix, [HTML(.div, .class("scroll")) { table.html() }])
  }

  private func list(_ cut: AudienceCut, _ platform: Platform) -> HTML {
    let words = context.words
    guard let mix = context.book.audience(by: cut, on: platform, in: context.month) else { return .empty }
    let shown = cut == .age ? mix.parts : Array(mix.parts.prefix(Self.mostRows))
    let table = ChartTable(
      header: [words["audience.\(cut.rawValue)"], words["column.share"]],
      rows: shown.filter { ($0.share.value ?? 0) >= Self.leastShare }
        .map { [ChartCell(words.audience($0.code, cut)), words.cell($0.share)] })
    return block(title("audience.by.\(cut.rawValue)", platform), mix, [HTML(.div, .class("scroll")) { table.html() }])
  }

  /// Groups of the countries that authors speak in.
  private func groups(_ platform: Platform) -> HTML {
    let countries = Set(context.book.data.creators.compactMap(\.country))
    let groups = context.groups.filter { $0.country.map(countries.contains) ?? true }
      .compactMap { context.book.audience($0, on: platform, in: context.month) }
    guard !groups.isEmpty else { return .empty }
    return HTML(.div, .class("block")) {
      HTML(.h3, text: title("audience.groups", platform))
      HTML(.ul, .class("plain")) { groups.map { HTML(.li, text: sentence($0)) } }
    }
  }

  private func sentence(_ banded: BandedGroup) -> String {
    let words = context.words
    let group = banded.group
    let name = words(
      "audience.group.\(group.id)",
      ["ages": .text(AudienceCode.band(group.ages)), "country": .text(group.country.map(words.country) ?? "")])
    let values: [String: PhraseValue] = [
      "group": .text(name), "share": .text(words.text(banded.share)),
      "inside": .text(banded.inside.map(AudienceCode.band).joined(separator: ", ")),
      "touching": .text(banded.touching.map(AudienceCode.band).joined(separator: ", ")),
    ]
    return words(banded.fits ? "audience.groupFits" : "audience.groupNearest", values)
  }

  private func home(_ platform: Platform) -> HTML {
    let words = context.words
    guard let home = context.book.homeAudience(on: platform, in: context.month),
      let mix = context.book.audience(by: .country, on: platform, in: context.month)
    else { return .empty }
    let rows =
      [(words["audience.home"], home.home)]
      + home.migration.filter { ($0.share.value ?? 0) >= Self.leastShare }
      .map { (words.country($0.code), $0.share) } + [(words["audience.elsewhere"], home.elsewhere)]
    let table = ChartTable(
      header: [words["audience.place"], words["column.share"]],
      rows: rows.map { [ChartCell($0.0), words.cell($0.1)] })
    var footing = mix
    footing.known = home.known
    return block(
      title("audience.homeTitle", platform), footing, [HTML(.div, .class("scroll")) { table.html() }])
  }
}

extension Phrases {
  /// A group of the audience in words.
  func audience(_ code: String, _ cut: AudienceCut) -> String {
    switch cut {
    case .country: country(code)
    case .sex: self["audience.sex.\(AudienceCode.sex(code))"]
    case .age: AudienceCode.band(code)
    case .ageAndSex: ageAndSex(AudienceCode.parts(code))
    case .city: code
    }
  }

  private func ageAndSex(_ parts: [String]) -> String {
    let age = AudienceCode.band(parts.first ?? "")
    return parts.count == 2 ? age + ", " + self["audience.sex.\(AudienceCode.sex(parts[1]))"] : age
  }
}

/// Codes of groups as people read them.
enum AudienceCode {
  static func parts(_ code: String) -> [String] {
    code.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { String(decoding: Array($0), as: UTF8.self) }
  }

  /// `18–24`, `65+`.
  static func band(_ code: String) -> String { AgeRange(code).map(band) ?? code }

  static func band(_ range: AgeRange) -> String {
    range.through.map { "\(range.from)\u{2013}\($0)" } ?? "\(range.from)+"
  }

  /// Whatever is neither is not told.
  static func sex(_ code: String) -> String { ["female", "male"].contains(code) ? code : "other" }
}
