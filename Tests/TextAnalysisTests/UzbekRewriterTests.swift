import Testing
import TextAnalysis

@Suite("Uzbek from script to script") struct UzbekRewriterTests {
  private func latin(_ text: String) throws -> String {
    try Meaning.engine.get().makeUzbekRewriter(toLatin: true).rewritten(text)
  }

  private func cyrillic(_ text: String) throws -> String {
    try Meaning.engine.get().makeUzbekRewriter(toLatin: false).rewritten(text)
  }

  @Test(
    "capitals survive both ways",
    arguments: [
      ("Ўзбекистон мактаблари", "Oʻzbekiston maktablari"), ("ЎЗБЕКИСТОН МАКТАБЛАРИ", "OʻZBEKISTON MAKTABLARI"),
      ("Шавкат ака АҚШга борди", "Shavkat aka AQShga bordi"), ("АҚШ ва Ўзбекистон", "AQSH va Oʻzbekiston"),
      ("ИШЧИЛАР ЧИҚДИ", "ISHCHILAR CHIQDI"), ("Ёшлар ЯНГИ ҳаёт бошлади", "Yoshlar YANGI hayot boshladi"),
      ("Исҳоқ маънони сўради", "Isʼhoq maʼnoni soʻradi"), ("ИСҲОҚ маънони сўради", "ISʼHOQ maʼnoni soʻradi"),
      ("Елена опа келди", "Yelena opa keldi"), ("қадр-қиммат ва ҲАҚ-ҲУҚУҚ", "qadr-qimmat va HAQ-HUQUQ"),
      ("ЎзМУда ўқийди", "OʻzMUda oʻqiydi"), ("ФИЛЬМ яхши чиқди", "FILM yaxshi chiqdi"),
    ])
  func capitals(_ example: (String, String)) throws {
    #expect(try latin(example.0) == example.1)
    #expect(try cyrillic(example.1) == example.0)
  }

  @Test("every apostrophe is understood", arguments: ["'", "‘", "’", "ʻ", "ʼ", "`", "´"])
  func apostrophes(_ mark: String) throws {
    #expect(try cyrillic("bugun o\(mark)qituvchi ma\(mark)no so\(mark)radi") == "бугун ўқитувчи маъно сўради")
  }

  @Test(
    "what is no Uzbek word stays",
    arguments: [
      "Очень полезное видео, спасибо вам большое!", "Кыздар мектепке барып, билим алышы керек.",
      "https://тест.уз @али_ака #тинчлик 2024 12:30 😀 [link]", "", " \u{0} \u{FEFF}", "Hello world, thank you",
    ])
  func foreign(_ text: String) throws {
    #expect(try latin(text) == text)
  }

  @Test("Russian stretches in an Uzbek sentence stay")
  func mixed() throws {
    let text = "Бугун мактабда ўқитувчилар билан мы говорили о важных вопросах ва болалар хурсанд бўлди"
    #expect(
      try latin(text)
        == "Bugun maktabda oʻqituvchilar bilan мы говорили о важных вопросах va bolalar xursand boʻldi")
  }

  @Test("numbers in Roman letters stay, initials do not")
  func numerals() throws {
    #expect(try cyrillic("XXI asr, II bob va V sinf haqida") == "XXI аср, II боб ва V синф ҳақида")
    #expect(try cyrillic("I. Karimov va X. Olimjon haqida kitob") == "И. Каримов ва Х. Олимжон ҳақида китоб")
  }

  @Test("damage inside a word is no obstacle")
  func damage() throws {
    #expect(try latin("Ўзбек тилида мак\u{AD}таб") == "Oʻzbek tilida mak\u{AD}tab")
    #expect(try latin("У\u{306}збек тилида яхшиии") == "Oʻzbek tilida yaxshiii")
  }
}
