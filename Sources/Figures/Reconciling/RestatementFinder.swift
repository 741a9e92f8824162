package import Records

/// Finds months whose number a later export states otherwise than the first one did.
package enum RestatementFinder {
  /// Months that were complete when first reported and differ now, sorted by account, month and metric.
  package static func restatements(in observations: [StoredObservation]) -> [Restatement] {
    let first = certain(MonthReconciler(preference: .firstReceipt).months(observations))
    let latest = certain(MonthReconciler(preference: .latestReceipt).months(observations))
    return latest.compactMap { key, now in
      guard let then = first[key], then.basis == now.basis, let before = then.value,
        let after = now.value, before != after
      else { return nil }
      return Restatement(
        account: now.account, month: now.month, metric: now.metric, firstReported: before, latest: after)
    }.sorted { ($0.account, $0.month, $0.metric.rawValue) < ($1.account, $1.month, $1.metric.rawValue) }
  }

  private struct Key: Hashable {
    var account: Int64
    var month: Month
    var metric: Metric
  }

  private static func certain(_ metrics: [MonthlyMetric]) -> [Key: MonthlyMetric] {
    let pairs = metrics.filter { $0.value != nil }
      .map { (Key(account: $0.account, month: $0.month, metric: $0.metric), $0) }
    return Dictionary(pairs) { first, _ in first }
  }
}
