import Figures
import Storage

/// Works the monthly figures of an account out anew from everything that is known of it.
enum MetricRollup {
  static func refresh(_ account: Int64, _ writer: ArchiveWriter) throws {
    let observations = try writer.reader.observations(of: account)
    try writer.replaceMetrics(of: account, MonthReconciler().months(observations))
  }
}
