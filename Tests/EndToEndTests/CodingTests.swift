import Foundation
import TestSupport
import Testing

/// A month of the sample programme, taken in and read once; tests work on copies of it.
private final class CodingMonth: Sendable {
  let folder: TemporaryFolder

  static let shared = Result { try CodingMonth() }

  private init() throws {
    folder = try TemporaryFolder()
    let program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    try program.run("ingest", "Samples/exports/2026-10")
    try program.run("analyse")
  }
}

/// From a month to codes, scores and a model in force, with a script in the place of coders.
@Suite struct CodingTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    let month = try CodingMonth.shared.get()
    for part in ["data", "keys"] {
      try FileManager.default.copyItem(atPath: month.folder.path + "/" + part, toPath: folder.path + "/" + part)
    }
  }

  private func dump() throws -> [Substring] { try program.run("dump", "--logical").output.split(separator: "\n") }
  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
  }

  @discardableResult
  private func sample(_ name: String, _ options: String...) throws -> Program.Result {
    try program.run(
      ["coding", "sample", "--month", "2026-10", "--size", "80", "--tsv", "--output", folder.path + "/" + name]
        + options)
  }

  private func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        cell.hasPrefix("\"") ? String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"") : String(cell)
      }
    }
  }

  private struct Tag: Decodable {
    let themes: [String]
    let sentiment: String?
    let response: String?
    let alerts: [String]
  }

  /// Fills a file with what the engine says of each text by itself, or with what `change` makes of it.
  private func fill(_ name: String, as filled: String, change: (Int, [String]) -> [String] = { $1 }) throws {
    let rows = try rows(name).sorted { $0[0] < $1[0] }
    let input = try rows.map { row in
      let object = try JSONSerialization.data(withJSONObject: ["id": row[0], "kind": row[1], "text": row[2]])
      return String(decoding: object, as: UTF8.self) + "\n"
    }.joined()
    let tags = try program.run(["text", "tag"], input: input).output.split(separator: "\n")
      .map { try JSONDecoder().decode(Tag.self, from: Data($0.utf8)) }
    var lines = ["id\tkind\tvariety\tthemes\tsentiment\tresponse\talerts\tweight"]
    for (number, (row, tag)) in zip(rows, tags).enumerated() {
      let codes = [
        "", tag.themes.isEmpty ? "-" : tag.themes.joined(separator: " "), tag.sentiment ?? "-", tag.response ?? "-",
        tag.alerts.isEmpty || row[1] == "talk" ? "-" : tag.alerts.joined(separator: " "),
      ]
      lines.append((row[0...1] + change(number, codes) + [row[8]]).joined(separator: "\t"))
    }
    #expect(lines.count == 81)
    _ = try folder.write(filled, (lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test func aSampleShowsTextsAndNothingElse() throws {
    let before = try dump()
    let run = try sample("a.tsv", "--coders", "2")
    #expect(run.status == 0 && run.errors.contains("sealed comments") && run.errors.contains("lie open"))
    let one = try rows("a-A.tsv")
    let other = try rows("a-B.tsv")
    #expect(one.count == 80 && one != other)
    #expect(one.sorted { $0[0] < $1[0] } == other.sorted { $0[0] < $1[0] })
    #expect(Set(one.map { $0[1] }) == ["talk", "comment"])
    #expect(one.allSatisfy { $0[3...7].allSatisfy { $0.isEmpty || $0 == "-" } && (Double($0[8]) ?? 0) >= 1 })
    #expect(try dump() == before)

    let marks = before.filter { $0.hasPrefix("comment\t") }.flatMap { line in
      line.split(separator: "\t").filter { $0.hasPrefix("identity=") || $0.hasPrefix("author=") }
        .map { $0.drop { $0 != "\"" }.dropFirst().dropLast() }
    }
    let file = try text("a-A.tsv").uppercased()
    #expect(marks.count > 100 && !marks.contains { file.contains($0) })
    #expect(!file.contains("@"))

    #expect(try sample("a.tsv", "--coders", "2").status == 1)
    try sample("again.tsv", "--coders", "2")
    #expect(try text("again-A.tsv") == text("a-A.tsv"))
    try sample("other.tsv", "--seed", "2")
    #expect(Set(try rows("other.tsv").map { $0[0] }) != Set(one.map { $0[0] }))
  }

  private struct Scores: Decodable {
    struct Value: Decodable { let value: Double }
    struct Agreement: Decodable {
      let variable: String
      let label: String
      let n: Int
      let alpha: Value?
    }
    struct Row: Decodable {
      let language: String
      let variable: String
      let label: String
      let n: Int
      let recall: Value?
      let f1: Value?
    }
    let texts: Int
    let agreement: [Agreement]
    let scores: [Row]
  }

  private func score(_ arguments: String...) throws -> Scores {
    let run = try program.run(["coding", "score", "--format", "json", "--draws", "100"] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Scores.self, from: Data(run.output.utf8))
  }

  @Test func codesAreKeptScoredAndGoWithTheirComments() throws {
    try sample("a.tsv", "--coders", "2")
    try fill("a-A.tsv", as: "filled-A.tsv")
    // B finds nothing neutral that A found neutral.
    try fill("a-B.tsv", as: "filled-B.tsv") { _, codes in codes.map { $0 == "neutral" ? "mixed" : $0 } }

    let before = try dump()
    let taken = try program.run("coding", "import", folder.path + "/filled-A.tsv", "--coder", "A")
    #expect(taken.status == 0 && taken.output.contains("80 texts coded by A (0 replaced)"), "\(taken.output)")
    let once = try dump()
    #expect(once.count { $0.hasPrefix("label\t") } > 80)
    let again = try program.run("coding", "import", folder.path + "/filled-A.tsv", "--coder", "A")
    #expect(again.output.contains("(80 replaced)"))
    #expect(try dump() == once)
    try program.run("coding", "import", folder.path + "/filled-B.tsv", "--coder", "B")

    let scores = try score("--coder", "A")
    #expect(scores.texts == 80)
    let sentiment = try #require(scores.scores.first { $0.variable == "sentiment" && $0.label == "macro" })
    #expect(sentiment.f1.map { $0.value > 0.95 } == true)
    let agreement = try #require(scores.agreement.first { $0.variable == "sentiment" })
    #expect(agreement.alpha.map { $0.value > 0 && $0.value < 0.9 } == true && agreement.n > 20)
    #expect(scores.agreement.first { $0.variable == "themes" && $0.label.isEmpty }?.alpha?.value == 1)
    let csv = try program.run("coding", "score", "--draws", "100", "--format", "csv").output
    #expect(csv.contains("\nalpha,,all,sentiment,,") && csv.contains("found-share,comment,all,response,formula,"))
    #expect(try program.run("coding", "score", "--draws", "100").output.contains("Engine against coders: ru"))
    try program.run("coding", "forget", "--coder", "A")
    try program.run("coding", "forget", "--coder", "B")
    #expect(try dump() == before)
  }

  @Test func whatIsWrongIsNamedAndTheRestIsTaken() throws {
    try sample("a.tsv")
    try fill("a.tsv", as: "bad.tsv") { number, codes in
      number == 3 ? ["", "peace:likes", "-", "-", "-"] : codes
    }
    let run = try program.run("coding", "import", folder.path + "/bad.tsv", "--coder", "A")
    #expect(run.status == 1 && run.output.contains("79 texts coded") && run.output.contains("1 refused"))
    #expect(run.output.contains("line 5, themes") && run.output.contains("peace:promotes"))
    #expect(try program.run("coding", "import", folder.path + "/bad.tsv", "--coder", "Асан").status == 1)
    let stranger = try folder.write("x.tsv", "id\tkind\tthemes\nt-0-title-0-5-0\ttalk\t-\n".utf8)
    #expect(try program.run("coding", "import", stranger, "--coder", "A").output.contains("coding.unknown-item"))
  }

  @Test func codesOfACommentGoWithIt() throws {
    try sample("a.tsv")
    try fill("a.tsv", as: "filled.tsv")
    try program.run("coding", "import", folder.path + "/filled.tsv", "--coder", "A")
    #expect(try dump().contains { $0.hasPrefix("label\t") && $0.contains("identity=") })
    struct Listed: Decodable {
      struct File: Decodable { let format: String }
      let number: Int64
      let files: [File]
    }
    let list = try program.run("imports", "list", "--format", "json").output
    let withComments = try JSONDecoder().decode([Listed].self, from: Data(list.utf8)).filter { entry in
      entry.files.contains { $0.format.contains("comment") || $0.format.contains("yt-dlp") }
    }
    #expect(withComments.count > 3)
    for entry in withComments { try program.run("imports", "undo", String(entry.number)) }
    let left = try dump()
    #expect(!left.contains { $0.hasPrefix("label\t") && $0.contains("identity=") })
    #expect(left.contains { $0.hasPrefix("label\t") && $0.contains("part=") })
  }

  /// Coders call advertising in a made-up word what the rules know nothing of.
  private func slang() throws -> String {
    let words = ["китеп", "мугалим", "үй", "жол", "суу", "тоо", "нан", "шаар"]
    var lines = ["id\tkind\tvariety\ttext\tthemes\tsentiment\tresponse\talerts"]
    for (number, first) in words.enumerated() {
      for second in words {
        lines.append("a\(number)\(second)\tcomment\tky\tзумрадка \(first) \(second)\t-\tneutral\tspam\t-")
        lines.append("b\(number)\(second)\tcomment\tky\t\(first) жана \(second)\t-\tneutral\tother\t-")
      }
    }
    return try folder.write("slang.tsv", (lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test func aModelThatProvesBetterIsTakenIntoForceAndOutAgain() throws {
    let before = try dump()
    let model = folder.path + "/model"
    let trained = try program.run("coding", "train", try slang(), "--output", model)
    #expect(trained.status == 0 && trained.output.contains("response"), "\(trained.errors)")
    let line = trained.output.split(separator: "\n").first { $0.hasPrefix("response") }
    #expect(line?.hasSuffix("yes") == true, "\(trained.output)")
    #expect(try program.run("coding", "train", try slang(), "--output", model).status == 1)
    let again = folder.path + "/again"
    try program.run("coding", "train", try slang(), "--output", again)
    #expect(try text("again/model.tsv") == text("model/model.tsv"))
    #expect(try program.run("coding", "show", model).output.contains("response, spam"))

    let current = program.home + "/models/current"
    try FileManager.default.createDirectory(atPath: program.home + "/models", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: model, toPath: current)
    #expect(try !program.run("status").output.contains("Waiting:       0 posts"))
    #expect(try program.run("analyse").status == 0)
    #expect(try program.run("status").output.contains("Waiting:       0 posts"))
    #expect(try dump().contains { $0.hasPrefix("comment-reading") && $0.contains("+") })
    #expect(try dump() != before)
    try FileManager.default.removeItem(atPath: current)
    try program.run("analyse")
    #expect(try dump() == before)
  }

  @Test func withTooFewTextsNothingIsTrained() throws {
    let few = try folder.write("few.tsv", "id\tkind\ttext\tsentiment\na\tcomment\tрахмат\tpositive\n".utf8)
    let run = try program.run("coding", "train", few, "--output", folder.path + "/model")
    #expect(run.status == 1 && run.errors.contains("too few"))
    #expect(try program.run("coding", "score", few).output.contains("1 texts"))
    #expect(try program.run("coding", "score").errors.contains("no codes"))
  }
}
