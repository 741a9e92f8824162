import Figures
import Records
import Storage

/// The monthly figures of an account, worked out from what exports state.
enum MetricRollup {
  /// Works every month out anew.
  static func refresh(_ account: Int64, _ writer: ArchiveWriter) throws {
    try writer.replaceMetrics(of: account, fresh(account, writer.reader))
  }

  /// What the monthly figures should be.
  static func fresh(_ account: Int64, _ reader: ArchiveReader) throws -> [MonthlyMetric] {
    MonthReconciler().months(try reader.observations(of: account))
  }

  /// Works out anew what an import may have changed: the months from the first that it touches on.
  static func refresh(_ account: Int64, after importID: Int64, _ writer: ArchiveWriter) throws {
    let reconciler = MonthReconciler()
    switch try writer.reader.reach(of: importID, account: account, tolerance: reconciler.tolerance) {
    case .nothing: break
    case .allMonths: try refresh(account, writer)
    case .monthsFrom(let month):
      let observations = try writer.reader.observations(
        of: account, from: month, beginning: reconciler.beginning(of: month))
      try writer.replaceMetrics(of: account, from: month, reconciler.months(observations, from: month))
    }
  }
}
