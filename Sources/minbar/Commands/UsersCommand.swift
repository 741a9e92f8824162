import ArgumentParser
import Records
import Website
import Workflows

struct UsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "users", abstract: "Who may sign in to the desk, by code name, and what each may do.",
    discussion: """
      Code names stand for people; neither names nor addresses are kept. A new account gets a link that works once, within
      three days: hand it over in person. The team chooses a passphrase there and takes a secret into an authenticator.

      Example:
        minbar users add K7 --role staff
        minbar users add Y1 --role creator --for K01
      """,
    subcommands: [
      UsersAddCommand.self, UsersListCommand.self, UsersLinkCommand.self, UsersResetCommand.self,
      UsersRoleCommand.self, UsersRemoveCommand.self, UsersTokenCommand.self,
    ])
}

extension DeskRole: ExpressibleByArgument {
  private static let names: [DeskRole: String] = [
    .administrator: "administrator", .staff: "staff", .coder: "coder", .creator: "creator", .donor: "donor",
  ]

  public init?(argument: String) {
    guard let role = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = role
  }

  public static var allValueStrings: [String] { allCases.map(\.name) }
  public var defaultValueDescription: String { name }

  /// As it is typed.
  var name: String { Self.names[self] ?? rawValue }
}

/// The account that a command is about.
struct UserOptions: ParsableArguments {
  @OptionGroup var desk: DeskOptions
  @Argument(help: "Code name of the account.") var code: String

  func book() throws -> SiteBook { try SiteBook(besideServerOf: desk.places.workspace) }

  func user(_ book: SiteBook) throws -> DeskUser {
    guard let user = try book.user(code: code) else {
      throw WorkflowError("\(code): no such account; 'minbar users list' shows them")
    }
    return user
  }

  /// Prints a new link; earlier ones come to nothing.
  func showLink(_ user: DeskUser, _ book: SiteBook) throws {
    let workspace = desk.places.workspace
    let ready = try book.readyForLink(user, by: UserOptions.who, at: workspace.now)
    let link = try DeskLink.make(
      SignInLinks(workspace.places), for: ready, settings: desk.settings(), at: workspace.now)
    Output.line("Signs in once, within three days: \(link)")
  }

  /// Who works on the command line, for the audit log.
  static let who = DeskSession.owner
}

struct UsersAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds an account and prints its first link.",
    discussion: """
      Roles: administrator (everything), staff (everything but accounts and the log), coder, creator (one creator's own
      page), donor (packages made for one reader).

      Example:
        minbar users add K7 --role staff
        minbar users add Y1 --role creator --for K01
      """)

  @OptionGroup var options: UserOptions
  @Option(help: "administrator, staff, coder, creator or donor.") var role: DeskRole
  @Option(name: .customLong("for"), help: "Code of the creator or donor that the account is for.") var boundTo = ""

  func run() throws {
    let workspace = options.desk.places.workspace
    _ = try options.desk.settings()
    try workspace.checkOwner(role, boundTo)
    let book = try options.book()
    let user = try book.addUser(options.code, role, boundTo: boundTo, by: UserOptions.who, at: workspace.now)
    try options.showLink(user, book)
  }
}

struct UsersListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists accounts with their roles.",
    discussion: """
      Example:
        minbar users list
      """)

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let users = try SiteBook(besideServerOf: places.workspace).users()
    guard !users.isEmpty else { return Output.line("no accounts yet; 'minbar users add' adds one") }
    var table = TextTable(["code", "role", "for", "passphrase"])
    for user in users {
      table.add([user.code, user.role.name, user.boundTo, user.hasPassphrase ? "chosen" : "-"])
    }
    Output.line(table.text)
  }
}

struct UsersLinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Prints a new link for a creator or donor.",
    discussion: """
      Example:
        minbar users link Y1
      """)

  @OptionGroup var options: UserOptions

  func run() throws {
    let book = try options.book()
    let user = try options.user(book)
    guard user.role.isBound || !user.hasPassphrase else {
      throw WorkflowError(
        "\(user.code): signs in with a passphrase; 'minbar users reset' makes a link to choose a new one")
    }
    try options.showLink(user, book)
  }
}

struct UsersResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Forgets an account's passphrase and codes, ends its sessions, prints a new link.",
    discussion: """
      Example:
        minbar users reset K7
      """)

  @OptionGroup var options: UserOptions

  func run() throws {
    let book = try options.book()
    let user = try options.user(book)
    try book.reset(user, by: UserOptions.who, at: options.desk.places.workspace.now)
    try options.showLink(user, book)
  }
}

struct UsersRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Gives an account another role and ends its sessions.",
    discussion: """
      An account that comes into the team, or leaves it, needs a new link afterwards: 'minbar users reset'.

      Example:
        minbar users role K7 administrator
      """)

  @OptionGroup var options: UserOptions
  @Argument(help: "administrator, staff, coder, creator or donor.") var role: DeskRole
  @Option(name: .customLong("for"), help: "Code of the creator or donor that the account is for.") var boundTo = ""

  func run() throws {
    let workspace = options.desk.places.workspace
    let book = try options.book()
    let user = try options.user(book)
    try workspace.checkOwner(role, boundTo)
    try book.change(user, to: role, boundTo: boundTo, by: UserOptions.who, at: workspace.now)
    Output.line("\(user.code): \(role.name)\(boundTo.isEmpty ? "" : " for \(boundTo)"); its sessions have ended")
  }
}

struct UsersRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes an account and ends its sessions.",
    discussion: """
      Example:
        minbar users remove K7
      """)

  @OptionGroup var options: UserOptions

  func run() throws {
    let book = try options.book()
    let user = try options.user(book)
    try book.remove(user, by: UserOptions.who, at: options.desk.places.workspace.now)
    Output.line("\(user.code): removed; its sessions have ended")
  }
}
