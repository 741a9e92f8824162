import TestSupport
import Testing
import TextAnalysis

@Suite struct UzbekWrittenTests {
  private let script: UzbekScript

  init() throws {
    let path = "languages/uz/spelling.tsv"
    script = UzbekScript(LexiconFolder(files: [path: Array(try ProjectFolder.text("Lexicons/" + path).utf8)]))
  }

  @Test(arguments: [
    ("Oʻzbekcha", "Ўзбекча"), ("maʼlumot", "маълумот"), ("yoʻq", "йўқ"), ("Yangi", "Янги"), ("SHAHAR", "ШАҲАР"),
    ("-yil", "-йил"), ("bir-biriga", "бир-бирига"), ("Eʼtibor", "Эътибор"), ("oktabr", "октябрь"),
  ])
  func aWordKeepsItsCapitals(latin: String, cyrillic: String) {
    #expect(script.cyrillic(written: latin) == cyrillic)
  }
}
