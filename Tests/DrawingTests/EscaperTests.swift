import Drawing
import Testing

@Suite("Text stays text")
struct EscaperTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes(), as: UTF8.self) }

  private static let marks = ["", "\u{301}", "\u{FE0F}", "\u{200D}", "\u{20DD}", "\u{1F3FB}", "\u{338}"]
  private static let payloads = [
    "\" autofocus onfocus=alert(1) x=\"", "'><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "&lt;script&gt;", "</style><b>", "--><b>", "]]><b>", "<svg/onload=alert(1)>",
  ]

  /// A quote followed by a combining mark is one `Character`; its bytes must be escaped all the same.
  @Test("No payload leaves an element or an attribute, whatever mark follows its signs", arguments: payloads)
  func payload(payload: String) {
    for mark in Self.marks {
      let hostile = String(
        String.UnicodeScalarView(payload.unicodeScalars.flatMap { [$0] + Array(mark.unicodeScalars) }))
      let page = text(HTML(.p, .title(hostile), text: hostile))
      let signs = page.utf8.filter { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }.count
      let quotes = page.utf8.filter { $0 == UInt8(ascii: "\"") }.count
      #expect(signs == 4 && quotes == 2)
      #expect(!page.utf8.contains(UInt8(ascii: "'")))
    }
  }

  @Test("Drawings escape like pages")
  func drawing() {
    let svg = SVG(.svg, [.label("a\"b")], [SVG(.title, [], [SVG(text: "<b>&'")])])
    #expect(text(HTML(drawing: svg)) == "<svg aria-label=\"a&quot;b\"><title>&lt;b&gt;&amp;&#39;</title></svg>")
  }

  @Test("Controls, direction overrides and non-characters are dropped")
  func controls() {
    let hostile = "a\u{0}b\u{1B}c\u{85}d\u{202E}e\u{2066}f\u{FFFE}g\u{7F}h\r"
    #expect(text(HTML(text: hostile)) == "abcdefgh")
    #expect(text(HTML(text: "a\tb\nc")) == "a\tb\nc")
  }

  @Test("Runs of combining marks end at thirty, and the text goes on")
  func zalgo() {
    let page = text(HTML(text: "x" + String(repeating: "\u{301}", count: 5_000) + "y"))
    #expect(page.unicodeScalars.count == 32)
    #expect(page.unicodeScalars.last == "y")
  }

  @Test("Letters of all languages come through")
  func letters() {
    let words = "Өзгөрүү ңү · oʻzbekcha ҳақида · العربية 🌙"
    #expect(text(HTML(text: words)) == words)
  }
}
