import Drawing
import Hummingbird
import Reporting

/// What a one-time link opens. Nothing is used up yet: programs that look at links ahead of people do no harm.
enum LinkPage {
  static let page = Page(.get, "/enter/:token", for: .anyone) { visit in
    let words = visit.words()
    let token = visit.parameters.get("token") ?? ""
    return visit.page(words["enter.title"], path: "/enter", words: words) {
      Form.html("/enter") {
        HTML(.input, .input(.hidden), .name("token"), .value(Token.isWellFormed(token) ? token : ""))
        HTML(.p, text: words["enter.ready"])
        Form.button(words["enter.button"])
      }
    }
  }
}
