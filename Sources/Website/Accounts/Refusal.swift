import Hummingbird
import HummingbirdCore

/// What somebody gets who may not open a page.
enum Refusal {
  /// Nobody is told more than how to sign in; others see what they would see if there were no such page.
  static func answer(_ visit: Visit, _ page: Page) throws -> Response {
    guard let session = visit.session else {
      guard !APIRoute.isAPI(visit.request.uri.path) else { throw HTTPError(.unauthorized) }
      return EntrancePage.refusal(visit)
    }
    if page.method == .get, page.path == "/" { return Answer.see(session.home) }
    throw HTTPError(.notFound)
  }
}
