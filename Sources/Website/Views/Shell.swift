import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting

/// The frame of every page: title, way around, language switch. Titles say nothing of what the house does.
struct Shell {
  let words: PageWords
  let language: ReportLanguage
  let session: DeskSession?
  /// The page's own place, for the way around and the language switch.
  var path = ""
  /// Seconds after which the page is asked for again.
  var refresh: Int?

  init(words: PageWords, language: ReportLanguage, session: DeskSession?, path: String = "", refresh: Int? = nil) {
    self.words = words
    self.language = language
    self.session = session
    self.path = path
    self.refresh = refresh
  }

  func document(_ title: String, @HTMLBuilder _ content: () -> [HTML]) -> [UInt8] {
    HTML(.html, .language(words.tag)) {
      HTML(.head) {
        HTML(.meta, .charset)
        HTML(.meta, .metaName(.viewport), .content("width=device-width, initial-scale=1"))
        HTML(.meta, .metaName(.robots), .content("noindex, nofollow"))
        HTML(.meta, .metaName(.formatDetection), .content("telephone=no"))
        HTML(.meta, .metaName(.colorScheme), .content("light"))
        if let refresh { HTML(.meta, .refresh, .content(String(refresh))) }
        HTML(.title, text: title + " \u{B7} " + words["desk.name"])
        if let style = Link(site: "/desk.css") { HTML(.link, .stylesheet, .link(style)) }
      }
      HTML(.body, .class("desk")) {
        if let main = Link(fragment: "main") { HTML(.a, .link(main), .class("skip"), text: words["nav.skip"]) }
        bar()
        HTML(.main, .id("main")) {
          HTML(.h1, text: title)
          content()
        }
      }
    }.document()
  }

  private func bar() -> HTML {
    HTML(.header, .class("bar")) {
      HTML(.p, .class("brand"), text: words["desk.name"])
      if let session, session.stage == .signedIn {
        HTML(.nav, .label(words["nav.label"])) { Navigation.places(of: session.role, Self.places).flatMap(place) }
        HTML(.div, .class("tools")) {
          switcher()
          Form.html("/leave") { HTML(.button, .submit, .class("quiet"), text: words["nav.leave"]) }
        }
      }
    }
  }

  private static let places = [
    ("/", "nav.overview"), ("/upload", "nav.upload"), ("/missing", "nav.missing"), ("/imports", "nav.imports"),
    ("/creators", "nav.creators"), ("/posts", "nav.posts"), ("/search", "nav.search"), ("/themes", "nav.themes"),
    ("/reports", "nav.reports"), ("/coding", "nav.coding"), ("/lexicon", "nav.lexicon"),
  ]

  private func place(_ path: String, _ key: String) -> [HTML] {
    guard let link = Link(site: path) else { return [] }
    let isHere = ["/", "/me"].contains(path) ? self.path == path : self.path.utf8.starts(with: path.utf8)
    return [
      isHere
        ? HTML(.a, .link(link), .current, text: words[key])
        : HTML(.a, .link(link), text: words[key])
    ]
  }

  private func switcher() -> HTML {
    Form.html("/language", .class("languages")) {
      HTML(.input, .input(.hidden), .name("back"), .value(path))
      Desk.languages.map { choice in
        let tag = HTMLAttribute.language(choice.tag)
        let name = Self.names[choice] ?? choice.rawValue
        return choice == language
          ? HTML(.strong, tag, text: name)
          : HTML(.button, .submit, .name("language"), .value(choice.rawValue), .class("quiet"), tag, text: name)
      }
    }
  }

  private static let names: [ReportLanguage: String] = [
    .russian: "Рус", .kyrgyz: "Кыр", .uzbek: "O\u{2BB}zb", .english: "Eng",
  ]
}

extension Visit {
  /// A page in the visitor's language.
  func page(
    _ title: String, path: String, refresh: Int? = nil, words: PageWords, status: HTTPResponse.Status = .ok,
    @HTMLBuilder _ content: () -> [HTML]
  ) -> Response {
    let shell = Shell(words: words, language: language, session: session, path: path, refresh: refresh)
    return Answer.page(shell.document(title, content), status)
  }
}
