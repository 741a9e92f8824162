/// Divides a sample among groups.
package enum Allocation {
  /// A group of texts that is sampled apart.
  package struct Group: Sendable, Hashable {
    package var size: Int
    /// What its part of the sample is in proportion to.
    package var claim: Double
    package var minimum: Int

    package init(size: Int, claim: Double, minimum: Int = 0) {
      self.size = size
      self.claim = claim
      self.minimum = minimum
    }

    /// A group that claims the square root of its size (Bankier 1988): small ones get more than their part, large ones
    /// still the most.
    package static func rooted(_ size: Int, minimum: Int) -> Group {
      Group(size: size, claim: Double(size).squareRoot(), minimum: minimum)
    }
  }

  /// How many to draw of each group, together at most `total`; never more than a group has. Minimums come first, in
  /// order; then each next text goes to the group that has the least for its claim (Sainte-Laguë).
  package static func divide(_ total: Int, among groups: [Group]) -> [Int] {
    var parts = Array(repeating: 0, count: groups.count)
    var rest = total
    for (index, group) in groups.enumerated() {
      parts[index] = min(group.minimum, group.size, rest)
      rest -= parts[index]
    }
    while rest > 0, let next = hungriest(groups, parts) {
      parts[next] += 1
      rest -= 1
    }
    return parts
  }

  private static func hungriest(_ groups: [Group], _ parts: [Int]) -> Int? {
    var best: (index: Int, score: Double)?
    for (index, group) in groups.enumerated() where parts[index] < group.size && group.claim > 0 {
      let score = group.claim / Double(2 * parts[index] + 1)
      if score > best?.score ?? -1 { best = (index, score) }
    }
    return best?.index
  }
}
