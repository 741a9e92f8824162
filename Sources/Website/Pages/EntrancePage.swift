import Drawing
import Hummingbird
import HummingbirdCore
import Reporting

/// Lets somebody sign in by code name and passphrase, and tells how to come by a link.
enum EntrancePage {
  static let page = Page(.get, "/enter", for: .anyone) { visit in answer(visit, .ok) }

  /// The same answer for every page, whether what it shows exists or not.
  static func refusal(_ visit: Visit) -> Response { answer(visit, .unauthorized) }

  /// - Parameter fault: key of the words that say what went wrong.
  static func answer(_ visit: Visit, _ status: HTTPResponse.Status, fault: String? = nil) -> Response {
    let words = visit.words()
    let fields = AccountFields(words: words)
    return visit.page(words["enter.title"], path: "/enter", words: words, status: status) {
      fields.faults([fault].compactMap { $0 })
      Form.html("/sign-in", .class("sheet")) {
        fields.code()
        fields.passphrase("passphrase", .password)
        fields.second(hint: "enter.second.hint")
        Form.button(words["enter.button"])
      }
      link(visit, words)
    }
  }

  private static func link(_ visit: Visit, _ words: PageWords) -> HTML {
    guard visit.desk.settings.publicOrigin == nil else { return HTML(.p, .class("small"), text: words["enter.ask"]) }
    return HTML(.details, .open) {
      HTML(.summary, text: words["enter.link"])
      HTML(.p, text: words["enter.how"])
      HTML(.p) { HTML(.code, text: "minbar serve link") }
      HTML(.p, .class("small"), text: words["enter.once"])
    }
  }
}
