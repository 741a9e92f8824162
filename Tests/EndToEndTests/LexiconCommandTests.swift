import Foundation
import TestSupport
import Testing

@Suite struct LexiconCommandTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
  }

  /// A copy of the project's lexicon with lines added to some files.
  private func lexicon(_ name: String, adding lines: [String: String] = [:]) throws -> String {
    let path = folder.path + "/" + name
    try FileManager.default.copyItem(atPath: ProjectFolder.path + "/Lexicons", toPath: path)
    for (file, text) in lines {
      let old = try ProjectFolder.text("Lexicons/" + file)
      _ = try folder.write(name + "/" + file, (old + text).utf8)
    }
    return path
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func notesAloneEndWithZero() throws {
    let run = try program.run("lexicon", "check", "--lexicons", "Lexicons")
    #expect(run.status == 0, "\(run.output.prefix(500))")
    #expect(run.output.contains(": 0 faults, "))
    #expect(
      try program.run("lexicon", "check", "--lexicons", "Lexicons", "--faults-only").output.split(separator: "\n").count
        == 1)
  }

  @Test func aFaultIsNamedWithFileAndLineAndEndsWithOne() throws {
    let file = "languages/ky/classes/GIRL.tsv"
    let path = try lexicon("broken", adding: [file: "Айша\tn\n"])
    let line = try ProjectFolder.text("Lexicons/" + file).utf8.count { $0 == 10 } + 1
    let run = try program.run("lexicon", "check", "--lexicons", path)
    #expect(run.status == 1)
    #expect(run.output.contains("fault: \(file):\(line): lexicon.capital: found Айша"), "\(run.output.prefix(500))")
    let check = try json(try program.run("lexicon", "check", "--lexicons", path, "--format", "json").output)
    let findings = try #require(check["findings"] as? [[String: Any]])
    #expect(findings.first?["level"] as? String == "fault")
    #expect(findings.contains { $0["code"] as? String == "lexicon.capital" && $0["line"] as? Int == line })
    #expect(check["faults"] as? Int == findings.count { $0["level"] as? String == "fault" })
  }

  @Test func missingWordsAreSuggestedFromLabelledLines() throws {
    let dry = "{\"mood\":\"sad\",\"text\":\"Суу жок, айдаганга кургакчылыктан зыян болду\"}\n"
    let plain = "{\"mood\":\"calm\",\"text\":\"Бүгүн базардан нан алып келдик биз\"}\n"
    let input = String(repeating: dry, count: 12) + String(repeating: plain, count: 40)
    let run = try program.run(["lexicon", "suggest", "--label", "mood", "--minimum", "3"], input: input)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(lines.first?.first == "language" && lines.allSatisfy { $0.count == 9 })
    let word = try #require(lines.first { $0[2] == "кургакчылыктан" && $0[1] == "sad" })
    #expect(word[0] == "ky" && word[3] == "12" && word[4] == "12" && word[5] == "0")
    let other = try program.run(
      ["lexicon", "suggest", "--label", "mood", "--language", "ru", "--format", "json"], input: input)
    #expect(other.output == "[\n\n]\n")
  }

  @Test func withoutLabelsTheReadingNamesTheGroups() throws {
    let bad = "Абдан жаман, уят, кургакчылыктан чарчадык\n"
    let input = String(repeating: bad, count: 12) + String(repeating: "Бүгүн базардан нан алып келдик биз\n", count: 40)
    let run = try program.run(["lexicon", "suggest", "--minimum", "3"], input: input)
    #expect(run.output.contains("ky\tnegative\tкургакчылыктан\t12"), "\(run.output)")
  }

  @Test func aChangeIsShownBeforeItIsMade() throws {
    let after = try lexicon("after", adding: ["languages/ky/classes/GIRL.tsv": "зызына\tn\n"])
    let texts = "Зызына мектепте окусун\nБүгүн күн ысык\n"
    let run = try program.run(["lexicon", "diff", "Lexicons", after, "-"], input: texts)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("+ ky GIRL: зызына (n)"))
    #expect(run.output.contains("2 texts read, 1 differently."))
    #expect(run.output.contains("1: Зызына мектепте окусун"))
    #expect(run.output.contains("  + theme girls-education:promotes"))
    #expect(try program.run(["lexicon", "diff", "Lexicons", after, "--exit-code", "-"], input: texts).status == 1)
    let value = try json(
      try program.run(["lexicon", "diff", "Lexicons", after, "--format", "json", "-"], input: texts).output)
    #expect((value["texts"] as? [String: Any])?["changed"] as? Int == 1)
    #expect((value["entries"] as? [[String: Any]])?.count == 1)
    #expect(value["comments"] == nil)
  }

  @Test func theSameLexiconChangesNothing() throws {
    let run = try program.run(
      ["lexicon", "diff", "Lexicons", "Lexicons", "--exit-code", "-"], input: "Кыздар окусун\n")
    #expect(run.status == 0)
    #expect(run.output == "The entries are the same.\n1 texts read, 0 differently.\n")
  }

  @Test func aFolderThatIsNoLexiconEndsWithOne() throws {
    let run = try program.run(["lexicon", "diff", "Lexicons", folder.path, "-"])
    #expect(run.status == 1)
    #expect(run.errors.contains("no lexicon"))
  }

  @Test func ownTalksAreReadAndSealedCommentsOnlyCounted() throws {
    let sample = try SampleProgramme.shared.get()
    let after = try lexicon("sealed", adding: ["languages/ky/classes/INSULT.tsv": "устаз\tn\nрахмат\tn\n"])
    let talks = try sample.program.run("lexicon", "diff", "Lexicons", after)
    #expect(talks.status == 0, "\(talks.errors)")
    #expect(!talks.output.contains("0 texts read") && !talks.output.contains("sealed comments"))
    let both = try sample.program.run("lexicon", "diff", "Lexicons", after, "--comments", "--format", "json")
    let comments = try #require(try json(both.output)["comments"] as? [String: Any])
    #expect((comments["read"] as? Int ?? 0) > 300 && (comments["changed"] as? Int ?? 0) > 5)
    #expect((comments["examples"] as? [Any])?.isEmpty == true)
    #expect(try spoken(in: both.output).isEmpty)
  }

  /// Long comments of the sample that stand in a text.
  private func spoken(in output: String) throws -> [Substring] {
    let talks = try ["ky", "ru", "uz-Latn", "uz-Cyrl"].map { try ProjectFolder.text("Samples/texts/\($0)/talks.txt") }
      .joined()
    return try ["ky", "ru", "uz-Latn", "uz-Cyrl"].flatMap { variety in
      try ProjectFolder.text("Samples/texts/\(variety)/comments.tsv").split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)[1]
      }
    }.filter { $0.utf8.count >= 40 && !talks.contains($0) && output.contains($0) }
  }
}
