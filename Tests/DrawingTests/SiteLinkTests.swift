import Testing

@testable import Drawing

@Suite("Pages that a server answers")
struct SiteLinkTests {
  @Test(
    "Links from a site's root stay on the site",
    arguments: ["/", "/imports", "/imports/12", "/reports/2026-10.uz-Cyrl"])
  func own(path: String) { #expect(Link(site: path)?.text == path) }

  @Test(
    "What could name another host or leave the root is no link",
    arguments: [
      "", "imports", "//evil.example", "/\\evil.example", "https://evil.example", "/a//b", "/../x", "/.hidden", "/a/",
      "/a?b=c", "/a#b", "/a%0d", "/\u{301}", "javascript:alert(1)", "/\"\u{301}onclick=",
    ])
  func foreign(path: String) { #expect(Link(site: path) == nil) }

  @Test("Names and values of a query are plain")
  func query() {
    #expect(Link(site: "/missing", query: [("month", "2026-10")])?.text == "/missing?month=2026-10")
    #expect(Link(site: "/missing", query: [("month", "a&b=c")]) == nil)
  }

  @Test("Fields of forms come out closed and escaped")
  func fields() throws {
    let action = try #require(Link(site: "/creators"))
    let form = HTML(.form, .action(action), .post) {
      HTML(.input, .input(.text), .name("n"), .value("\"\u{301} autofocus onfocus=x"), .required)
      HTML(.select, .name("s")) { HTML(.option, .value("a"), .selected, text: "<b>") }
    }
    let text = String(decoding: form.bytes(), as: UTF8.self)
    #expect(text.contains("value=\"&quot;\u{301} autofocus onfocus=x\" required>"))
    #expect(text.contains("<option value=\"a\" selected>&lt;b&gt;</option>") && !text.contains("</input>"))
  }
}
