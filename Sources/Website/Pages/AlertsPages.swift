import Drawing
import FoundationEssentials
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Possible threats under talks, and talks that seem to speak against peace: each waits for somebody of the team.
enum AlertsPage {
  private static let shown = 100

  static let page = Page(.get, "/alerts", for: .staff) { visit in
    let words = visit.words()
    let desk = visit.desk
    let alerts = try desk.archive.alerts(now: desk.clock.now(), limit: shown)
    let comments = try desk.archive.waitingCounts().comments
    return visit.page(words["alerts.title"], path: "/alerts", words: words) {
      HTML(.p, .class("lead"), text: words["alerts.lead"])
      if alerts.isEmpty { HTML(.p, .class("empty"), text: words["alerts.none"]) }
      group("alerts.comments", alerts.filter { $0.subject == .comment }, words)
      if comments > shown { HTML(.p, .class("small"), text: words("alerts.more", n: comments - shown)) }
      group("alerts.talks", alerts.filter { $0.subject == .talk }, words)
    }
  }

  private static func group(_ title: String, _ alerts: [AlertListing], _ words: PageWords) -> HTML {
    guard !alerts.isEmpty else { return .empty }
    return HTML(.section) {
      HTML(.h2, text: words[title])
      HTML(.ul, .class("files")) { alerts.map { item($0, words) } }
    }
  }

  private static func item(_ alert: AlertListing, _ words: PageWords) -> HTML {
    HTML(.li) {
      HTML(.p, .class("file")) { AlertText.noticed(alert, words) }
      HTML(.p, .class("small")) {
        HTML(.bdi, text: alert.talk ?? words["alerts.untitled"])
        HTML(text: AlertText.place(alert, words))
      }
      HTML(.p) { Anchor.html("/alerts/\(alert.id)", words["alerts.open"]) }
    }
  }

  /// Lines for the first page when something waits; they stand first.
  static func reminder(_ visit: Visit, _ words: PageWords) throws -> [[HTML]] {
    let counts = try visit.desk.archive.waitingCounts()
    return [("alerts.wait.comments", counts.comments), ("alerts.wait.talks", counts.talks)].filter { $0.1 > 0 }
      .map { [Anchor.html("/alerts", words($0.0, n: $0.1))] }
  }
}

/// An alert in words.
enum AlertText {
  static func noticed(_ alert: AlertListing, _ words: PageWords) -> String {
    let prefix = alert.subject == .comment ? "alert." : "theme."
    let names = alert.noticed.map { $0 == "counter-extremism" ? "against-violence" : $0 }
    let text = names.map { words[prefix + $0] }.joined(separator: ", ")
    return alert.subject == .comment ? text : words("alerts.against", ["theme": text])
  }

  static func place(_ alert: AlertListing, _ words: PageWords) -> String {
    let platform = Platform(rawValue: alert.platform).map { words["platform." + $0.rawValue] } ?? alert.platform
    let receipt = alert.importNumber.map { words("alerts.receipt", ["n": String($0)]) }
    return ([" \u{B7} " + alert.creator, platform] + [alert.day, receipt].compactMap { $0 }).joined(
      separator: " \u{B7} ")
  }
}

/// One alert with its words, which a child opens and nothing keeps, and what is to be said of it.
enum AlertPage {
  static let page = Page(.get, "/alerts/:alert", for: .staff) { visit in
    let id = try visit.alertID()
    guard let found = try await DeskWork.alert(id, visit.desk.child) else { return gone(visit) }
    try visit.note(.alertShown, id)
    let words = visit.words()
    return visit.page(AlertText.noticed(found.alert, words), path: "/alerts/\(id)", words: words) {
      HTML(.p, .class("small")) {
        HTML(.bdi, text: found.alert.talk ?? words["alerts.untitled"])
        HTML(text: AlertText.place(found.alert, words))
      }
      found.words.map { line in HTML(.p, .class("quoted")) { HTML(.bdi, .automaticDirection, text: line) } }
      HTML(.p, .class("small"), text: words[found.alert.subject == .comment ? "alerts.once" : "alerts.public"])
      confirm(id, found.alert.subject, words)
      dismiss(id, words)
    }
  }

  private static func confirm(_ id: String, _ subject: AlertListing.Subject, _ words: PageWords) -> HTML {
    let severities =
      [(value: "", text: words["form.choose"])]
      + AlertChoice.severities.map { code in
        (value: code, text: words["severity." + code])
      }
    return HTML(.section) {
      HTML(.h2, text: words["alerts.confirm"])
      HTML(.p, .class("small"), text: words["alerts.confirm.\(subject.rawValue)"])
      Form.html("/alerts/\(id)/confirm", .class("sheet")) {
        if subject == .comment { Form.select("severity", words["alerts.severity"], severities, chosen: "") }
        Form.button(words["alerts.confirm.button"])
      }
    }
  }

  private static func dismiss(_ id: String, _ words: PageWords) -> HTML {
    let reasons =
      [(value: "", text: words["form.choose"])]
      + DismissalReason.allCases.map { reason in
        (value: reason.rawValue, text: words["dismissal." + reason.rawValue])
      }
    return HTML(.section) {
      HTML(.h2, text: words["alerts.dismiss"])
      Form.html("/alerts/\(id)/dismiss", .class("sheet")) {
        Form.select("reason", words["alerts.reason"], reasons, chosen: "")
        Form.button(words["alerts.dismiss.button"], "quiet")
      }
    }
  }

  static func gone(_ visit: Visit) -> Response {
    let words = visit.words()
    return visit.page(words["alerts.gone.title"], path: "/alerts", words: words, status: .notFound) {
      HTML(.p, text: words["alerts.gone"])
      HTML(.p) { Anchor.html("/alerts", words["alerts.title"]) }
    }
  }
}

/// What a person may answer.
enum AlertChoice {
  static var severities: [String] {
    guard case .choice(let codes) = RegisterField.severity.content else { return [] }
    return codes
  }
}

/// Says that an alert is so.
enum ConfirmAlertPage {
  static let page = Page(.post, "/alerts/:alert/confirm", for: .staff) { visit in
    let id = try visit.alertID()
    let severity = try await FormFields.read(visit.request, clock: visit.desk.clock)["severity"]
    let isTalk = id.utf8.first == UInt8(ascii: "t")
    guard isTalk || severity.map(AlertChoice.severities.contains) == true else {
      return Answer.see("/alerts/\(id)")
    }
    let severe = severity.map { ["--severity", $0] } ?? []
    guard try await DeskWork.decide(["confirm", "--by", visit.who] + severe, id, visit.desk.child) else {
      return AlertPage.gone(visit)
    }
    try visit.note(.alertConfirmed, id)
    return Answer.see("/alerts")
  }
}

/// Says that an alert is not so.
enum DismissAlertPage {
  static let page = Page(.post, "/alerts/:alert/dismiss", for: .staff) { visit in
    let id = try visit.alertID()
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    guard let reason = fields["reason"].flatMap(DismissalReason.init(rawValue:)) else {
      return Answer.see("/alerts/\(id)")
    }
    let command = ["dismiss", "--by", visit.who, "--reason", reason.rawValue]
    guard try await DeskWork.decide(command, id, visit.desk.child) else { return AlertPage.gone(visit) }
    try visit.note(.alertDismissed, id)
    return Answer.see("/alerts")
  }
}

extension Visit {
  fileprivate func alertID() throws -> String {
    guard let id = parameters.get("alert"), AlertID(id) != nil else { throw HTTPError(.notFound) }
    return id
  }
}

extension DeskWork {
  /// The words of an alert, which only a child can open; nil when it waits no more.
  static func alert(_ id: String, _ child: ChildCommand) async throws -> AlertWords? {
    let result = try await child.run(["alerts", "show", "--format", "json", "--", id])
    return result.status == 0 ? try JSONDecoder().decode(AlertWords.self, from: Data(result.output)) : nil
  }

  /// Keeps a decision. Waits where another command writes.
  static func decide(_ command: [String], _ id: String, _ child: ChildCommand) async throws -> Bool {
    try await child.run(["alerts"] + command + ["--", id]).status == 0
  }
}
