import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// One's own account: where one is signed in, and another passphrase.
enum AccountPage {
  static let page = Page(.get, "/account", for: .signedIn) { visit in try answer(visit) }

  /// - Parameters:
  ///   - faults: keys of words that say what is wrong with what was sent.
  ///   - token: one that was made just now, shown this once.
  static func answer(
    _ visit: Visit, faults: [String] = [], token: String? = nil, tokenFaults: [String] = []
  ) throws -> Response {
    guard let session = visit.session else { throw HTTPError(.notFound) }
    let words = visit.words()
    let sessions = try visit.desk.book.sessions(besides: session)
    let left = try session.user.map { try visit.desk.book.recoveryCodes(of: $0) }
    let tokens = try session.user.map {
      try TokenView(visit: visit, words: words, user: $0).html(token: token, faults: tokenFaults)
    }
    let isFine = faults.isEmpty && tokenFaults.isEmpty
    return visit.page(words["account.title"], path: "/account", words: words, status: isFine ? .ok : .badRequest) {
      HTML(.p, .class("lead"), text: who(session, words))
      if let left, session.role.needsTimeCode {
        HTML(.p, .class("small"), text: words("account.recovery", n: left))
      }
      HTML(.h2, text: words["account.sessions"])
      list(sessions, of: session, at: visit.desk.clock.steady(), words)
      if let user = session.user { passphrase(user, faults, words) }
      tokens ?? .empty
    }
  }

  private static func who(_ session: DeskSession, _ words: PageWords) -> String {
    guard let user = session.user else { return words["account.owner"] }
    return words("account.who", ["code": user.code, "role": words["role." + user.role.rawValue]])
  }

  private static func list(
    _ sessions: [DeskSession], of own: DeskSession, at steady: Int64, _ words: PageWords
  ) -> HTML {
    var table = Table([words["account.begun"], words["account.seen"], words["account.end"]])
    for session in sessions where SessionRules.isAlive(session, at: steady) {
      table.add([
        HTML(text: ago(steady - session.begun, words)), HTML(text: ago(steady - session.seen, words)),
        session.number == own.number
          ? HTML(text: words["account.this"])
          : Form.html("/account/sessions/\(session.number)/end") { Form.button(words["account.end"], "quiet") },
      ])
    }
    return table.html()
  }

  private static func ago(_ seconds: Int64, _ words: PageWords) -> String {
    words("account.minutes", n: Int(seconds / 60))
  }

  private static func passphrase(_ user: DeskUser, _ faults: [String], _ words: PageWords) -> HTML {
    let fields = AccountFields(words: words)
    let content = [
      HTML(.summary, text: words[user.hasPassphrase ? "account.change" : "account.choose"]), fields.faults(faults),
      Form.html("/account/passphrase", .class("sheet")) {
        if user.hasPassphrase { fields.passphrase("old", .password) }
        fields.passphrase("passphrase", .newPassword, hint: "enrol.passphrase.hint")
        fields.passphrase("again", .newPassword)
        Form.button(words["account.save"])
        HTML(.p, .class("hint"), text: words["account.change.what"])
      },
    ]
    return faults.isEmpty ? HTML(.details) { content } : HTML(.details, .open) { content }
  }
}

/// Ends another of one's own sessions.
enum EndSessionPage {
  static let page = Page(.post, "/account/sessions/:number/end", for: .signedIn) { visit in
    guard let session = visit.session, try visit.desk.book.end(try visit.number("number"), of: session) else {
      throw HTTPError(.notFound)
    }
    try visit.note(.sessionEnded)
    return Answer.see("/account")
  }
}

/// Changes one's own passphrase. All sessions end, and this browser begins a new one.
enum ChangePassphrasePage {
  static let page = Page(.post, "/account/passphrase", for: .signedIn) { visit in
    let desk = visit.desk
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    guard let user = visit.session?.user else { throw HTTPError(.notFound) }
    let new = NewPassphrase(fields)
    guard new.faults.isEmpty else { return try AccountPage.answer(visit, faults: new.faults) }
    if let held = try desk.book.credentials(of: user) {
      guard try await desk.proves(fields["old"] ?? "", held, of: user, from: visit.source) else {
        return try AccountPage.answer(visit, faults: ["fault.old"])
      }
    }
    let known = try await desk.keep(new.text, of: user)
    return try visit.begin(known)
  }
}

extension Desk {
  /// Whether somebody who is signed in knows their passphrase. Failures count like those of signing in.
  func proves(
    _ passphrase: String, _ held: DeskCredentials, of user: DeskUser, from source: String
  ) async throws -> Bool {
    let account = user.code.lowercased()
    if let wait = signIns.begin(account: account, source: source, at: clock.steady()) {
      throw HTTPError(.tooManyRequests, headers: [.retryAfter: String(wait)])
    }
    guard try await proves(passphrase, held) else { return false }
    signIns.succeeded(account: account, source: source)
    return true
  }
}
