import Records
import Testing
import TextAnalysis

@Suite("Tokens") struct FormTokenTests {
  @Test(
    "kinds",
    arguments: [
      ("[link]", TokenKind.placeholder), ("[mention]", .placeholder), ("https://t.me/abc", .link),
      ("muftiyat.kg", .link), ("www.azattyk.org/a/1?b=2", .link), ("imam@muftiyat.kg", .link),
      ("@user_1", .mention), ("#тынчтык_бол", .hashtag), ("12:45", .timeStamp), ("1:02:33", .timeStamp),
      ("1995-й", .number), ("5.10", .number), ("1,5", .number), ("🙏🏽", .emoji), ("🇰🇬", .emoji),
      ("👨‍👩‍👧", .emoji), (")))", .emoji), (":)", .emoji), (";-)", .emoji), ("❤️", .emoji), ("<3", .emoji),
      ("ата-эне", .word), ("ал-Бухари", .word), ("4on", .word), ("الله", .word), ("т*ррор", .word),
    ])
  func kinds(_ example: (String, TokenKind)) {
    let reading = FormReading("а \(example.0) б")
    #expect(reading.written == ["а", example.0, "б"])
    #expect(reading.text.tokens[1].kind == example.1)
  }

  @Test(
    "pieces",
    arguments: [
      ("8-класстын", ["8", "-", "класстын"]), ("5кг", ["5", "кг"]), ("(жок)", ["(", "жок", ")"]),
      ("«сөз»", ["«", "сөз", "»"]), ("a.b", ["a", ".", "b"]), ("'soʻz' dedi", ["'", "soʻz", "'", "dedi"]),
      ("t.me/kanal.", ["t.me/kanal", "."]), ("рахмат)))", ["рахмат", ")))"]), ("йил…", ["йил", "…"]),
      ("не-а", ["не-а"]), ("1) биринчи", ["1", ")", "биринчи"]), ("[башка]", ["[", "башка", "]"]),
      ("да?!", ["да", "?", "!"]), ("кандай???", ["кандай", "???"]), ("a\u{0}b", ["a", "b"]),
    ])
  func pieces(_ example: (String, [String])) {
    #expect(FormReading(example.0).written == example.1)
  }

  @Test("hashtags carry the type of their word")
  func hashtag() {
    let reading = FormReading("#Тынчтык тынчтык")
    #expect(reading.form(reading.text.tokens[0]) == "тынчтык")
    #expect(reading.types.base(reading.text.tokens[0].type) == reading.text.tokens[1].type)
  }

  @Test(
    "offsets point into the text as received",
    arguments: [
      "Ассаламу алейкум! o‘zbek 🙏🏽 тилинде\r\nтест", "кы\u{0301}з и\u{0306}игит 👨‍👩‍👧 a\u{00AD}b [link]",
    ])
  func offsets(_ source: String) {
    let reading = FormReading(source)
    #expect(reading.text.units == Array(source.utf16))
    var end = 0
    for token in reading.text.tokens {
      #expect(Int(token.start) >= end)
      #expect(token.start < token.end)
      #expect(token.firstUnit == reading.text.units[Int(token.start)])
      end = Int(token.end)
    }
    #expect(end <= reading.text.units.count)
    for sentence in reading.text.sentences {
      #expect(sentence.units.lowerBound == Int(reading.text.tokens[sentence.tokens.lowerBound].start))
    }
  }

  @Test(
    "malformed UTF-8 becomes U+FFFD as in Swift's own decoder",
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xD0],
      [0xF0, 0x9F, 0x98],
      [0xD0, 0xBA, 0xFF, 0xD0, 0xB0], [0x80], [0xE2, 0x82, 0x41],
    ] as [[UInt8]])
  func malformed(_ bytes: [UInt8]) {
    let types = WordTypes(Form.segmentation.letters)
    let text = PreparedText()
    bytes.withUnsafeBufferPointer {
      Segmenter(Form.segmentation).prepare($0, kind: .talk, types: types, into: text)
    }
    #expect(text.units == Array(String(decoding: bytes, as: UTF8.self).utf16))
  }

  @Test(
    "words end where ICU's words end on plain text",
    arguments: [
      "Балдарга билим берүү ата-эненин милдети эмес дейт", "Мы живём вместе и уважаем друг друга",
      "Биз ҳамма вақт тинч яшаймиз", "Bugun masjidda katta yig‘in bo‘ladi",
    ])
  func agreesWithICU(_ source: String) throws {
    let breaks = try #require(ICUBreaks(.words))
    let units = Array(source.utf16)
    var words: [String] = []
    units.withUnsafeBufferPointer { buffer in
      breaks.forEach(in: buffer) { piece, isWord in if isWord { words.append(Form.string(units[piece])) } }
    }
    // ICU breaks at hyphens and leaves the last mark of ulug‘ outside; our words are unions of ICU's.
    let ours = FormReading(source).written.flatMap { $0.split(separator: "-").map(String.init) }
    #expect(ours == words)
  }
}
