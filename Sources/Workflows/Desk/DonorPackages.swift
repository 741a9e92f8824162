import Foundation
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
}
