import Hummingbird
import Records

/// Whose token it is and what it may read.
enum AccountRoute {
  private static let shape = Shape<DeskUser>.object([
    Field("code", "Code name of the account.", .text) { $0.code },
    Field("role", "What it may do.", .word(DeskRole.allCases.map(\.rawValue))) { $0.role.rawValue },
    Field("for", "Code that the account is bound to; empty for the team.", .text) { $0.boundTo },
  ])

  static let route = APIRoute("/account", for: .signedIn, "The account of the token.", shape) { visit in
    guard let user = visit.session?.user else { throw HTTPError(.notFound) }
    return user
  }
}
