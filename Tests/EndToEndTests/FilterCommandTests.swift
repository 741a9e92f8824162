import TestSupport
import Testing

/// The filters as a user runs them.
@Suite struct FilterCommandTests {
  private let program: Program
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
  }

  private func output(_ arguments: [String], _ input: String) throws -> String {
    let run = try program.run(["text"] + arguments, input: input)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test func languagesAndSpans() throws {
    let line = try output(["language", "--with-text"], "кыздар окуду\n")
    #expect(line.hasPrefix(#"{"id":"1","text":"кыздар окуду","language":"ky","#))
    #expect(line.contains(#""confidence":"#))
    #expect(line.hasSuffix(#""spans":[{"start":0,"end":12,"language":"ky"}]}"# + "\n"))
  }

  @Test func sentencesWithOffsetsInAnyUnit() throws {
    let text = "Салам, балдар. Кыздар окусун!\r\n\n"
    #expect(
      try output(["sentences", "--kind", "talk"], text)
        == #"{"id":"1","language":"ky","sentences":[{"start":0,"end":14,"language":"ky"},"#
        + #"{"start":15,"end":29,"language":"ky"}]}"# + "\n"
        + #"{"id":"2","language":"unknown","sentences":[]}"# + "\n")
    let object = #"{"id":"a","kind":"talk","text":"Мектеп ачылды."}"#
    #expect(
      try output(["sentences", "--offsets", "utf8", "--with-text"], object)
        == #"{"id":"a","language":"ky","sentences":[{"start":0,"end":26,"language":"ky","text":"Мектеп ачылды."}]}"#
        + "\n")
  }

  @Test func wordsOfEveryKind() throws {
    let line = try output(["words"], "МЕКТЕП 5, 😀 https://a.kg @ali #той 12:30 [phone]\n")
    let kinds = ["word", "number", "punctuation", "emoji", "link", "mention", "hashtag", "timestamp", "placeholder"]
    for kind in kinds { #expect(line.contains("\"kind\":\"\(kind)\""), "\(kind) in \(line)") }
    #expect(line.contains(#"{"start":0,"end":6,"kind":"word","form":"мектеп","language":"ky"}"#))
  }

  @Test func formsAreAnsweredLineByLine() throws {
    let run = try program.run(
      ["text", "forms", "--language", "uz"],
      input: "qiz\tқизлар\textra\n\nmaktab\nmaktab\tqizlar\n\tform\nмактаб\tmaktabga")
    #expect(run.output == "qiz\tқизлар\textra\t1\n\nmaktab\tqizlar\t0\nмактаб\tmaktabga\t1\n")
    #expect(run.status == 1)
    #expect(run.errors.contains("standard input:3: forms.no-tab") && run.errors.contains("5: forms.empty-column"))
    #expect(!run.errors.contains("maktab"))
  }

  @Test(arguments: [("ky", "адилет\tадилеттүүлүк"), ("ky", "жумуш\tжумушчулар"), ("uz", "doʻst\tдўстлик")])
  func derivedWordsCountOnRequest(language: String, pair: String) throws {
    #expect(try output(["forms", "--language", language], pair) == pair + "\t0\n")
    #expect(try output(["forms", "--language", language, "--derivation"], pair) == pair + "\t1\n")
  }

  @Test func scriptsThereAndBack() throws {
    let text = "Ўзбекистон мактабларида янги ўқув йили бошланди.\r\n\nШАВКАТ ака https://a.uz\u{0} кўрди"
    let latin = try output(["convert", "--to", "uz-Latn"], text)
    #expect(
      latin
        == "Oʻzbekiston maktablarida yangi oʻquv yili boshlandi.\r\n\nSHAVKAT aka https://a.uz\u{0} koʻrdi")
    #expect(try output(["convert", "--to", "uz-Cyrl"], latin) == text)
  }

  @Test func lettersAreGivenBack() throws {
    #expect(
      try output(["restore", "--language", "ky"], "Кыздар учун билим керек\r\nЭтот урок нужен детям")
        == "Кыздар үчүн билим керек\r\nЭтот урок нужен детям")
  }

  @Test func manyLinesComeOutInOrder() throws {
    let lines = (1...3_000).map { "сөз \($0)" }
    let words = try output(["words"], lines.joined(separator: "\n"))
    let ids = words.split(separator: "\n").map { $0.prefix(14).filter(\.isNumber) }
    #expect(ids == (1...3_000).map(String.init))
  }
}
