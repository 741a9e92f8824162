import Records

/// What sums and differences of shown cells of one measure fix, by Gauss's elimination over the smallest parts that any of
/// them tells apart: a month on a platform in a language. Rounding, which blurs it, is not counted on.
struct LinearKnowledge {
  private let first: Int
  private let months: Int
  private let platforms: [String]
  private let languages: [String]
  /// Rows in echelon form, each with the place of its first number that is not 0, which is 1.
  private var rows: [(pivot: Int, values: [Double])] = []

  private static let nothing = 1e-9

  /// - Parameter keys: all cells of the measure, shown or not.
  init(_ keys: Set<CellKey>) {
    first = keys.map(\.first.index).min() ?? 0
    months = (keys.map(\.last.index).max() ?? first) - first + 1
    // "All" is the sum of what is named; where nothing is, it is the one part.
    func parts(_ names: Set<String>) -> [String] {
      names.count > 1 ? names.subtracting([CellKey.all]).sorted() : Array(names)
    }
    platforms = parts(Set(keys.map(\.platform)))
    languages = parts(Set(keys.map(\.language)))
  }

  /// Takes a shown cell in; one that says nothing new changes nothing.
  mutating func learn(_ key: CellKey) {
    let rest = rest(of: key)
    guard let pivot = rest.firstIndex(where: { abs($0) > Self.nothing }) else { return }
    let scale = rest[pivot]
    rows.append((pivot, rest.map { $0 / scale }))
  }

  /// Whether the value of a cell follows from those that were taken in.
  func fixes(_ key: CellKey) -> Bool { rest(of: key).allSatisfy { abs($0) <= Self.nothing } }

  private func rest(of key: CellKey) -> [Double] {
    var values = vector(key)
    for row in rows {
      let factor = values[row.pivot]
      guard abs(factor) > Self.nothing else { continue }
      for index in values.indices { values[index] -= factor * row.values[index] }
    }
    return values
  }

  private func vector(_ key: CellKey) -> [Double] {
    (key.first.index...key.last.index).reduce(into: [Double](repeating: 0, count: size)) { values, month in
      for (p, platform) in platforms.enumerated() where key.platform == CellKey.all || key.platform == platform {
        for (l, language) in languages.enumerated() where key.language == CellKey.all || key.language == language {
          values[((month - first) * platforms.count + p) * languages.count + l] = 1
        }
      }
    }
  }

  private var size: Int { months * platforms.count * languages.count }
}
