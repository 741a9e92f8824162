import Records
import Testing
import TextAnalysis

@Suite("Surface") struct SurfaceReaderTests {
  @Test("reads what the full reader reads", arguments: ["Салам. Кыздар окусун!", "рахмат, очень полезно", "", "😀 5"])
  func sameAsReader(_ text: String) throws {
    let engine = try Meaning.engine.get()
    let full = engine.makeReader().read(text, kind: .talk)
    let surface = engine.makeSurfaceReader()
    var bytes = text
    bytes.withUTF8 { surface.read(utf8: $0, kind: .talk) }
    #expect(surface.text.language == full.language && surface.text.spans == full.spans)
    #expect(surface.text.sentences.map(\.units) == full.sentences.map(\.range))
  }

  @Test("an expected language needs less evidence, and a whole sentence of another one keeps its own")
  func expecting() throws {
    let engine = try Meaning.engine.get()
    func language(_ text: String, _ expected: LanguageTag?) -> LanguageTag {
      let reader = engine.makeSurfaceReader(expecting: expected)
      var bytes = text
      bytes.withUTF8 { reader.read(utf8: $0, kind: .talk) }
      return reader.text.language
    }
    #expect(language("китоб", .uzbekCyrillic) == .uzbekCyrillic)
    #expect(language("Дети должны ходить в школу каждый день", .uzbekCyrillic) == .russian)
  }

  @Test("pairs are told as single calls tell them")
  func forms() throws {
    let engine = try Meaning.engine.get()
    let reader = engine.makeFormReader(.uzbek, derivation: false)
    for (lemma, form) in [("qiz", "қизлар"), ("қиз", "qizlar"), ("maktab", "мактабга"), ("maktab", "qizlar")] {
      let single = engine.formMatches(lemma: lemma, form: form, language: .uzbek)
      #expect(reader.matches(lemma: Array(lemma.utf16), form: Array(form.utf16)) == single)
      #expect(single == (form != "qizlar" || lemma != "maktab"))
    }
  }
}
