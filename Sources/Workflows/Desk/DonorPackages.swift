import Figures
import Foundation
package import Records
import Reporting

extension Places {
  /// Names of the packages made for one reader, the newest period first; each has a ZIP beside it. None when there is no
  /// reader of that code.
  package func packages(for donor: String) -> [String] {
    guard let plan = try? DonorFiles(self).plan(donor) else { return [] }
    let shelf = PackageShelf(folder: reports, id: donor, scheme: plan.scheme)
    return shelf.editions().map(\.name).reversed().filter { name in
      FileManager.default.fileExists(atPath: "\(reports)/\(name).zip")
    }
  }

  /// Codes of all readers for whom packages can be made.
  package var readers: [String] { (try? DonorFiles(self).codes) ?? [] }

  /// Names of the periods of a reader that have ended, the newest first: months, quarters, years.
  package func periods(of donor: String, before today: Day) -> [String] {
    guard let scheme = try? DonorFiles(self).plan(donor).scheme else { return [] }
    let years = (0..<2).map { today.month.year + 1 - $0 }
    let long = years.flatMap { year in ["\(year)"] + (1...4).reversed().map { "\(year)-Q\($0)" } }
    let months = (1...12).map { (today.month + -$0).description }
    return (months + long).compactMap(scheme.period).filter { $0.through < today }
      .sorted { ($1.months.count, $1.through) < ($0.months.count, $0.through) }.map(\.label)
  }
}
