import Foundation
import Records
import Reporting

extension ReportWorkflow {
  /// Months that the page over all months looks back over at most.
  private static let mostMonths = 60

  /// The page over all months that have a dashboard or a brief in this language beside it.
  /// - Throws: `WorkflowError` when there is none yet.
  package func monthsPage() throws -> WrittenReport {
    let entries = monthEntries()
    guard let newest = entries.map(\.month).max(), let oldest = entries.map(\.month).min() else {
      throw WorkflowError("\(folder): no report in this language yet; make one with 'minbar report month'")
    }
    // As many months as the dashboard asks for, where they are enough: they are there already.
    let count = max(Self.longHistory, min(Self.mostMonths, newest - oldest + 1 + Self.history))
    let page = MonthsPage(
      data: try data(through: newest, count: count, watched: Self.history), through: newest, entries: entries,
      words: words, style: teamStyle, preparedOn: today)
    return try write(page.html(), "months.\(language).html", kind: "months")
  }

  private func monthEntries() -> [MonthEntry] {
    let names = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    let months = names.compactMap { name -> Month? in
      let parts = name.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: Array($0), as: UTF8.self) }
      guard parts.count == 3, parts[1] == language, parts[2] == "html" else { return nil }
      return ["month-", "brief-"].lazy.filter(parts[0].hasPrefix).compactMap { Month(parts[0].dropFirst($0.count)) }
        .first
    }
    return Set(months).map { month in
      let dashboard = "month-\(month).\(language).html"
      let brief = "brief-\(month).\(language).html"
      return MonthEntry(
        month: month, dashboard: names.contains(dashboard) ? dashboard : nil,
        brief: names.contains(brief) ? brief : nil)
    }
  }
}
