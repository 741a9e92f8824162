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

  @Test("What somebody typed in travels as signs that can end nothing")
  func question() {
    let link = Link(site: "/search", asking: [("q", "кыз \"а&b\"#<\u{301}"), ("theme", "peace")])
    #expect(link?.text == "/search?q=%D0%BA%D1%8B%D0%B7%20%22%D0%B0%26b%22%23%3C%CC%81&theme=peace")
    #expect(Link(site: "//evil.example", asking: [("q", "a")]) == nil)
    #expect(Link(site: "/search", asking: [("q=x&y", "a")]) == nil)
  }

  @Test("Platforms are linked by plain ids alone")
  func platforms() {
    #expect(Link(youTube: "AAAAAAAAAA1", at: 187)?.text == "https://www.youtube.com/watch?v=AAAAAAAAAA1&t=187s")
    #expect(Link(youTube: "AAAAAAAAAA1", at: -5)?.text.hasSuffix("&t=0s") == true)
    #expect(Link(instagram: "DgRrtO4cgwj")?.text == "https://www.instagram.com/p/DgRrtO4cgwj/")
    for hostile in [
      "", "a/b", "a?b", "a\"b", "a b", "javascript:x", "..", "a&list=x", String(repeating: "a", count: 90),
    ] {
      #expect(Link(instagram: hostile) == nil, "\(hostile)")
      if hostile != ".." { #expect(Link(youTube: hostile) == nil, "\(hostile)") }
    }
  }
}
