import Testing
import TextAnalysis

@Suite("Canonical word forms") struct FormWordTests {
  private func form(_ word: String) -> String { FormReading(word).words.joined(separator: " ") }

  @Test(
    "one form for every spelling of a letter",
    arguments: [
      ("Мектеп", "мектеп"), ("МЕКТЕП", "мектеп"), ("рахмаааат", "рахмат"), ("ӊ", "ң"), ("сѳз", "сөз"),
      ("кʏн", "күн"), ("cоюз", "союз"), ("Hамаз", "намаз"), ("на\u{00AD}маз", "намаз"),
      ("на\u{200B}маз", "намаз"), ("за\u{0301}мок", "замок"), ("т-е-р-р-о-р", "террор"), ("İmam", "imam"),
      ("х0рошо", "хорошо"), ("covid19", "covid19"), ("IT-адис", "it-адис"), ("ky‐ky", "ky-ky"),
    ])
  func oneForm(_ example: (String, String)) {
    #expect(form(example.0) == example.1)
  }

  @Test("apostrophes", arguments: ["'", "‘", "’", "ʻ", "ʼ", "`", "´", "ʹ", "′"])
  func apostrophes(_ mark: String) {
    #expect(form("o\(mark)zbek") == "oʻzbek")
    #expect(form("G\(mark)OYA") == "gʻoya")
    #expect(form("ma\(mark)no") == "maʼno")
    #expect(form("bu ulug\(mark) ish") == "bu ulugʻ ish")
    #expect(FormReading("ulug\(mark) ish").written == ["ulug\(mark)", "ish"])
  }

  @Test("NFC and NFD give one form", arguments: ["йигит", "ёлка", "ўзбек", "şehir", "kız", "қўй", "über"])
  func normalised(_ word: String) {
    let decomposed = Form.string(Normalization.decomposed(Form.units(word)))
    #expect(form(decomposed) == word)
    #expect(form(word) == word)
  }

  @Test("flags say what was seen")
  func flags() {
    let reading = FormReading("Бишкек РАХМАТ жооооок ӊ өлкө oʻzbek кы\u{200B}з т*ррор")
    let flags = reading.text.tokens.map { reading.types.flags($0.type) }
    #expect(flags[0] == [.capitalised])
    #expect(flags[1] == [.capitalised, .allCaps])
    #expect(flags[2] == [.lengthened])
    #expect(flags[3] == [.repaired, .hasKyrgyzLetters])
    #expect(flags[4] == [.hasKyrgyzLetters])
    #expect(flags[5] == [.hasApostrophe, .hasUzbekLetters])
    #expect(flags[6] == [.hadInvisible])
    #expect(flags[7] == [.disguised])
    #expect(Form.string(reading.types.doubledForm(reading.text.tokens[2].type)) == "жоок")
  }

  @Test("spellings share a base")
  func base() {
    let reading = FormReading("Мектеп МЕКТЕП мектеп")
    let bases = Set(reading.text.tokens.map { reading.types.base($0.type) })
    #expect(bases.count == 1)
    #expect(Set(reading.text.tokens.map(\.type)).count == 3)
  }

  @Test("the table empties itself between texts only")
  func limit() {
    let types = WordTypes(Form.segmentation.letters)
    for number in 0..<(WordTypes.limit + 10) {
      let digits = String(number).utf16.map { $0 - 0x30 + 0x0430 }
      digits.withUnsafeBufferPointer { _ = types.id(for: $0) }
    }
    #expect(types.generation == 0)
    #expect(types.count > WordTypes.limit)
    #expect(types.beginText())
    #expect(types.generation == 1)
    #expect(types.count == 0)
    let word = Form.units("мектеп")
    #expect(word.withUnsafeBufferPointer { types.id(for: $0) } == 0)
    #expect(Form.string(types.form(0)) == "мектеп")
  }

  @Test("long words that start alike are told apart, and their form is cut")
  func longWords() {
    let start = String(repeating: "аб", count: 60)
    let reading = FormReading("\(start)в \(start)г")
    #expect(reading.text.tokens[0].type != reading.text.tokens[1].type)
    #expect(reading.types.form(reading.text.tokens[0].type).count == WordTypes.longestForm)
    #expect(reading.types.flags(reading.text.tokens[0].type).contains(.cut))
  }
}
