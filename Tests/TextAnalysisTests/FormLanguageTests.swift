import Records
import Testing
import TextAnalysis

@Suite("Languages") struct FormLanguageTests {
  // Written for these tests, labelled before they were run.
  @Test(
    "sentences",
    arguments: [
      ("Кыздарыбыз окусун, билим алсын, эл башкарсын.", LanguageTag.kyrgyz),
      ("Коңшунун акысы көп, аны ыраазы кылуу керек.", .kyrgyz),
      ("Агайын, оз балдарынарды окуткула, кыздарды да окуткула", .kyrgyz),
      ("ustaz rahmat sizge jakshy ayttynyz balam kitep okup jatat", .kyrgyz),
      ("Мы должны уважать соседей, какой бы веры они ни были.", .russian),
      ("Спасибо большое, имам, очень нужные слова", .russian),
      ("Qo‘shnilar bilan tinch-totuv yashash har birimizning burchimiz.", .uzbekLatin),
      ("Qizlarimizni oqitaylik, ilm hammaga farz", .uzbekLatin),
      ("Фарзандларимизни илмли қилиб тарбиялашимиз керак.", .uzbekCyrillic),
      ("Домла, рахмат сизга, жуда чиройли гапирдингиз", .uzbekCyrillic),
      ("Балаларымыз мектепте жақсы оқып жүр, мұғалімдерге рақмет.", .kazakh),
      ("Мо бояд ба ҳамсояҳо эҳтиром гузорем ва дар сулҳ зиндагӣ кунем.", .tajik),
      ("Çocuklarımız okula gidiyor ve çok güzel şeyler öğreniyorlar.", .turkish),
      ("We should respect our neighbours and live in peace with them.", .english),
      ("السلام عليكم ورحمة الله وبركاته", .arabic), ("بىز ئۇيغۇرچە سۆزلەيمىز", .other),
      ("🙏🙏🙏", .unknown), ("12:45 https://t.me/abc 777", .unknown), ("", .unknown),
    ])
  func sentences(_ example: (String, LanguageTag)) {
    let reading = FormReading(example.0, kind: .comment)
    #expect(reading.text.language == example.1)
    #expect(reading.text.confidence >= 0 && reading.text.confidence <= 1)
  }

  @Test(
    "capitals do not matter",
    arguments: [
      ("кыздарыбыз окусун билим алсын", LanguageTag.kyrgyz), ("мы должны уважать соседей", .russian),
      ("qo‘shnilar bilan tinch yashaylik", .uzbekLatin), ("фарзандларимизни ўқитайлик", .uzbekCyrillic),
    ])
  func capitals(_ example: (String, LanguageTag)) {
    #expect(FormReading(example.0.uppercased()).text.language == example.1)
    let decomposed = Form.string(Normalization.decomposed(Form.units(example.0)))
    #expect(FormReading(decomposed).text.language == example.1)
  }

  @Test("a sentence that changes its language has spans")
  func mixed() {
    let reading = FormReading("Балдарыңыздарды мектепке жөнөткүлө, потому что без образования нет будущего")
    let languages = reading.text.spans.map(\.language)
    #expect(languages.contains(.kyrgyz))
    #expect(languages.contains(.russian))
    #expect(reading.text.tokens.first?.language == .kyrgyz)
    #expect(reading.text.tokens.last?.language == .russian)
    for span in reading.text.spans { #expect(span.range.upperBound <= reading.text.units.count) }
  }

  @Test("a Latin name does not carry a Cyrillic sentence away")
  func names() {
    #expect(FormReading("YouTube каналыбызга жазылып коюңуздар").text.language == .kyrgyz)
  }

  @Test("one word that several languages share is told with low confidence")
  func unsure() {
    #expect(FormReading("китеп").text.confidence < 0.9)
    #expect(FormReading("Кыздарыбыз мектепте окуп, билим алып жатышат").text.confidence > 0.95)
  }

  @Test("profiles load without problems, all varieties are there")
  func profiles() {
    #expect(Form.folder.paths(below: "languages/").filter { $0.contains("/profile-") }.count == 17)
    #expect(Form.profiles.problems.isEmpty)
    #expect(Form.segmentation.problems.isEmpty)
  }

  @Test("broken data lines are named with file and line")
  func problems() {
    let folder = LexiconFolder(files: [
      "languages/ky/profile-cyrillic.tsv": Array("variety\tky\nscript\tcyrillic\nprior\tx\n".utf8),
      "languages/ky/words.tsv": Array("# head\nopens\tанан\n".utf8),
      "languages/ky/alphabet.tsv": Array("own\tүөң\nnonsense\n".utf8),
      "languages/uz/spelling.tsv": Array("film\tфильм\tprefix\n".utf8),
      "languages/ky/restore.tsv": Array("кон\n".utf8),
    ])
    #expect(LanguageProfiles(folder).problems.first?.line == 3)
    #expect(SegmentationData(folder).problems.map(\.line) == [2, 2])
    #expect(UzbekScript(folder).problems.first?.line == 1)
    #expect(KyrgyzRestorer(folder).problems.first?.file == "languages/ky/restore.tsv")
  }
}
