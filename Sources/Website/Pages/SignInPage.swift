import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Takes a one-time link and begins a session with a token of its own. Members of the team choose a passphrase first.
enum SignInPage {
  static let page = Page(.post, "/enter", for: .anyone) { visit in
    let desk = visit.desk
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    if let wait = desk.throttle.wait(at: desk.clock.steady()) {
      throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    guard let token = fields["token"], Token.isWellFormed(token),
      let link = desk.links.take(token: token, at: desk.clock.now().seconds)
    else { return try wrong(visit) }
    guard let account = link.account else {
      return try desk.takesOwnLinks ? visit.begin(nil) : wrong(visit)
    }
    guard let user = try desk.book.user(id: account.id), user.epoch == account.epoch else { return try wrong(visit) }
    return try visit.begin(user, stage: user.role.needsTimeCode ? .enrolling : .signedIn)
  }

  private static func wrong(_ visit: Visit) throws -> Response {
    visit.desk.throttle.wasWrong(at: visit.desk.clock.steady())
    try visit.note(.linkWrong)
    return EntrancePage.refusal(visit)
  }
}
