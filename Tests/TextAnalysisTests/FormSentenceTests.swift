import Records
import Testing
import TextAnalysis

@Suite("Sentences") struct FormSentenceTests {
  @Test(
    "bounds in talks; | stands where a sentence ends",
    arguments: [
      "Бул китеп.|Ал жакшы.", "Келдиңби?|Ооба!|Келдим…", "Ал 1995-й. жылы туулган.",
      "Проф. Т. Исаков келди.|Биз сүйлөштүк.", "Китеп, дептер ж.б. буюмдар.|Баары бар.",
      "Баасы 5.10 сом.|Арзан.", "«Кайда барасың?» деди апасы.|Ал унчукпады.",
      "— Эй, ота, нимасини соʻraysiz! — dedi u.|U jim edi.", "Ҳадисда «Илм олинг.» дейилган.",
      "Он жил в г. Ош и работал.|Потом уехал.", "Это было в 1941 г.|Мы помним.",
      "Мы купили хлеб, молоко и т.д. и пошли.", "Рахмат 🙏🙏|Аллах ыраазы болсун.",
      "1. Окуу керек.|2. Эмгек керек.", "Бир [link] бар.|Караңыз.", "Ulug‘ kun bo‘ldi.|Tinchlik!",
      "الحمد لله.|Рахмат.", "Айтты:\n\nБүгүн кел", "Хадис (Бухари).|Аят.", "Салам...|Кандайсыз?",
      "U keldi.”|Keyin ketdi.",
    ])
  func talks(_ marked: String) {
    let expected = marked.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init)
    let source = marked.split(separator: "|", omittingEmptySubsequences: false).joined(separator: " ")
    #expect(FormReading(source).sentences == expected)
  }

  @Test(
    "bounds in comments",
    arguments: [
      "рахмат.|жакшы айттыңыз", "круто)))|спасибо вам", "зор!!|дагы күтөбүз", "Ооба туура айтасыз\nРахмат",
      "уставка не было.|пришлось ждать",
    ])
  func comments(_ marked: String) {
    let expected = marked.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map(String.init)
    let source = marked.split(separator: "|", omittingEmptySubsequences: false).joined(separator: " ")
    #expect(FormReading(source, kind: .comment).sentences == expected)
  }

  @Test(
    "ICU agrees on plain text",
    arguments: [
      "Балдар окуйт. Ата-энелер иштейт. Биз чогуу жашайбыз!",
      "Мы живём вместе. Дети учатся? Да, они учатся.",
      "Biz birga yashaymiz. Bolalar o‘qiydi. Hamma ishlaydi!",
    ])
  func agreesWithICU(_ source: String) throws {
    let breaks = try #require(ICUBreaks(.sentences))
    var ends: [Int] = []
    Array(source.utf16).withUnsafeBufferPointer { buffer in
      breaks.forEach(in: buffer) { piece, _ in ends.append(piece.upperBound) }
    }
    let ours = FormReading(source).text.sentences
    #expect(ours.count == ends.count)
    for (sentence, end) in zip(ours, ends) { #expect(end - sentence.units.upperBound <= 1) }
  }

  @Test("captions without full stops are cut at verbs")
  func captions() {
    let source = """
      урматтуу туугандар бүгүн биз билим жөнүндө сүйлөшөбүз билим ар бир адамга керек нерсе \
      пайгамбарыбыз илим алууну буюрган эркек да аял да илим алышы керек ошондуктан кыздарды \
      окуудан калтырбагыла алар эртең эне болушат жана балдарын тарбиялашат эми кийинки сөзгө өтөлү
      """
    let reading = FormReading(source)
    #expect(reading.text.sentences.count > 1)
    #expect(reading.text.sentences.allSatisfy { $0.tokens.count <= 45 })
    #expect(reading.sentences.joined(separator: " ") == source)
  }

  @Test(
    "sentences cover all tokens in order",
    arguments: ["", " ", "...", "🙏", "а. б. в", "\n\n\n", "(((", "1)"])
  func cover(_ source: String) {
    let text = FormReading(source).text
    var next = 0
    for sentence in text.sentences {
      #expect(sentence.tokens.lowerBound == next)
      next = sentence.tokens.upperBound
    }
    #expect(next == text.tokens.count)
  }
}
