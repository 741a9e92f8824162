import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// What is shared about a creator: what they agreed to, what they withdrew, where their numbers were handed out.
enum OwnSharesPage {
  static let page = Page(.get, "/me/shared", for: .creators) { visit in
    let words = visit.words()
    let shares = try visit.desk.archive.shares(of: try visit.ownCode())
    return visit.page(words["shared.title"], path: "/me/shared", words: words) {
      HTML(.h2, text: words["shared.agreed"])
      if shares.agreed.isEmpty { HTML(.p, .class("empty"), text: words["shared.agreed.none"]) }
      HTML(ConsentText.parts(shares.agreed, visit.today, words))
      shares.withdrawn.map { HTML(.p, .class("small"), text: withdrawn($0, words)) }
      HTML(.h2, text: words["shared.releases"])
      HTML(.p, .class("small"), text: words["shared.releases.what"])
      releases(shares.releases, words)
      if !shares.agreed.isEmpty { stop(words) }
    }
  }

  private static func withdrawn(_ withdrawn: CreatorShares.Withdrawn, _ words: PageWords) -> String {
    words(
      "shared.withdrawn",
      [
        "what": words["consent." + withdrawn.consent.what.rawValue],
        "with": words["consent.with." + withdrawn.consent.sharedWith.rawValue], "date": words.date(withdrawn.on),
      ])
  }

  private static func releases(_ releases: [CreatorShares.Release], _ words: PageWords) -> HTML {
    guard !releases.isEmpty else { return HTML(.p, .class("empty"), text: words["shared.releases.none"]) }
    var table = Table([words["shared.made"], words["shared.months"], words["shared.cells"]])
    for release in releases {
      table.add([
        HTML(text: words.date(release.madeOn)),
        HTML(text: words.month(release.from) + " \u{2013} " + words.month(release.through)),
        HTML(text: words.number(release.cells)),
      ])
    }
    return table.html()
  }

  private static func stop(_ words: PageWords) -> HTML {
    HTML(.details, .class("danger")) {
      HTML(.summary, text: words["shared.stop"])
      HTML(.p, text: words["shared.stop.what"])
      Form.html("/me/stop") { Form.button(words["shared.stop"], "warn") }
    }
  }
}

/// Withdraws everything that a creator agreed to, by a job, once they said so twice.
enum StopPage {
  static let page = Page(.post, "/me/stop", for: .creators) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let code = try visit.ownCode()
    guard fields["sure"] == "yes" else { return question(visit) }
    try visit.note(.consentStopped, code)
    guard try await visit.desk.jobs.submit(.creator, subject: code, DeskWork.withdraw(code)) != nil else {
      throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "60"])
    }
    let words = visit.words()
    return visit.page(words["shared.stop"], path: "/me/shared", words: words) {
      HTML(.p, text: words["shared.stopped"])
      HTML(.p) { Anchor.button("/me/shared", words["nav.shared"]) }
    }
  }

  private static func question(_ visit: Visit) -> Response {
    let words = visit.words()
    return visit.page(words["shared.stop.sure"], path: "/me/shared", words: words) {
      HTML(.p, text: words["shared.stop.what"])
      Form.html("/me/stop") {
        HTML(.input, .input(.hidden), .name("sure"), .value("yes"))
        Form.button(words["shared.stop.yes"], "warn")
      }
      HTML(.p) { Anchor.html("/me/shared", words["shared.stop.no"]) }
    }
  }
}
