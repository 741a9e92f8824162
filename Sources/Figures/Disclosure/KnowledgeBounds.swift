import Records

/// The ends between which readers know every count of one measure to lie, from the cells that they were shown.
///
/// Months add up to quarters and years however these are cut, platforms to all, languages to all. Each way of adding is
/// followed in turn until nothing narrows any more.
struct KnowledgeBounds {
  private let keys: Set<CellKey>
  private let platforms: [String]
  private let languages: [String]
  private let spans: [Span]
  private static let rounds = 8

  /// From a month to the one after the last.
  private struct Span: Hashable {
    var from: Int
    var to: Int
  }

  private struct Place: Hashable {
    var platform: String
    var language: String
    var span: Span
  }

  /// - Parameter keys: cells of one measure, shown or not.
  init(_ keys: Set<CellKey>) {
    self.keys = keys
    platforms = Set(keys.map(\.platform)).subtracting([CellKey.all]).sorted()
    languages = Set(keys.map(\.language)).subtracting([CellKey.all]).sorted()
    spans = Set(keys.map(Self.span)).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private static func span(_ key: CellKey) -> Span { Span(from: key.first.index, to: key.last.index + 1) }

  private static func place(_ key: CellKey) -> Place {
    Place(platform: key.platform, language: key.language, span: span(key))
  }

  /// - Parameter shown: what readers were told.
  func ranges(_ shown: [CellKey: ClosedRange<Double>]) -> [CellKey: ClosedRange<Double>] {
    var known = Dictionary(uniqueKeysWithValues: shown.map { (Self.place($0.key), $0.value) })
    for _ in 0..<Self.rounds {
      let before = known
      followMonths(&known)
      for span in spans {
        for language in [CellKey.all] + languages {
          add(platforms, &known) { Place(platform: $0, language: language, span: span) }
        }
        for platform in [CellKey.all] + platforms {
          add(languages, &known) { Place(platform: platform, language: $0, span: span) }
        }
      }
      if known == before { break }
    }
    return keys.reduce(into: [:]) { $0[$1] = known[Self.place($1)] ?? MonthLine.unknown }
  }

  private func followMonths(_ known: inout [Place: ClosedRange<Double>]) {
    let marks = Set(spans.flatMap { [$0.from, $0.to] })
    for platform in [CellKey.all] + platforms {
      for language in [CellKey.all] + languages {
        var line = MonthLine(marks: marks)
        let places = spans.map { Place(platform: platform, language: language, span: $0) }
        for place in places { line.tell(place.span.from, place.span.to, known[place] ?? MonthLine.unknown) }
        line.close()
        for place in places { known[place] = line.range(place.span.from, place.span.to) }
      }
    }
  }

  /// All = the sum of its parts, both ways.
  private func add(
    _ parts: [String], _ known: inout [Place: ClosedRange<Double>], _ place: (String) -> Place
  ) {
    guard !parts.isEmpty else { return }
    func range(_ name: String) -> ClosedRange<Double> { known[place(name)] ?? MonthLine.unknown }
    let all = range(CellKey.all)
    let (low, high) = (
      parts.reduce(0) { $0 + range($1).lowerBound }, parts.reduce(0) { $0 + range($1).upperBound }
    )
    for part in parts {
      let own = range(part)
      known[place(part)] = Self.narrowed(
        own, all.lowerBound - (high - own.upperBound), all.upperBound - (low - own.lowerBound))
    }
    known[place(CellKey.all)] = Self.narrowed(all, low, high)
  }

  private static func narrowed(_ range: ClosedRange<Double>, _ low: Double, _ high: Double) -> ClosedRange<Double> {
    let (low, high) = (max(range.lowerBound, low), min(range.upperBound, high))
    return low <= high ? low...high : (low + high) / 2...(low + high) / 2
  }
}
