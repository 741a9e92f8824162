import Records

/// Percentile bootstrap (Efron 1979): how much a figure moves when its cases are drawn anew, with a seed.
package struct Bootstrap: Sendable {
  package var replicates = 1_000
  package var seed: UInt64 = 1

  package init(replicates: Int = 1_000, seed: UInt64 = 1) {
    self.replicates = replicates
    self.seed = seed
  }

  /// 95 % interval of a statistic over `count` cases; it is handed the numbers of the cases drawn. Nil with fewer than
  /// two cases, or when the statistic is undefined in more than half of the draws.
  package func interval(count: Int, _ statistic: ([Int]) -> Double?) -> Limits? {
    guard count >= 2 else { return nil }
    var chance = SeededChance(seed: seed)
    var values: [Double] = []
    values.reserveCapacity(replicates)
    var draw = Array(repeating: 0, count: count)
    for _ in 0..<replicates {
      for index in draw.indices { draw[index] = chance.below(count) }
      if let value = statistic(draw) { values.append(value) }
    }
    guard values.count * 2 > replicates, let lower = Quantile.of(values, 0.025), let upper = Quantile.of(values, 0.975)
    else { return nil }
    return Limits(lower: lower, upper: upper)
  }
}
