import Figures
import Records

/// What the engine said of a text, as far as it decides who stands for whom in a sample.
struct SampleCell: Hashable {
  let kind: TextKind
  /// One of the four varieties that are understood, or `other`.
  let language: String
  let themes: [String]
  let response: Response?
  let sentiment: Sentiment?
  let hasAlert: Bool

  private static let understood: [LanguageTag] = [.kyrgyz, .russian, .uzbekLatin, .uzbekCyrillic]

  init(
    kind: TextKind, language: LanguageTag, themes: some Sequence<String>, response: Response? = nil,
    sentiment: Sentiment? = nil, hasAlert: Bool = false
  ) {
    self.kind = kind
    self.language = SampleCell.understood.contains(language) ? language.rawValue : "other"
    self.themes = Set(themes).sorted()
    self.response = response
    self.sentiment = sentiment
    self.hasAlert = hasAlert
  }

  var domain: String { "\(language) \(kind.rawValue)" }
  var isUnderstood: Bool { language != "other" }

  /// Where it stands in its domain: what is rarest about it decides, so that rare labels are met often enough.
  func group(_ frequency: [String: Int]) -> String {
    if hasAlert { return "alert" }
    let rarest = themes.min { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }
    if let rarest { return "theme \(rarest)" }
    guard let response, let sentiment else { return "nothing found" }
    return "\(response.rawValue) \(sentiment.rawValue)"
  }
}

/// A text that may be drawn.
struct SampleUnit: Sendable {
  let item: String
  let text: CodedText
  /// Decides who is drawn: the lowest keys are.
  let key: UInt64
}

/// Everything that could be drawn: how many texts of each kind, and of each the units with the lowest keys. Memory does not
/// grow with the month.
struct SampleFrame {
  private(set) var cells: [SampleCell: Cell] = [:]
  private let size: Int
  private let seed: UInt64

  struct Cell {
    var count = 0
    var lowest: [SampleUnit] = []
  }

  init(size: Int, seed: UInt64) {
    self.size = size
    self.seed = SeededChance.mixed(seed &+ 1)
  }

  mutating func add(_ item: String, _ text: CodedText, _ cell: SampleCell) {
    let key = SeededChance.mixed(StableHash(item.utf8).value ^ seed)
    cells[cell, default: Cell()].count += 1
    cells[cell, default: Cell()].lowest.append(SampleUnit(item: item, text: text, key: key))
    if cells[cell]?.lowest.count ?? 0 > 2 * size { cells[cell]?.cut(to: size) }
  }

  var count: Int { cells.values.reduce(0) { $0 + $1.count } }
}

extension SampleFrame.Cell {
  mutating func cut(to size: Int) {
    lowest.sort { ($0.key, $0.item) < ($1.key, $1.item) }
    if lowest.count > size { lowest.removeSubrange(size...) }
  }
}

/// A part of the frame that is sampled apart.
struct Stratum: Sendable {
  /// Language and kind; then what was found in its texts, or in the largest group of them.
  let domain: String
  let name: String
  private(set) var count = 0
  private(set) var units: [SampleUnit] = []

  init(domain: String, name: String) {
    self.domain = domain
    self.name = name
  }

  mutating func absorb(_ count: Int, _ units: [SampleUnit]) {
    self.count += count
    self.units += units
  }
}

/// Divides a frame into strata and draws from each: language by kind in equal parts, within them by the square root of
/// their size, so that what is rare and what nothing was found in are both met.
struct SamplePlan {
  private(set) var strata: [Stratum] = []
  let total: Int

  /// Fewer would tell nothing about a stratum.
  private static let least = 2
  /// A domain has at most one stratum for so many of its drawn texts.
  private static let textsOfStratum = 4

  init(_ frame: SampleFrame, size: Int) {
    total = size
    var frequency: [String: Int] = [:]
    for (cell, content) in frame.cells {
      for theme in cell.themes { frequency[theme, default: 0] += content.count }
    }
    var groups: [String: [String: Stratum]] = [:]
    for (cell, content) in frame.cells {
      let name = cell.group(frequency)
      var stratum = groups[cell.domain]?[name] ?? Stratum(domain: cell.domain, name: name)
      stratum.absorb(content.count, content.lowest)
      groups[cell.domain, default: [:]][name] = stratum
    }
    for domain in groups.keys.sorted() {
      let list = (groups[domain] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
      let most = max(1, size / max(1, groups.count) / Self.textsOfStratum)
      strata += SamplePlan.merged(list, most: most)
    }
  }

  /// Joins the two smallest until there are few enough.
  private static func merged(_ strata: [Stratum], most: Int) -> [Stratum] {
    var strata = strata
    while strata.count > most, strata.count > 1 {
      strata.sort { ($0.count, $0.name) > ($1.count, $1.name) }
      let smallest = strata.removeLast()
      strata[strata.count - 1].absorb(smallest.count, smallest.units)
    }
    return strata
  }

  /// The units drawn, each with the number of texts that it stands for.
  func draw() -> [SampleUnit] {
    let domains = Dictionary(grouping: strata.indices, by: { strata[$0].domain }).sorted { $0.key < $1.key }
    let sizes = domains.map { domain in domain.value.reduce(0) { $0 + strata[$1].count } }
    let claims = domains.map { $0.key.hasPrefix("other") ? 0.5 : 1 }
    let shares = Allocation.divide(
      total, among: zip(sizes, claims).map { Allocation.Group(size: $0, claim: $1, minimum: Self.least) })
    var drawn: [SampleUnit] = []
    for (domain, share) in zip(domains, shares) {
      let parts = Allocation.divide(
        share, among: domain.value.map { Allocation.Group.rooted(strata[$0].count, minimum: Self.least) })
      for (index, part) in zip(domain.value, parts) where part > 0 { drawn += draw(part, of: strata[index]) }
    }
    return drawn
  }

  private func draw(_ count: Int, of stratum: Stratum) -> [SampleUnit] {
    let lowest = stratum.units.sorted { ($0.key, $0.item) < ($1.key, $1.item) }.prefix(count)
    return lowest.map { unit in
      var text = unit.text
      text.weight = Double(stratum.count) / Double(count)
      return SampleUnit(item: unit.item, text: text, key: unit.key)
    }
  }
}
