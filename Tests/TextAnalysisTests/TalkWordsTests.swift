import Records
import Testing
import TextAnalysis

@Suite("Words of talks by stem")
struct TalkWordsTests {
  private func words(_ text: String) throws -> [TalkWord] {
    let engine = try Meaning.engine.get()
    let reader = engine.makeReader()
    let reading = reader.read(text, kind: .talk)
    return TalkWords(engine).words(reader, language: reading.language)
  }

  @Test("Forms of a word are one word, at its first place")
  func forms() throws {
    let text = "Мектепке баруу керек. Мектепте окуган бала, мектептен чыккан бала."
    let found = try words(text)
    let school = try #require(found.first { $0.form.hasPrefix("мектеп") })
    #expect(school.count == 3)
    #expect(school.first == 0..<8)
  }

  @Test("Russian forms that no lexicon holds go by their stem")
  func russian() throws {
    let found = try words(
      "Сегодня мы говорим о кораблях. Корабль плывёт по морю, а с кораблём плывут люди и товары.")
    #expect(found.filter { $0.form.hasPrefix("корабл") }.map(\.count) == [3])
  }

  @Test("Numbers and signs are no words")
  func signs() throws {
    #expect(try words("2026 15 100 !!! 🌙").isEmpty)
  }
}
