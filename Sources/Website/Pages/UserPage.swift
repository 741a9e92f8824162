import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// One account: another link, other rights, an end.
enum UserPage {
  static let page = Page(.get, "/users/:number", for: .administrators) { visit in
    try answer(visit, try visit.account())
  }

  static func answer(
    _ visit: Visit, _ user: DeskUser, link: String? = nil, faults: [String] = []
  ) throws -> Response {
    let words = visit.words()
    return visit.page(
      user.code, path: "/users/\(user.id)", words: words, status: faults.isEmpty ? .ok : .badRequest
    ) {
      HTML(.p, .class("lead"), text: words["role." + user.role.rawValue])
      if let link { UserLinkView.html(link, words) }
      AccountFields(words: words).faults(faults)
      if visit.session?.user?.id == user.id {
        HTML(.p, text: words["users.self"])
      } else {
        forms(user, words)
      }
      HTML(.p) { Anchor.html("/users", words["users.title"]) }
    }
  }

  private static func forms(_ user: DeskUser, _ words: PageWords) -> [HTML] {
    let way = user.role.isBound ? "link" : "reset"
    return [
      Form.html("/users/\(user.id)/\(way)", .class("sheet")) {
        HTML(.p, text: words["users.\(way).what"])
        Form.button(words["users.link"])
      },
      Form.html("/users/\(user.id)/role", .class("sheet")) {
        UsersPage.rights(user.role, user.boundTo, words)
        Form.button(words["users.role.change"])
      },
      HTML(.details, .class("danger")) {
        HTML(.summary, text: words["users.remove"])
        HTML(.p, text: words["users.remove.what"])
        Form.html("/users/\(user.id)/remove") { Form.button(words["users.remove"], "warn") }
      },
    ]
  }
}

extension Visit {
  /// The account that the address names.
  func account() throws -> DeskUser {
    guard let user = try desk.book.user(id: try number("number")) else { throw HTTPError(.notFound) }
    return user
  }

  /// An account that is not one's own: nobody locks themselves out.
  func otherAccount() throws -> DeskUser {
    let user = try account()
    guard user.id != session?.user?.id else { throw HTTPError(.forbidden) }
    return user
  }
}

/// A new link for a creator or donor, whose passphrase stays.
enum LinkUserPage {
  static let page = Page(.post, "/users/:number/link", for: .administrators) { visit in
    let user = try visit.otherAccount()
    guard user.role.isBound else { throw HTTPError(.notFound) }
    return try UserPage.answer(visit, user, link: try visit.link(for: user))
  }
}

/// Forgets an account's secrets and makes a link to choose new ones.
enum ResetUserPage {
  static let page = Page(.post, "/users/:number/reset", for: .administrators) { visit in
    let user = try visit.otherAccount()
    try visit.desk.book.reset(user, by: visit.who, at: visit.desk.clock.now())
    return try UserPage.answer(visit, try visit.account(), link: try visit.link(for: user))
  }
}

/// Gives an account other rights; its sessions end.
enum ChangeUserPage {
  static let page = Page(.post, "/users/:number/role", for: .administrators) { visit in
    let user = try visit.otherAccount()
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    do {
      let rights = try UserRights(fields, visit.desk)
      try visit.desk.book.change(
        user, to: rights.role, boundTo: rights.boundTo, by: visit.who, at: visit.desk.clock.now())
      return Answer.see("/users/\(user.id)")
    } catch let fault as UserFault {
      return try UserPage.answer(visit, user, faults: [fault.key])
    }
  }
}

enum RemoveUserPage {
  static let page = Page(.post, "/users/:number/remove", for: .administrators) { visit in
    try visit.desk.book.remove(try visit.otherAccount(), by: visit.who, at: visit.desk.clock.now())
    return Answer.see("/users")
  }
}
