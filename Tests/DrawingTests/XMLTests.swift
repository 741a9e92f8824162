import Drawing
import Testing

@Suite("XML for machines")
struct XMLTests {
  @Test("Text and values stay text; order is kept")
  func escaping() {
    let xml = XML(
      "a", [.init("x", "\"'<&\u{301}"), .init("b", "2")],
      [XML("t", [], [XML(text: "</t>&\"\u{301}\u{0}]]>")]), XML("e"), XML("t", [], [XML(text: "ү")])])
    #expect(
      String(decoding: xml.document(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a x="&quot;&#39;&lt;&amp;\u{301}" b="2">
          <t>&lt;/t&gt;&amp;&quot;\u{301}]]&gt;</t>
          <e/>
          <t>ү</t>
        </a>

        """)
  }
}
