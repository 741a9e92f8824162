import Drawing

/// The frame of a page that needs no network and no script, and that search engines are told to leave alone.
struct PageShell {
  var language: ReportLanguage
  var title: String
  var style: Stylesheet
  /// Class of the body, which chooses the layout.
  var kind: String

  func document(@HTMLBuilder _ body: () -> [HTML]) -> [UInt8] {
    HTML(.html, .language(language.tag)) {
      HTML(.head) {
        HTML(.meta, .charset)
        HTML(.meta, .metaName(.viewport), .content("width=device-width, initial-scale=1"))
        HTML(.meta, .metaName(.robots), .content("noindex, nofollow"))
        HTML(.meta, .metaName(.referrer), .content("no-referrer"))
        HTML(.meta, .metaName(.formatDetection), .content("telephone=no"))
        HTML(.meta, .metaName(.colorScheme), .content("light"))
        HTML(.title, text: title)
        HTML(style: style)
      }
      HTML(.body, .class(kind)) { body() }
    }.document()
  }
}
