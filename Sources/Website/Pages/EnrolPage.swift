import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Where a member of the team chooses a passphrase and takes the secret of codes into an authenticator.
enum EnrolPage {
  static let page = Page(.get, "/enrol", for: .enrolling) { visit in try answer(visit) }

  /// - Parameter faults: keys of words that say what is wrong with what was sent.
  static func answer(_ visit: Visit, faults: [String] = []) throws -> Response {
    guard let user = visit.session?.user, let code = try visit.desk.timeCode(for: user) else {
      throw HTTPError(.notFound)
    }
    let words = visit.words()
    let fields = AccountFields(words: words)
    return visit.page(
      words["enrol.title"], path: "/enrol", words: words, status: faults.isEmpty ? .ok : .badRequest
    ) {
      HTML(.p, .class("lead"), text: words("enrol.lead", ["code": user.code]))
      fields.faults(faults)
      Form.html("/enrol", .class("sheet")) {
        HTML(.h2, text: words["enrol.passphrase"])
        fields.passphrase("passphrase", .newPassword, hint: "enrol.passphrase.hint")
        fields.passphrase("again", .newPassword)
        HTML(.h2, text: words["enrol.secret"])
        secret(code, of: user, words)
        fields.second(hint: "enrol.second.hint")
        Form.button(words["enrol.button"])
      }
    }
  }

  private static func secret(_ code: TimeCode, of user: DeskUser, _ words: PageWords) -> [HTML] {
    let address = code.link(for: user.code)
    return [
      HTML(.p, text: words["enrol.secret.how"]),
      QRCode(address).map { code in
        HTML(.p) { HTML(drawing: code.drawing(words["enrol.secret.picture"])) }
      } ?? .empty,
      HTML(.p, text: words["enrol.secret.type"]), HTML(.p) { HTML(.code, text: Base32.grouped(code.secret)) },
      Link(authenticator: address).map { link in
        HTML(.p) { HTML(.a, .link(link), text: words["enrol.secret.open"]) }
      } ?? .empty,
    ]
  }
}

/// Takes the passphrase and a first code; answers with codes for the day on which the phone is gone.
enum SaveEnrolmentPage {
  static let page = Page(.post, "/enrol", for: .enrolling) { visit in
    let desk = visit.desk
    let fields = try await FormFields.read(visit.request, clock: desk.clock)
    guard let user = visit.session?.user, let code = try desk.timeCode(for: user) else { throw HTTPError(.notFound) }
    let new = NewPassphrase(fields)
    let step = code.step(of: fields["second"] ?? "", at: desk.clock.now().seconds)
    guard let step, new.faults.isEmpty else {
      return try EnrolPage.answer(visit, faults: new.faults + (step == nil ? ["fault.second"] : []))
    }
    let recovery = RecoveryCodes.make()
    let known = try await desk.keep(new.text, recovery: recovery, of: user)
    _ = try desk.book.useStep(step, of: known)
    var response = shown(recovery, visit)
    response.headers[.setCookie] = try desk.signIn(known, language: visit.language)
    return response
  }

  private static func shown(_ recovery: [String], _ visit: Visit) -> Response {
    let words = visit.words()
    return visit.page(words["recovery.title"], path: "/enrol", words: words) {
      HTML(.p, .class("lead"), text: words["recovery.lead"])
      HTML(.ul, .class("plain codes")) {
        recovery.map { code in HTML(.li) { HTML(.code, text: RecoveryCodes.shown(code)) } }
      }
      HTML(.p, .class("actions")) { Anchor.button("/account", words["recovery.done"]) }
    }
  }
}

extension Desk {
  /// The codes of an account that has no passphrase yet; nil once it has one.
  func timeCode(for user: DeskUser) throws -> TimeCode? {
    try book.secret(of: user, orKeep: Secret.make(TimeCode.secretBytes)).map { TimeCode(secret: $0) }
  }

  /// Hashes and keeps a new passphrase. All sessions of the account have ended afterwards.
  /// - Throws: `HTTPError` 503 when too many sign in at once, 404 when the account was changed meanwhile.
  func keep(_ passphrase: String, recovery: [String] = [], of user: DeskUser) async throws -> DeskUser {
    let salt = Secret.make(PassphraseHasher.saltBytes)
    let hash = try await hashed(PassphraseText.prepared(passphrase) ?? [], salt: salt)
    guard let known = try book.keep(salt: salt, passphrase: hash, recovery: recovery, of: user) else {
      throw HTTPError(.notFound)
    }
    try note(.passphraseChosen, by: user.code)
    return known
  }
}
