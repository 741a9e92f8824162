import Testing
import TextAnalysis

@Suite("Kyrgyz letters given back") struct KyrgyzRewriterTests {
  private func restored(_ text: String) throws -> String {
    try Meaning.engine.get().makeKyrgyzRewriter().rewritten(text)
  }

  @Test(
    "in the case they were typed in",
    arguments: [
      ("Кыздар учун билим керек", "Кыздар үчүн билим керек"), ("КЫЗДАР УЧУН БИЛИМ КЕРЕК", "КЫЗДАР ҮЧҮН БИЛИМ КЕРЕК"),
      ("Озгоруу бугун башталат, туугандар", "Өзгөрүү бүгүн башталат, туугандар"),
      ("Балдар сабак окуп жатканда сен кайда барасын", "Балдар сабак окуп жатканда сен кайда барасың"),
      ("Сиздин тилиниз жана баланыз жакшы", "Сиздин тилиңиз жана балаңыз жакшы"),
      ("учууун бул жерге келдик", "үчүүүн бул жерге келдик"),
    ])
  func cases(_ example: (String, String)) throws {
    #expect(try restored(example.0) == example.1)
  }

  @Test(
    "healthy words stay",
    arguments: [
      "Мунай баасы тууралуу корутунду", "Анын баласын жана аялын көрдүм", "Ошондуктан жолдо турдум, журт чогулду",
      "Мектептин окуучулары тогуз жолу утуп алышты",
    ])
  func healthy(_ text: String) throws {
    #expect(try restored(text) == text)
  }

  @Test("a writer who has the letters is left alone")
  func ownLetters() throws {
    let text = "Көчөдө күн ысык, бирок ун кымбат болду"
    #expect(try restored(text) == text)
  }

  @Test(
    "other languages, links and signs stay",
    arguments: [
      "Он сказал, что этот урок очень нужен детям и учителям.", "Болалар учун китоб ўқиш жуда фойдали экан.",
      "https://учун.kg @учун", "", "\u{0}\u{FEFF} 😀",
    ])
  func foreign(_ text: String) throws {
    #expect(try restored(text) == text)
  }
}
