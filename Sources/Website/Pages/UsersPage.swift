import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Who may sign in: code names with their rights, and a form for one more.
enum UsersPage {
  static let page = Page(.get, "/users", for: .administrators) { visit in try answer(visit) }

  /// - Parameters:
  ///   - link: a link that was made just now, shown this once.
  ///   - faults: keys of words.
  static func answer(_ visit: Visit, link: String? = nil, faults: [String] = []) throws -> Response {
    let words = visit.words()
    let users = try visit.desk.book.users()
    return visit.page(words["users.title"], path: "/users", words: words, status: faults.isEmpty ? .ok : .badRequest) {
      HTML(.p, .class("lead"), text: words["users.lead"])
      if let link { UserLinkView.html(link, words) }
      list(users, words)
      add(faults, isOpen: users.isEmpty || !faults.isEmpty, words)
    }
  }

  private static func list(_ users: [DeskUser], _ words: PageWords) -> HTML {
    guard !users.isEmpty else { return HTML(.p, .class("empty"), text: words["users.none"]) }
    var table = Table([words["account.code"], words["users.role"], words["users.for"], words["users.state"]])
    for user in users {
      let isReady = user.hasPassphrase || user.role.isBound
      table.add([
        Anchor.html("/users/\(user.id)", user.code), HTML(text: words["role." + user.role.rawValue]),
        HTML(text: user.boundTo), HTML(text: words[isReady ? "users.state.ready" : "users.state.waits"]),
      ])
    }
    return table.html()
  }

  private static func add(_ faults: [String], isOpen: Bool, _ words: PageWords) -> HTML {
    let content = [
      HTML(.summary, text: words["users.add"]), AccountFields(words: words).faults(faults),
      Form.html("/users", .class("sheet")) {
        Form.text("code", words["account.code"], hint: words["users.code.hint"], isRequired: true)
        rights(.staff, "", words)
        Form.button(words["users.save"])
      },
    ]
    return isOpen ? HTML(.details, .open) { content } : HTML(.details) { content }
  }

  static func rights(_ role: DeskRole, _ boundTo: String, _ words: PageWords) -> [HTML] {
    [
      Form.select(
        "role", words["users.role"], DeskRole.allCases.map { ($0.rawValue, words["role." + $0.rawValue]) },
        chosen: role.rawValue, hint: words["users.role.hint"]),
      Form.text("for", words["users.for"], value: boundTo, hint: words["users.for.hint"]),
    ]
  }
}

/// A new link, shown once.
enum UserLinkView {
  static func html(_ link: String, _ words: PageWords) -> HTML {
    HTML(.div, .class("notice")) {
      HTML(.p, text: words["users.link.made"])
      HTML(.p) { HTML(.code, .class("long"), text: link) }
      HTML(.p, .class("small"), text: words["users.link.how"])
    }
  }
}

/// Rights that somebody typed, checked.
struct UserRights {
  let role: DeskRole
  let boundTo: String

  /// - Throws: what is wrong, as a key of words.
  init(_ fields: FormFields, _ desk: Desk) throws(UserFault) {
    guard let role = DeskRole(rawValue: fields["role"] ?? "") else { throw UserFault(key: "fault.role") }
    let code = fields["for"] ?? ""
    guard role.isBound == !code.isEmpty else { throw UserFault(key: "fault.for") }
    do {
      try desk.workspace.checkOwner(role, code)
    } catch {
      throw UserFault(key: "fault.for")
    }
    self.role = role
    boundTo = code
  }
}

struct UserFault: Error { let key: String }

/// Adds an account and shows its first link.
enum AddUserPage {
  static let page = Page(.post, "/users", for: .administrators) { visit in
    let desk = visit.desk
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    let code = fields["code"] ?? ""
    do {
      let rights = try UserRights(fields, desk)
      guard CreatorCode.isValid(code), try desk.book.user(code: code) == nil else {
        throw UserFault(key: "fault.userCode")
      }
      let now = desk.clock.now()
      let user = try desk.book.addUser(code, rights.role, boundTo: rights.boundTo, by: visit.who, at: now)
      return try UsersPage.answer(visit, link: try visit.link(for: user))
    } catch let fault as UserFault {
      return try UsersPage.answer(visit, faults: [fault.key])
    }
  }
}

extension Visit {
  /// A new link for an account; earlier ones come to nothing.
  func link(for user: DeskUser) throws -> String {
    let now = desk.clock.now()
    let ready = try desk.book.readyForLink(user, by: who, at: now)
    return try DeskLink.make(desk.links, for: ready, settings: desk.settings, at: now)
  }
}
