import Testing
import TextAnalysis

@Suite("Spelling") struct FormSpellingTests {
  private static let uzbek = UzbekScript(Form.folder)
  private static let restorer = KyrgyzRestorer(Form.folder)

  @Test(
    "Uzbek in both scripts",
    arguments: [
      ("бўлади", "boʻladi"), ("тоғ", "togʻ"), ("шаҳар", "shahar"), ("ер", "yer"), ("поезд", "poyezd"),
      ("маъно", "maʼno"), ("Исҳоқ", "isʼhoq"), ("йўқ", "yoʻq"), ("ёш", "yosh"), ("эътиқод", "eʼtiqod"),
      ("конституция", "konstitutsiya"), ("милиция", "militsiya"), ("сентябрь", "sentabr"),
      ("фильмда", "filmda"), ("мўъжиза", "moʻjiza"), ("қадр-қиммат", "qadr-qimmat"), ("кетсин", "ketsin"),
      ("район", "rayon"), ("яйлов", "yaylov"), ("объект", "obyekt"), ("чиройли", "chiroyli"),
    ])
  func scripts(_ example: (String, String)) {
    let cyrillic = Form.units(example.0.lowercased())
    let latin = Form.units(example.1)
    #expect(Form.string(cyrillic.withUnsafeBufferPointer(Self.uzbek.latin)) == example.1)
    #expect(Form.string(latin.withUnsafeBufferPointer(Self.uzbek.cyrillic)) == example.0.lowercased())
  }

  @Test("Roman numerals stay")
  func numerals() {
    #expect(Form.string(Form.units("xxi").withUnsafeBufferPointer(Self.uzbek.cyrillic)) == "xxi")
  }

  @Test(
    "Kyrgyz letters come back",
    arguments: [
      ("учун", "үчүн"), ("озгоруу", "өзгөрүү"), ("комур", "көмүр"), ("билуу", "билүү"),
      ("тушунуу", "түшүнүү"),
      ("сойлоп", "сойлоп"), ("кундо", "күндө"), ("балаңыз", "балаңыз"), ("баланыз", "балаңыз"),
      ("коноктор", "коноктор"), ("болду", "болду"), ("жол", "жол"), ("олкобуз", "өлкөбүз"),
      ("негиздоо", "негиздөө"), ("организм", "организм"), ("ысык-колдо", "ысык-көлдө"),
    ])
  func restored(_ example: (String, String)) {
    let word = Form.units(example.0)
    let found = word.withUnsafeBufferPointer { Self.restorer.restore($0) } ?? word
    #expect(Form.string(found) == example.1)
  }

  @Test("a known word stays, a known candidate is taken")
  func lexicon() {
    let word = Form.units("тон")
    let kept = word.withUnsafeBufferPointer { Self.restorer.restore($0) { Form.string($0) == "тон" } }
    #expect(kept == nil)
    let other = word.withUnsafeBufferPointer { Self.restorer.restore($0) { Form.string($0) == "тоң" } }
    #expect(other.map { Form.string($0) } == "тоң")
  }

  @Test(
    "Kyrgyz typed in Latin",
    arguments: [
      ("rahmat", "рахмат"), ("jakshy", "жакшы"), ("zhakshy", "жакшы"), ("kyrgyz", "кыргыз"), ("bala", "бала"),
      ("4on", "чоң"), ("chong", "чоң"), ("ustaz", "устаз"), ("kitep", "китеп"), ("mugalim", "мугалим"),
      ("üçün", "үчүн"), ("ozgoruu", "өзгөрүү"), ("baluu", "балуу"),
    ])
  func latin(_ example: (String, String)) {
    let found = Form.units(example.0).withUnsafeBufferPointer(KyrgyzLatin.candidates).map { Form.string($0) }
    #expect(found.contains(example.1))
  }

  @Test("keys with the damage removed on both sides")
  func skeletons() {
    func key(_ word: String, _ make: (UnsafeBufferPointer<UInt16>) -> [UInt16]) -> String {
      Form.string(Form.units(word).withUnsafeBufferPointer(make))
    }
    #expect(key("өзгөрүүң", Skeleton.kyrgyz) == "озгоруун")
    #expect(key("ўғли", Skeleton.uzbekCyrillic) == "угли")
    #expect(key("oʻgʻli", Skeleton.uzbekLatin) == "ogli")
    #expect(key("ещё", Skeleton.russian) == "еще")
  }
}
