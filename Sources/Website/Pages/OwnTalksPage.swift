import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

extension Visit {
  /// The creator who is signed in.
  func ownCode() throws -> String {
    guard let user = session?.user, user.role == .creator else { throw HTTPError(.notFound) }
    return user.boundTo
  }
}

/// A creator's own talks of a month with what was found in them, and a way to say that it is wrong.
enum OwnTalksPage {
  static let page = Page(.get, "/me/talks", for: .creators) { visit in
    let words = visit.words()
    let (code, month) = (try visit.ownCode(), visit.chosenMonth)
    let talks = try visit.desk.archive.talks(of: code, in: month, now: visit.desk.clock.now())
    let told = Dictionary(grouping: try visit.desk.book.objections(of: code), by: \.post)
    return visit.page(words("me.talks.title", ["month": words.month(month)]), path: "/me/talks", words: words) {
      HTML(.p, .class("lead"), text: words["me.talks.lead"])
      chooser(month, visit, words)
      if talks.isEmpty { HTML(.p, .class("empty"), text: words["me.talks.none"]) }
      talks.map { talk($0, told[$0.post, default: []], visit, words) }
    }
  }

  private static func chooser(_ chosen: Month, _ visit: Visit, _ words: PageWords) -> HTML {
    let months = (0..<12).map { visit.today.month + -$0 }
    return Form.query("/me/talks") {
      Form.select(
        "month", words["missing.month"], months.map { ($0.description, words.month($0)) }, chosen: chosen.description)
      Form.button(words["missing.show"], "quiet")
    }
  }

  private static func talk(
    _ talk: OwnTalk, _ told: [DeskObjection], _ visit: Visit, _ words: PageWords
  ) -> HTML {
    HTML(.section) {
      HTML(.h2) { HTML(.bdi, text: talk.title) }
      HTML(.p, .class("small"), text: words.date(talk.publishedOn) + " \u{B7} " + words.name(talk.platform))
      if talk.themes.isEmpty {
        HTML(.p, text: words["me.talks.noThemes"])
      } else {
        HTML(.ul, .class("plain")) { talk.themes.map { HTML(.li, text: words["theme." + $0]) } }
        objection(talk, words)
      }
      told.map { HTML(.p, .class("notice"), text: state($0, visit, words)) }
    }
  }

  private static func objection(_ talk: OwnTalk, _ words: PageWords) -> HTML {
    HTML(.details) {
      HTML(.summary, text: words["me.object"])
      Form.html("/me/objections") {
        HTML(.input, .input(.hidden), .name("post"), .value(String(talk.post)))
        choice("theme", words["me.object.what"], talk.themes.map { ($0, words["theme." + $0]) }, talk.post)
        choice("reason", words["me.object.why"], reasons.map { ($0, words["me.object.reason." + $0]) }, talk.post)
        Form.button(words["me.object.send"])
      }
    }
  }

  private static let reasons = DeskObjection.Reason.allCases.map(\.rawValue)

  /// Several forms on one page: ids need the talk's number, names do not.
  private static func choice(
    _ name: String, _ label: String, _ options: [(value: String, text: String)], _ post: Int64
  ) -> HTML {
    let id = "\(name)-\(post)"
    return Form.field(
      id, label,
      HTML(.select, .id(id), .name(name)) { options.map { HTML(.option, .value($0.value), text: $0.text) } })
  }

  private static func state(_ objection: DeskObjection, _ visit: Visit, _ words: PageWords) -> String {
    let day = visit.desk.archive.local(objection.settledAt ?? objection.madeAt).day
    return words(
      objection.settledAt == nil ? "me.object.waits" : "me.object.settled",
      ["theme": words["theme." + objection.theme], "date": words.date(day)])
  }
}

/// Takes an objection to a finding in one of the creator's own talks.
enum ObjectPage {
  static let page = Page(.post, "/me/objections", for: .creators) { visit in
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let code = try visit.ownCode()
    guard let reason = DeskObjection.Reason(rawValue: fields["reason"] ?? ""), let theme = fields["theme"],
      visit.words().has("theme." + theme), let post = fields["post"].flatMap({ Int64($0) })
    else { throw HTTPError(.badRequest) }
    guard try visit.desk.archive.title(of: post, by: code) != nil else { throw HTTPError(.notFound) }
    let now = visit.desk.clock.now()
    try visit.desk.book.add(
      DeskObjection(creator: code, post: post, theme: theme, reason: reason, madeAt: now))
    try visit.note(.objectionMade, "\(code) \(post)")
    return Answer.see("/me/talks")
  }
}
