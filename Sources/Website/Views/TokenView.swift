import Drawing
import Records
import Reporting
import Workflows

/// Tokens of one's own programs: which there are, a form for one more, and a new one, shown once.
struct TokenView {
  let visit: Visit
  let words: PageWords
  let user: DeskUser

  /// Days that a new token may last, as the form offers them.
  static let days = [7, 30, 90, 365]

  /// - Parameters:
  ///   - token: one that was made just now.
  ///   - faults: keys of words.
  func html(token: String? = nil, faults: [String]) throws -> HTML {
    let tokens = try visit.desk.book.tokens(of: user)
    let content: [HTML] = [
      HTML(.summary, text: words["tokens.title"]), HTML(.p, .class("hint"), text: words["tokens.what"]),
      AccountFields(words: words).faults(faults), token.map(shown) ?? .empty, list(tokens), form(),
    ]
    let isOpen = token != nil || !faults.isEmpty
    return isOpen ? HTML(.details, .open) { content } : HTML(.details) { content }
  }

  private func shown(_ token: String) -> HTML {
    HTML(.div, .class("notice")) {
      HTML(.p, text: words["tokens.made"])
      HTML(.p) { HTML(.code, .class("long"), text: token) }
    }
  }

  private func list(_ tokens: [DeskToken]) -> HTML {
    guard !tokens.isEmpty else { return .empty }
    var table = Table([words["column.number"], words["tokens.until"], words["tokens.used"], words["tokens.end"]])
    for token in tokens {
      table.add([
        HTML(text: String(token.number)), HTML(text: words.date(visit.desk.archive.local(token.expiresAt).day)),
        HTML(text: token.usedAt.map { words.date(visit.desk.archive.local($0).day) } ?? words["tokens.never"]),
        Form.html("/account/tokens/\(token.number)/end") { Form.button(words["tokens.end"], "quiet") },
      ])
    }
    return table.html()
  }

  private func form() -> HTML {
    Form.html("/account/tokens", .class("sheet")) {
      Form.select(
        "days", words["tokens.days"], Self.days.map { (String($0), words("tokens.days.n", n: $0)) }, chosen: "90")
      if user.hasPassphrase { AccountFields(words: words).passphrase("proof", .password, label: "account.old") }
      Form.button(words["tokens.make"])
    }
  }
}
