import Drawing
import Testing

@Suite("Markup")
struct MarkupTests {
  @Test(
    "Links stay on the site",
    arguments: ["javascript:x", "//evil", "/etc", "../a", "http://a", "a b", "", ".a", "a//b"])
  func unsafeLinks(path: String) {
    #expect(Link(relative: path) == nil)
    #expect(Link(fragment: path + "\"") == nil)
  }

  @Test("Safe links are kept")
  func safeLinks() {
    #expect(Link(relative: "K01/2026-10.html") != nil)
    #expect(Link(fragment: "c-views-1") != nil)
  }

  @Test(
    "Style files cannot end their element nor fetch",
    arguments: [
      "</style><script>", "a{b:url(http://x)}", "@IMPORT 'x'", "a{b:ex\\pression(1)}", "a{b:URL (x)}</", "a{src(x)}",
    ])
  func hostileStyle(text: String) {
    #expect(throws: StylesheetError.self) { try Stylesheet(Array(text.utf8)) }
  }

  @Test("The refused line is named")
  func styleLine() {
    let error = #expect(throws: StylesheetError.self) { try Stylesheet(Array("a{}\nb{c:url(d)}".utf8)) }
    #expect(error?.line == 2 && error?.found == "url(")
  }

  @Test(
    "Numbers for machines",
    arguments: [
      (0.0, 2, "0"), (-0.0, 0, "0"), (1_234.5, 1, "1234.5"), (1_234.0, 1, "1234"), (-3.25, 2, "-3.25"),
      (0.05, 2, "0.05"), (-0.004, 2, "0"), (12_345_678_901.0, 0, "12345678901"), (.nan, 2, "0"),
      (.infinity, 2, "0"),
    ])
  func decimals(number: Double, decimals: Int, text: String) {
    #expect(DecimalBytes.text(number, decimals: decimals) == text)
  }

  @Test("A page is well formed: builder, empty parts, void elements")
  func page() {
    let html = HTML(.html, .language("ky")) {
      HTML(.head) { HTML(.meta, .charset) }
      HTML(.body) {
        if true { "a" }
        ["b", "c"].map { HTML(.p, text: $0) }
        HTML.empty
      }
    }
    let expected =
      "<!doctype html>\n<html lang=\"ky\"><head><meta charset=\"utf-8\"></head>\n<body>a<p>b</p>\n<p>c</p>\n</body>\n</html>\n"
    #expect(String(decoding: html.document(), as: UTF8.self) == expected)
  }
}
