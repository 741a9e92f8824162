import Records
import Testing

@testable import TextAnalysis

/// A word of a question and the word of a text meet when one of the question's keys is the text's key.
@Suite struct SearchWordTests {
  private func keys(of text: String) throws -> Set<String> {
    let engine = try Meaning.engine.get()
    let reader = engine.makeReader()
    _ = reader.read(text, kind: .talk)
    return Set(SearchWords(engine).words(reader).map(\.key))
  }

  private func finds(_ word: String, in text: String) throws -> Bool {
    let engine = try Meaning.engine.get()
    let asked = SearchWords(engine).question(engine.makeReader(), word)
    let there = try keys(of: text)
    return !asked.isEmpty && asked.allSatisfy { !there.isDisjoint(with: $0) }
  }

  private static let kyrgyz = "Кыздардын окуусу үчүн мектептердин эшиги ачык болушу керек, бул күндөрдө көңүл бөлүңүз."
  private static let hasty = "Кыздардын окуусу учун мектептердин эшиги ачык болушу керек, бул кундордо конул болунуз."
  private static let latin = "Qizlarning oʻqishi uchun maktablar ochiq boʻlishi kerak, maʼnaviyat shundan boshlanadi."
  private static let cyrillic = "Қизларнинг ўқиши учун мактаблар очиқ бўлиши керак, маънавият шундан бошланади."
  private static let russian = "Обучение девочек в школах начинается с уважения: ещё раз скажу о просвещении людей."

  @Test(arguments: [
    ("кыз", kyrgyz), ("кыздары", kyrgyz), ("окуу", kyrgyz), ("окуусун", kyrgyz), ("мектептин", kyrgyz),
    ("күн", kyrgyz), ("кун", kyrgyz), ("көңүл", kyrgyz), ("конул", kyrgyz), ("үчүн", kyrgyz), ("учун", kyrgyz),
    ("күн", hasty), ("кун", hasty), ("көңүл", hasty), ("конул", hasty), ("учун", hasty), ("үчүн", hasty),
    ("qiz", latin), ("qizlar", latin), ("oʻqish", latin), ("o'qish", latin), ("o‘qish", latin), ("o`qishni", latin),
    ("maktab", latin), ("қизлар", latin), ("ўқиш", latin), ("мактабда", latin), ("ma'naviyat", latin),
    ("maʼnaviyatga", latin), ("маънавият", latin),
    ("qizlar", cyrillic), ("қизлар", cyrillic), ("o'qish", cyrillic), ("ўқиш", cyrillic), ("maktablarda", cyrillic),
    ("ma’naviyat", cyrillic),
    ("школа", russian), ("школ", russian), ("девочкам", russian), ("обучения", russian), ("еще", russian),
    ("ЕЩЁ", russian), ("просвещение", russian), ("уважением", russian),
  ])
  func aWordMeetsItsFormsAndSpellings(word: String, text: String) throws {
    #expect(try finds(word, in: text), "\(word) in \(text)")
  }

  @Test(arguments: [
    ("эркек", kyrgyz), ("согуш", kyrgyz), ("erkak", latin), ("урush", latin), ("война", russian), ("мир", russian),
    ("maktab", russian),
  ])
  func otherWordsDoNotMeet(word: String, text: String) throws {
    #expect(try !finds(word, in: text))
  }

  @Test func numbersHashtagsAndForeignWordsCount() throws {
    let text = "2026-жылы #кыздар жана YouTube тууралуу 15 сөз."
    for word in ["15", "кыз", "youtube", "YOUTUBE"] { #expect(try finds(word, in: text), "\(word)") }
  }

  @Test func keysHoldNothingThatAnExpressionCouldRead() throws {
    let hostile = "a\" OR b* NEAR(c) -d col:e (f) ^g \u{0}h 'i' \u{200B}j k\u{301}\u{301}\u{301} \u{1F600} ﷽"
    let engine = try Meaning.engine.get()
    for keys in SearchWords(engine).question(engine.makeReader(), hostile) {
      for key in keys {
        #expect(key.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil })
      }
    }
  }

  @Test func placesLieInTheText() throws {
    let engine = try Meaning.engine.get()
    let reader = engine.makeReader()
    _ = reader.read(Self.latin, kind: .talk)
    let words = SearchWords(engine).words(reader)
    let units = Array(Self.latin.utf16)
    #expect(String(decoding: units[words[0].range], as: UTF16.self) == "Qizlarning")
    #expect(words.allSatisfy { $0.range.upperBound <= units.count && !$0.range.isEmpty })
    #expect(zip(words, words.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }
}
