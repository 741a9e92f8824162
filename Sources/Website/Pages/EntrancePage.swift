import Drawing
import Hummingbird
import HummingbirdCore
import Reporting

/// Tells somebody who is not signed in how to.
enum EntrancePage {
  static let page = Page(.get, "/enter", for: .anyone) { visit in answer(visit, .ok) }

  /// The same answer for every page, whether what it shows exists or not.
  static func refusal(_ visit: Visit) -> Response { answer(visit, .unauthorized) }

  private static func answer(_ visit: Visit, _ status: HTTPResponse.Status) -> Response {
    let words = visit.words()
    return visit.page(words["enter.title"], path: "/enter", words: words, status: status) {
      HTML(.p, text: words["enter.how"])
      HTML(.p) { HTML(.code, text: "minbar serve link") }
      HTML(.p, .class("small"), text: words["enter.once"])
    }
  }
}
