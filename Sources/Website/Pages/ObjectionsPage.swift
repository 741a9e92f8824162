import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// What creators say is wrong, for the team.
enum ObjectionsPage {
  static let page = Page(.get, "/objections", for: .staff) { visit in
    let words = visit.words()
    let objections = try visit.desk.book.objections()
    let items = try objections.map { try item($0, visit, words) }
    return visit.page(words["objections.title"], path: "/objections", words: words) {
      HTML(.p, .class("lead"), text: words["objections.lead"])
      if objections.isEmpty { HTML(.p, .class("empty"), text: words["objections.none"]) }
      items
      if !objections.isEmpty { HTML(.p) { Anchor.html("/coding", words["objections.code"]) } }
    }
  }

  private static func item(_ objection: DeskObjection, _ visit: Visit, _ words: PageWords) throws -> HTML {
    let title = try visit.desk.archive.title(of: objection.post, by: objection.creator)
    return HTML(.section) {
      HTML(.h2) { HTML(.bdi, text: title ?? words["objections.gone"]) }
      HTML(.p, text: objection.creator + " \u{B7} " + visit.moment(objection.madeAt, words))
      HTML(.p) {
        words["theme." + objection.theme] + ": " + words["me.object.reason." + objection.reason.rawValue]
      }
      if let settled = objection.settledAt {
        HTML(.p, .class("small"), text: words("objections.settled", ["date": visit.moment(settled, words)]))
      } else {
        Form.html("/objections/\(objection.id)/settle") { Form.button(words["objections.settle"], "quiet") }
      }
    }
  }

  /// A line for the first page when something waits.
  static func reminder(_ visit: Visit, _ words: PageWords) throws -> [[HTML]] {
    let open = try visit.desk.book.objections().count { $0.settledAt == nil }
    return open == 0 ? [] : [[Anchor.html("/objections", words("objections.open", n: open))]]
  }
}

/// Notes that somebody of the team has looked at an objection.
enum SettleObjectionPage {
  static let page = Page(.post, "/objections/:number/settle", for: .staff) { visit in
    let number = try visit.number("number")
    let now = visit.desk.clock.now()
    guard let code = try visit.desk.book.settleObjection(number, by: visit.who, at: now) else {
      throw HTTPError(.notFound)
    }
    try visit.note(.objectionSettled, "\(code) \(number)")
    return Answer.see("/objections")
  }
}
