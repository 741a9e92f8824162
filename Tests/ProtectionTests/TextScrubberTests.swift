import Protection
import Testing

private func scrub(_ text: String) -> String {
  var text = text
  var out: [UInt8] = []
  text.withUTF8 { TextScrubber.scrub($0, into: &out) }
  return String(decoding: out, as: UTF8.self)
}

@Suite struct TextScrubberTests {
  @Test(arguments: [
    ("рахмат @user-xy1z чоң", "рахмат [mention] чоң"), ("@@айнура.к жооп", "[mention] жооп"),
    ("@Айнура!", "[mention]!"),
    ("жазыңыз example@mail.kg дарегине", "жазыңыз [mail] дарегине"),
    ("кара https://example.org/a?b=1, анан", "кара [link], анан"), ("tg://resolve?domain=x", "[link]"),
    ("www.example.com бар", "[link] бар"), ("t.me/kanal_1 га кир", "[link] га кир"), ("example.uz", "[link]"),
    ("WA.ME/996000112233", "[link]"),
    ("чал +996 000 11-22-33 чал", "чал [phone] чал"), ("0 (555) 12 34 56", "[phone]"), ("998001234567", "[phone]"),
    ("+998 (00) 123-45-67, Дилноза", "[phone], Дилноза"),
  ])
  func whatLeadsToAPersonIsTakenOut(text: String, expected: String) {
    #expect(scrub(text) == expected)
  }

  @Test(arguments: [
    "2026-жылы 15-майда", "Бакара 2:255", "саат 13:30да", "3.14", "Рахмат.Аллах ыраазы болсун", "100 000 сом",
    "кел @ деди", "a.b", "1.000.000", "oʻqing.Keyin", "😀", "", "он эки эсе: жакшы",
  ])
  func ordinaryTextStays(text: String) {
    #expect(scrub(text) == text)
  }

  @Test func longTextsTakeLinearTime() {
    let text = String(repeating: "1 @ . ", count: 200_000)
    #expect(scrub(text).utf8.count > 0)
  }

  @Test func everyPositionOfATextIsSafe() {
    let text = Array("@ё https://пример.рф +996 000 112233 a@b.kg @".utf8)
    for end in 0...text.count {
      var out: [UInt8] = []
      text[..<end].withUnsafeBufferPointer { TextScrubber.scrub($0, into: &out) }
    }
  }
}
