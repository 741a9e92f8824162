import Hummingbird
import Workflows

/// Ends a session, on the server as in the browser.
enum SignOutPage {
  static let page = Page(.post, "/leave", for: .signedIn) { visit in
    if let session = visit.session { try visit.desk.book.end(session) }
    try visit.note(.signedOut)
    var response = Answer.see("/enter")
    response.headers[.setCookie] = SessionRules.removing
    return response
  }
}
