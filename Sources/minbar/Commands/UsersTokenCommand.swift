import ArgumentParser
import Records
import Website
import Workflows

struct UsersTokenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Makes, lists or ends tokens with which an account's programs read the desk.",
    discussion: """
      Without an option the account's tokens are listed. A new one is printed once and kept nowhere; programs send it as
      'Authorization: Bearer TOKEN' to /api/v1 and read what the account may read. Tokens end with the account's role,
      passphrase and reset.

      Example:
        minbar users token K7
        minbar users token K7 --make --days 90
        minbar users token K7 --revoke 3
      """)

  @OptionGroup var options: UserOptions
  @Flag(help: "Make a new token.") var make = false
  @Option(help: "Days that the new token works, 1 to 365.") var days = 90
  @Option(help: "End the token of this number.") var revoke: Int64?

  func validate() throws {
    guard !make || revoke == nil else { throw ValidationError("give --make or --revoke, not both") }
    guard SiteBook.tokenDays.contains(days) else { throw ValidationError("--days \(days): use 1 to 365") }
  }

  func run() throws {
    let book = try options.book()
    let user = try options.user(book)
    let now = options.desk.places.workspace.now
    if make {
      let token = try DeskToken.add(to: book, of: user, days: days, by: UserOptions.who, at: now)
      Output.line("Works for \(days) days, shown this once: \(token)")
    } else if let revoke {
      guard try book.revokeToken(revoke, of: user, by: UserOptions.who, at: now) else {
        throw WorkflowError("\(revoke): \(user.code) has no such token; 'minbar users token \(user.code)' lists them")
      }
      Output.line("token \(revoke) of \(user.code) has ended")
    } else {
      try list(book.tokens(of: user))
    }
  }

  private func list(_ tokens: [DeskToken]) throws {
    guard !tokens.isEmpty else { return Output.line("no tokens; --make makes one") }
    var table = TextTable(["number", "made", "works until", "last used"])
    for token in tokens {
      table.add([
        String(token.number), token.madeAt.day().description, token.expiresAt.day().description,
        token.usedAt?.day().description ?? "-",
      ])
    }
    Output.line(table.text)
  }
}
