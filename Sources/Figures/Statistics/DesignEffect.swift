/// How much less clustered answers tell than independent ones.
///
/// Comments under one page resemble one another, so plain intervals are too narrow. The variance of the ratio
/// estimator over clusters is set against that of simple random sampling (Kish 1965).
package enum DesignEffect {
  /// Hits and cases of one cluster.
  package struct Cluster: Sendable, Hashable {
    package var hits: Int
    package var cases: Int

    package init(hits: Int, cases: Int) {
      self.hits = hits
      self.cases = cases
    }
  }

  /// Effective number of cases, at most the real one. With fewer than three clusters nothing can be said: the
  /// real number comes back.
  package static func effectiveCases(_ clusters: [Cluster]) -> Double {
    let used = clusters.filter { $0.cases > 0 }
    let n = Double(used.reduce(0) { $0 + $1.cases })
    let p = Double(used.reduce(0) { $0 + $1.hits }) / max(1, n)
    guard used.count >= 3, p > 0, p < 1 else { return n }
    let k = Double(used.count)
    let spread = used.reduce(0) { sum, cluster in
      let residual = Double(cluster.hits) - p * Double(cluster.cases)
      return sum + residual * residual
    }
    return effective(n, p, k, spread)
  }

  /// The same from sums over clusters: of hits x hits, hits x cases and cases x cases.
  /// - Parameters:
  ///   - hits: all hits; `cases`: all cases; `clusters`: how many there are.
  package static func effectiveCases(
    hits: Int, cases: Int, clusters: Int, hitsSquared: Double, hitsByCases: Double,
    casesSquared: Double
  ) -> Double {
    let n = Double(cases)
    let p = Double(hits) / max(1, n)
    guard clusters >= 3, p > 0, p < 1 else { return n }
    let spread = max(0, hitsSquared - 2 * p * hitsByCases + p * p * casesSquared)
    return effective(n, p, Double(clusters), spread)
  }

  private static func effective(_ n: Double, _ p: Double, _ k: Double, _ spread: Double) -> Double {
    let clustered = k / (k - 1) * spread / (n * n)
    return n / max(1, clustered / (p * (1 - p) / n))
  }
}
