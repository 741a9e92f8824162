import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Signs somebody in by code name, passphrase and, for the team, a code of the moment.
enum PassphrasePage {
  static let page = Page(.post, "/sign-in", for: .anyone) { visit in
    let desk = visit.desk
    let attempt = SignInAttempt(try await FormFields.read(visit.request, clock: desk.clock))
    guard let user = try await desk.user(for: attempt, from: visit.source) else {
      return EntrancePage.answer(visit, .unauthorized, fault: "fault.signIn")
    }
    return try visit.begin(user)
  }
}

extension Visit {
  /// Begins a session in place of the one that the browser had, and leads to the first page.
  func begin(_ user: DeskUser?, stage: DeskSession.Stage = .signedIn) throws -> Response {
    let cookie = try desk.signIn(user, stage: stage, language: language)
    if let old = session { try desk.book.end(old) }
    let new = DeskSession(tokenHash: [], user: user, stage: stage, language: "", begun: 0, seen: 0)
    var response = Answer.see(new.home)
    response.headers[.setCookie] = cookie
    return response
  }
}
