import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Packages made for one reader outside the team.
enum PackagesRoute {
  private static let shape = Shape<[String]>.object([
    Field("packages", "Names, the newest period first.", Shape.text.list) { $0 }
  ])

  static let route = APIRoute("/me/packages", for: .donors, "Packages made for this reader.", shape) { visit in
    try visit.ownPackages()
  }
}

/// One package, as its page hands it over.
enum PackageRoute {
  static let route = APIRoute(
    "/me/packages/:id", for: .donors, "One package as a ZIP.", type: "application/zip"
  ) { visit in try OwnPackagePage.package(visit) }
}
