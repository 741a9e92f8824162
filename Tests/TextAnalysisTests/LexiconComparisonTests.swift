import Testing
import TextAnalysis

@Suite("Comparing lexicons") struct LexiconComparisonTests {
  private func changes(_ first: [String: String], _ second: [String: String]) -> [String] {
    LexiconComparison.changes(from: Meaning.small(first), to: Meaning.small(second)).map {
      "\($0.kind.rawValue) \($0.language) \($0.part) \($0.entry): \($0.before) -> \($0.after)"
    }
  }

  private let girl = "languages/ky/classes/GIRL.tsv"
  private let feelings = "languages/ky/sentiment.tsv"

  @Test("entries are added, removed and changed")
  func entries() {
    let found = changes(
      [girl: "кыз\tn\nкызым\tx\n", feelings: "мыкты\ta\t2\n"],
      [girl: "кыз\tn\nкелин\tn\n", feelings: "мыкты\ta\t3\n"])
    #expect(
      found == [
        "added ky GIRL келин:  -> n", "removed ky GIRL кызым: x -> ", "changed ky sentiment мыкты: a 2 -> a 3",
      ])
  }

  @Test("order and notes are no change")
  func order() {
    #expect(changes([girl: "кыз\tn\nкелин\tn\n"], [girl: "# girls\nкелин\tn\tbride\nкыз\tn\n"]) == [])
  }

  @Test("rules are compared by what they ask for and what they say")
  func rules() {
    let found = changes(
      ["themes/education.tsv": "rule\tGIRL\tvalue\nrule\tLEARN\tvalue\n"],
      ["themes/education.tsv": "rule\tGIRL\ttopic\nrule\tGIRL & LEARN\tvalue\n"])
    #expect(
      found == [
        "changed  education GIRL: rule value -> rule topic", "added  education GIRL & LEARN:  -> rule value",
        "removed  education LEARN: rule value -> ",
      ])
  }

  @Test("other files are named when their bytes differ")
  func others() {
    let first = Meaning.small([girl: "кыз\tn\n", "languages/ky/words.tsv": "opens\tал\t1\n"])
    let second = Meaning.small([girl: "келин\tn\n", "languages/ky/words.tsv": "opens\tал\t2\n"])
    #expect(LexiconComparison.otherFiles(first, second) == ["languages/ky/words.tsv"])
    #expect(LexiconComparison.otherFiles(first, first) == [])
  }
}
