import Records
import Testing
import TextAnalysis

@Suite("Lexicon check") struct LexiconAuditTests {
  /// A small lexicon with the real morphology of Kyrgyz and the real alphabets.
  static func folder(_ files: [String: String]) -> LexiconFolder {
    var folder = Meaning.small(files)
    for (path, bytes) in Meaning.folder.files where folder.files[path] == nil {
      let isNeeded =
        path.hasSuffix("/morphology.tsv") || path.hasSuffix("/changes.tsv") || path.hasSuffix("/alphabet.tsv")
      if isNeeded { folder.files[path] = bytes }
    }
    return folder
  }

  private func findings(_ files: [String: String]) throws -> [LexiconFinding] {
    let folder = Self.folder(files)
    return LexiconAudit(folder, try TextEngine(folder)).findings()
  }

  struct Example: Sendable, CustomStringConvertible {
    let code: String
    let place: String
    let isFault: Bool
    let files: [String: String]

    init(_ code: String, _ place: String, fault: Bool, _ files: [String: String]) {
      self.code = "lexicon." + code
      self.place = place
      isFault = fault
      self.files = files
    }

    var description: String { "\(code) at \(place)" }
  }

  private static let girl = "languages/ky/classes/GIRL.tsv"
  private static let learn = "languages/ky/classes/LEARN.tsv"
  private static let theme = "themes/education.tsv"
  private static let feelings = "languages/ky/sentiment.tsv"
  private static let phrases = "languages/ky/formulas.tsv"
  private static let blockers = "languages/ky/blockers.tsv"

  static let examples: [Example] = [
    Example(
      "opposed-classes", "\(learn):2", fault: true,
      ["checks.tsv": "opposed\tGIRL\tLEARN\n", girl: "кыз\tn\n", learn: "оку-\tv\nкыз\tn\n"]),
    Example("check-line", "checks.tsv:1", fault: true, ["checks.tsv": "opposed\tGIRL\tNOBODY\n"]),
    Example(
      "sign", "\(feelings):1", fault: true,
      ["checks.tsv": "sign\tGIRL\tpositive\n", girl: "кыз\tn\n", feelings: "кыз\tx\t-2\n"]),
    Example("sign", "\(feelings):2", fault: true, [feelings: "мыкты\ta\t2\nмыкты\tx\t-1\n"]),
    Example(
      "sign", "\(feelings):1", fault: true, [feelings: "рахмат\tn\t-1\n", phrases: "рахмат\tthanks\tpositive\n"]),
    Example("formula-tone", "\(phrases):1", fault: true, [phrases: "рахмат\tthanks\tpostive\n"]),
    Example(
      "mixed-script", "\(phrases):2", fault: true, [phrases: "салам\tgreeting\tneutral\nрaхмат\tthanks\tpositive\n"]),
    Example("capital", "\(girl):1", fault: true, [girl: "Айша\tn\n"]),
    Example("look-alike", "\(girl):1", fault: false, [girl: "cop\tx\n"]),
    Example(
      "foreign-letter", "languages/ru/formulas.tsv:1", fault: false,
      ["languages/ru/formulas.tsv": "чоң рахмат\tthanks\tpositive\n"]),
    Example("redundant", "\(girl):2", fault: false, [girl: "кыз\tn\nкыздарга\tx\n"]),
    Example(
      "overlap", "languages/ky/classes/WOMAN.tsv:1", fault: false,
      [
        "classes.tsv": "GIRL\tpeople\tgirls\nWOMAN\tpeople\twomen\n", girl: "келин\tn\n",
        "languages/ky/classes/WOMAN.tsv": "келин\tn\n", theme: "rule\tGIRL & WOMAN\tvalue\n",
      ]),
    Example("unreachable", "\(feelings):1", fault: true, [feelings: "жаман\ta\t-2\n", blockers: "жаман-\tv\n"]),
    Example("unreachable", "\(girl):1", fault: true, [girl: "15 жаштагы кыз\tx+x+n\n"]),
    Example("hidden-lemma", "\(learn):1", fault: false, [learn: "алда-\tv\n", blockers: "алда\tx\n"]),
    Example("idle-blocker", "\(blockers):2", fault: false, [girl: "кыз\tn\n", blockers: "кызыл\ta\nалма\tn\n"]),
    Example("idle-rule", "\(theme):1", fault: true, [girl: "кыз\tn\n", theme: "rule\tGIRL & LEARN\tvalue\n"]),
    Example("idle-rule", "\(theme):1", fault: true, [girl: "кыз\tn\n", theme: "rule\tGIRL:imperative\tvalue\n"]),
    Example("idle-rule", "\(theme):1", fault: true, [girl: "кыз\tn\n", theme: "rule\tGIRL & !GIRL\tvalue\n"]),
    Example("idle-rule", "alerts.tsv:1", fault: true, [girl: "кыз\tn\n", "alerts.tsv": "hate\tGIRL & @second\n"]),
    Example(
      "repeated-rule", "\(theme):2", fault: true, [girl: "кыз\tn\n", theme: "rule\tGIRL\tvalue\nrule\tGIRL\ttopic\n"]),
    Example(
      "taken-rule", "responses.tsv:2", fault: false,
      [
        girl: "кыз\tn\n", learn: "оку-\tv\n",
        "responses.tsv": "supportive\tGIRL\t-\ncritical\tGIRL && LEARN\t-\n",
      ]),
    Example("unused-class", "classes.tsv:2", fault: false, [theme: "rule\tGIRL\tvalue\n"]),
    Example(
      "example", "\(theme):2", fault: true,
      [girl: "кыз\tn\n", theme: "rule\tGIRL\tvalue\nhit\tky\tpromotes\tБүгүн күн ысык.\n"]),
    Example(
      "example", "\(theme):2", fault: true, [girl: "кыз\tn\n", theme: "rule\tGIRL\tvalue\nmiss\tky\tБир кыз келди.\n"]),
    Example("unknown-theme", "\(theme):1", fault: true, [theme: "also\tschooling\n"]),
    Example("no-title", theme, fault: false, [theme: "title\ten\tEducation\n"]),
    Example("unknown-file", "languages/ky/clases/GIRL.tsv", fault: false, ["languages/ky/clases/GIRL.tsv": "кыз\tn\n"]),
  ]

  @Test("each slip is named with its place", arguments: examples)
  func slips(_ example: Example) throws {
    let found = try findings(example.files).filter { $0.problem.code == example.code }
    let places = found.map {
      [$0.problem.file, $0.problem.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    }
    #expect(places.contains(example.place), "\(found.map(\.problem.description))")
    #expect(found.allSatisfy { $0.isFault == example.isFault && !$0.problem.remedy.isEmpty })
  }

  @Test(
    "what is right is passed over",
    arguments: [
      [girl: "кыз\tn\nкыз бала\tx+n\n", theme: "rule\tGIRL\tvalue\nhit\tky\tpromotes\tБир кыз келди.\n"],
      [girl: "кыз\tn\n", learn: "оку-\tv\n", theme: "rule\tGIRL & LEARN:prohibitive\topposes\n"],
      [learn: "алда-\tv\tmeant: алда alone is another word\n", blockers: "алда\tx\n"],
      [girl: "кыз\tn\nкыздарга\tx\tmeant\n"],
      ["languages/ru/formulas.tsv": "чоң рахмат\tthanks\tpositive\tloan from ky\n"],
      [feelings: "жаман\ta\t-2\n", blockers: "жамандык\tn\n"],
    ])
  func quiet(_ files: [String: String]) throws {
    let loud: Set<String> = ["missing-file", "missing-class", "unused-class", "no-title", "example-language"]
    let found = try findings(files).filter { !loud.contains(String($0.problem.code.dropFirst(8))) }
    #expect(found.isEmpty, "\(found.map(\.problem.description))")
  }

  @Test("faults come before notes")
  func order() throws {
    let found = try findings([Self.girl: "кыз\tn\nкыздарга\tx\nАйша\tn\n"])
    let firstNote = try #require(found.firstIndex { !$0.isFault })
    #expect(found[firstNote...].allSatisfy { !$0.isFault })
    #expect(found.first?.isFault == true)
  }

  @Test("the project's own lexicon has no fault")
  func own() throws {
    let faults = LexiconAudit(Meaning.folder, try Meaning.engine.get()).findings().filter(\.isFault)
    #expect(faults.isEmpty, "\(faults.prefix(5).map(\.problem.description))")
  }

  @Test("what the check brought to light stays right", arguments: ["Бул жаман экен", "Айттыңар, жаман"])
  func badIsBad(_ text: String) throws {
    let steps = try Meaning.reader().derivation(of: text, kind: .comment)
    #expect(steps.contains { $0.kind == "hit" && $0.text.hasPrefix("жаман [") && $0.text.contains("-2") })
  }

  @Test(
    "names of services in Latin letters are read in a Kyrgyz text",
    arguments: [
      "Балам facebook дан көрүптүр", "Досум whatsapp тан окуптур",
    ])
  func latinNames(_ text: String) throws {
    let steps = try Meaning.reader().derivation(of: text, kind: .talk)
    #expect(steps.contains { $0.text.contains("[ONLINE]") }, "\(steps.map(\.text))")
  }
}
