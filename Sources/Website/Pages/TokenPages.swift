import Hummingbird
import HummingbirdCore
import Records
import Workflows

/// Makes a token of one's own account. Who has a passphrase says it again: a token outlives the session.
enum MakeTokenPage {
  static let page = Page(.post, "/account/tokens", for: .signedIn) { visit in
    let desk = visit.desk
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    guard let user = visit.session?.user else { throw HTTPError(.notFound) }
    guard let days = fields["days"].flatMap({ Int($0) }), TokenView.days.contains(days) else {
      throw HTTPError(.badRequest)
    }
    if let held = try desk.book.credentials(of: user) {
      guard try await desk.proves(fields["proof"] ?? "", held, of: user, from: visit.source) else {
        return try AccountPage.answer(visit, tokenFaults: ["fault.old"])
      }
    }
    let token = AccessToken.make()
    do {
      _ = try desk.book.addToken(token, of: user, days: days, by: visit.who, at: desk.clock.now())
    } catch is WorkflowError {
      return try AccountPage.answer(visit, tokenFaults: ["fault.tokens"])
    }
    return try AccountPage.answer(visit, token: token)
  }
}

/// Ends one of one's own tokens.
enum EndTokenPage {
  static let page = Page(.post, "/account/tokens/:number/end", for: .signedIn) { visit in
    let number = try visit.number("number")
    guard let user = visit.session?.user,
      try visit.desk.book.revokeToken(number, of: user, by: visit.who, at: visit.desk.clock.now())
    else { throw HTTPError(.notFound) }
    return Answer.see("/account")
  }
}
