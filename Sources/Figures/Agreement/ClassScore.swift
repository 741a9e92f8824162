/// One text with one of several labels that exclude each other: what was coded, what was found, as numbers of labels.
package struct ClassCase: Sendable, Hashable {
  package var coded: Int
  package var found: Int
  package var weight: Double

  package init(coded: Int, found: Int, weight: Double = 1) {
    self.coded = coded
    self.found = found
    self.weight = weight
  }
}

/// Scores over labels that exclude each other.
package enum ClassScore {
  /// The mean F1 of the labels that occur in what was coded, or nil without texts.
  package static func macroF1(_ cases: some Sequence<ClassCase>, labels: Int) -> Double? {
    var right = Array(repeating: 0.0, count: labels)
    var coded = right
    var found = right
    for one in cases {
      coded[one.coded] += one.weight
      found[one.found] += one.weight
      if one.coded == one.found { right[one.coded] += one.weight }
    }
    let occurring = (0..<labels).filter { coded[$0] > 0 }
    guard !occurring.isEmpty else { return nil }
    return occurring.reduce(0) { $0 + 2 * right[$1] / (coded[$1] + found[$1]) } / Double(occurring.count)
  }

  /// Share of texts with the same label, or nil without texts.
  package static func accuracy(_ cases: some Sequence<ClassCase>) -> Double? {
    var right = 0.0
    var total = 0.0
    for one in cases {
      total += one.weight
      if one.coded == one.found { right += one.weight }
    }
    return total > 0 ? right / total : nil
  }
}
