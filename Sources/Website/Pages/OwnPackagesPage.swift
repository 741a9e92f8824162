import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

extension Visit {
  /// Names of the packages that were made for the reader who is signed in.
  func ownPackages() throws -> [String] {
    guard let user = session?.user, user.role == .donor else { throw HTTPError(.notFound) }
    return desk.places.packages(for: user.boundTo)
  }
}

/// Packages made for one reader outside the team, and nothing else.
enum OwnPackagesPage {
  static let page = Page(.get, "/me/packages", for: .donors) { visit in
    let words = visit.words()
    let names = try visit.ownPackages()
    return visit.page(words["packages.title"], path: "/me/packages", words: words) {
      HTML(.p, .class("lead"), text: words["packages.lead"])
      if names.isEmpty {
        HTML(.p, .class("empty"), text: words["packages.none"])
      } else {
        HTML(.ul, .class("plain")) { names.map { name in HTML(.li) { Anchor.html("/me/packages/\(name)", name) } } }
      }
    }
  }
}

/// One package as a ZIP. Its name is looked up among the reader's own; no other name reaches the disk.
enum OwnPackagePage {
  static let page = Page(.get, "/me/packages/:id", for: .donors) { visit in
    let asked = visit.parameters.get("id") ?? ""
    guard let name = try visit.ownPackages().first(where: { $0.utf8.elementsEqual(asked.utf8) }) else {
      throw HTTPError(.notFound)
    }
    return try visit.package(name)
  }
}
