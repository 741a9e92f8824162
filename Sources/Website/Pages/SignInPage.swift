import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Takes a one-time link and begins a session with a token of its own.
enum SignInPage {
  static let page = Page(.post, "/enter", for: .anyone) { visit in
    let desk = visit.desk
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    if let wait = desk.throttle.wait(at: desk.clock.steady()) {
      throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    guard let token = fields["token"], Token.isWellFormed(token),
      desk.links.take(token: token, at: desk.clock.now().seconds)
    else { return try wrong(visit) }
    if let old = visit.session { try desk.book.end(old) }
    var response = Answer.see("/")
    response.headers[.setCookie] = try desk.signIn(.staff, language: visit.language)
    return response
  }

  private static func wrong(_ visit: Visit) throws -> Response {
    visit.desk.throttle.wasWrong(at: visit.desk.clock.steady())
    try visit.note(.linkWrong)
    return EntrancePage.refusal(visit)
  }
}
