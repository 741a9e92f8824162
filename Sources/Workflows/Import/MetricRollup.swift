import Figures
import Records
import Storage

/// Works the monthly figures of an account out anew from everything that is known of it.
enum MetricRollup {
  static func refresh(_ account: Int64, _ writer: ArchiveWriter) throws {
    try writer.replaceMetrics(of: account, fresh(account, writer.reader))
  }

  /// What the monthly figures should be.
  static func fresh(_ account: Int64, _ reader: ArchiveReader) throws -> [MonthlyMetric] {
    MonthReconciler().months(try reader.observations(of: account))
  }
}
