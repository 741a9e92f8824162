import Drawing
package import Records
import Reporting
package import Workflows

/// What all pages share. Reads the archive, writes its own book; everything else is done by child processes.
package final class Desk: Sendable {
  package let settings: DeskSettings
  package let clock: DeskClock
  package let book: SiteBook
  let archive: DeskArchive
  let workspace: Workspace
  let places: Places
  let links: SignInLinks
  let jobs: JobBoard
  /// Texts that coders are about to read.
  let tray: CodingTray
  let courier: CodingCourier
  let child: ChildCommand
  let throttle: LinkThrottle
  let signIns = SignInThrottle()
  let tokens = TokenThrottle()
  let looks = RecentLooks()
  let reports = KeptReports()
  let hasher: PassphraseHasher
  /// Stands in for the salt, hash and secret of accounts that are not there.
  let decoy = Secret.make(32)
  let uploads: UploadGate
  let ledger: SpoolLedger
  let style: [UInt8]
  /// Sentences of receipts.
  let sentences: DeskSentences
  /// Reads what people ask of the talks.
  let questions: QuestionReader
  let declaredThemes: DeclaredThemes
  private let words: ReportWords

  /// Languages that pages are written in, in the order of the switch.
  static let languages: [ReportLanguage] = [.russian, .kyrgyz, .uzbek, .english]

  /// - Parameter environment: what child processes may get of it.
  /// - Throws: what is missing: an archive, words, style; or that another server runs.
  package init(
    _ workspace: Workspace, settings: DeskSettings, clock: DeskClock, environment: [String: String]
  ) throws {
    self.settings = settings
    self.clock = clock
    places = workspace.places
    self.workspace = workspace
    archive = try DeskArchive(workspace)
    book = try SiteBook(workspace)
    words = try workspace.deskWords()
    style = try workspace.deskStyle().bytes
    sentences = try workspace.deskSentences(Self.languages)
    questions = QuestionReader(workspace)
    declaredThemes = DeclaredThemes(words)
    links = SignInLinks(places)
    child = ChildCommand(executable: settings.executable, places: places, environment: environment)
    jobs = JobBoard(book: book, child: child, clock: clock)
    tray = CodingTray(child: child, clock: clock)
    courier = CodingCourier(child: child)
    throttle = LinkThrottle()
    hasher = PassphraseHasher(settings.hashing)
    uploads = UploadGate(limit: settings.limits.atOnce)
    ledger = SpoolLedger(settings.limits)
    UploadSpool.clear(places.desk)
    if try book.hasCodingAnswers() { Task { [courier] in await courier.call() } }
  }

  func words(_ language: ReportLanguage) -> PageWords { PageWords(words[language]) }

  /// The words of one language, for parts of reports on a page.
  func wording(_ language: ReportLanguage) -> Wording { words[language] }

  /// Writes a line of the audit log. A log that cannot be written ends the request.
  func note(_ event: AuditEvent, _ subject: String = "", by who: String) throws {
    try book.note(event.rawValue, subject, by: who, at: clock.now())
  }

  /// The machine's own link, which signs in once, within a quarter of an hour. Nil on a desk that others reach and whose
  /// administrators have passphrases: there everything is done under a code name.
  package func makeLink() throws -> String? {
    try takesOwnLinks ? DeskLink.make(links, settings: settings, at: clock.now()) : nil
  }

  var takesOwnLinks: Bool {
    get throws { try settings.publicOrigin == nil || !book.hasAdministrator() }
  }

  /// Waits for jobs that run.
  package func close() async {
    await jobs.drain()
    await courier.drain()
  }
}

/// Makes links that sign in once.
package enum DeskLink {
  /// - Parameter user: nil for whoever holds the machine.
  package static func make(
    _ links: SignInLinks, for user: DeskUser? = nil, settings: DeskSettings, at now: Instant
  ) throws -> String {
    let token = Token.make()
    let account = user.map { SignInLink.Account(id: $0.id, epoch: $0.epoch) }
    try links.make(token: token, for: account, at: now.seconds)
    return settings.home + "/enter/" + token
  }
}

/// What the audit log knows.
package enum AuditEvent: String, Sendable, CaseIterable {
  case signedIn = "signed.in"
  case signInRefused = "sign.refused"
  case signedOut = "signed.out"
  case sessionEnded = "session.ended"
  case passphraseChosen = "passphrase.chosen"
  case recoveryUsed = "recovery.used"
  case ownPageMade = "page.asked"
  case ownPageOpened = "page.opened"
  case objectionMade = "objection.made"
  case objectionSettled = "objection.settled"
  case consentStopped = "consent.stopped"
  case packageTaken = "package.taken"
  case packageMade = "package.asked"
  case monthStep = "month.step"
  case userAdded = "user.added"
  case userLink = "user.link"
  case userReset = "user.reset"
  case userRole = "user.role"
  case userRemoved = "user.removed"
  case linkWrong = "link.wrong"
  case uploaded = "upload.received"
  case jobEnded = "job.ended"
  case importShown = "import.shown"
  case undoAsked = "import.undo"
  case creatorSaved = "creator.saved"
  case reportMade = "report.asked"
  case reportOpened = "report.opened"
  case heldShown = "held.shown"
  case heldOwner = "held.owner"
  case heldDropped = "held.dropped"
  case columnsSaved = "columns.saved"
  case handFigures = "hand.figures"
  case handCard = "hand.card"
  case roundAsked = "coding.round"
  case textsOpened = "coding.texts"
  case codingDecided = "coding.decided"
  case lexiconChanged = "lexicon.changed"
  case lexiconPublished = "lexicon.published"
  case lexiconRestored = "lexicon.restored"
  case tokenMade = "token.made"
  case tokenRevoked = "token.revoked"
  case tokenUsed = "token.used"
  case secretsSealed = "secrets.sealed"
  case alertShown = "alert.shown"
  case alertConfirmed = "alert.confirmed"
  case alertDismissed = "alert.dismissed"
  case registerTaken = "register.taken"
}
