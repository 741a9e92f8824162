import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
  }

  static let commands = [
    ["init"], ["creators"], ["creators", "add"], ["creators", "list"], ["creators", "import"], ["ingest"], ["imports"],
    ["imports", "list"], ["imports", "show"], ["imports", "undo"], ["analyse"], ["report"], ["report", "month"],
    ["report", "creator"], ["report", "donor"], ["month"], ["month", "prepare"], ["month", "check"],
    ["month", "approve"],
    ["month", "status"], ["status"], ["coding"], ["coding", "sample"], ["coding", "import"],
    ["coding", "forget"], ["coding", "score"], ["coding", "train"], ["coding", "show"], ["lexicon"],
    ["lexicon", "check"], ["lexicon", "try"], ["lexicon", "suggest"], ["lexicon", "diff"], ["text"], ["text", "tag"],
    ["text", "language"], ["text", "sentences"], ["text", "words"], ["text", "forms"], ["text", "convert"],
    ["text", "restore"], ["dump"], ["serve"], ["serve", "start"], ["serve", "link"], ["users"], ["users", "add"],
    ["users", "list"], ["search"], ["users", "link"], ["users", "reset"], ["users", "role"], ["users", "remove"],
  ]

  @Test(arguments: commands)
  func everyCommandExplainsItselfWithAnExample(command: [String]) throws {
    let help = try program.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("Example") && help.output.contains("minbar \(command[0])"))
  }

  @Test func theReadmeNamesEveryCommand() throws {
    let readme = try ProjectFolder.text("README.md")
    for command in Self.commands where command.count == 1 {
      #expect(readme.contains("minbar \(command[0])"), "README.md does not name 'minbar \(command[0])'")
    }
  }

  @Test(arguments: [
    ["nonsense"], ["report", "month", "2026-13"], ["ingest"],
    ["report", "donor", "--from", "2026-10", "--to", "2026-05"], ["report", "donor"], ["report", "donor", "sample"],
    ["report", "donor", "sample", "2026-Q3", "--from", "2026-05"],
    ["dump"], ["imports", "undo", "x"], ["text", "convert"], ["text", "convert", "--to", "uz"], ["text", "forms"],
    ["text", "restore", "--language", "ru"], ["lexicon", "diff", "Lexicons"],
    ["lexicon", "suggest", "--minimum", "0"], ["lexicon", "suggest", "--language", "kk"],
    ["lexicon", "diff", "Lexicons", "Lexicons", "--comments", "-"], ["coding", "sample", "--month", "2026-10"],
    ["coding", "sample", "--month", "2026-10", "--size", "3", "-o", "a.csv"], ["coding", "import", "a.csv"],
    ["serve", "--address", "0.0.0.0"], ["serve", "--port", "0"], ["serve", "--public", "http://desk.example.org"],
    ["serve", "--address", "0.0.0.0", "--public", "https://desk.example.org"], ["serve", "--behind-proxy"],
    ["users", "add", "K7"], ["users", "add", "K7", "--role", "king"],
  ])
  func wrongUseEndsWithTwo(arguments: [String]) throws {
    #expect(try program.run(arguments).status == 2)
  }

  @Test func withoutAnArchiveTheWayIsTold() throws {
    let run = try program.run("status")
    #expect(run.status == 1)
    #expect(run.errors.contains("minbar init"))
  }

  @Test func aCreatorNeedsConsent() throws {
    try program.run("init")
    let without = try program.run(
      "creators", "add", "T01", "--name", "Сынак", "--languages", "ky", "--youtube-name", "Канал")
    #expect(without.status == 2)
    #expect(without.errors.contains("consent"))
    let with = try program.run(
      "creators", "add", "T01", "--name", "Сынак", "--languages", "ky", "--youtube-name", "Канал", "--consent",
      "figures",
      "--consent-with", "team", "--consent-until", "2027-12-31")
    #expect(with.status == 0, "\(with.errors)")
    #expect(try program.run("creators", "list").output.contains("figures with team until 2027-12-31"))
    #expect(!(try program.run("creators", "list").output.contains("Сынак")))
    #expect(try program.run("creators", "list", "--names").output.contains("Сынак"))
  }

  @Test func keysInsideTheDataDirectoryAreRefused() throws {
    let run = try program.run("init", "--keys", program.home + "/keys")
    #expect(run.status == 1)
    #expect(run.errors.contains("inside the data directory"))
  }

  @Test func standardInputIsTaken() throws {
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    let files = try ProjectFolder.files(below: "Samples/exports", endings: [".info.json"])
    let text = try ProjectFolder.text(try #require(files.first))
    let first = try program.run(["ingest", "-"], input: text)
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    let again = try program.run(["ingest", "-"], input: text)
    #expect(again.output.contains("taken before"))
  }

  @Test func aFilterKeepsOrderAndIds() throws {
    let lines =
      "{\"id\":\"b\",\"kind\":\"talk\",\"text\":\"Кыздарды окутуш керек\"}\nрахмат\n\n{\"id\":7,\"text\":\"спасибо\"}\n"
    let run = try program.run(["text", "tag"], input: lines)
    let ids = run.output.split(separator: "\n").map { String($0.prefix(9)) }
    #expect(ids == ["{\"id\":\"b\"", "{\"id\":\"2\"", "{\"id\":\"3\"", "{\"id\":\"7\""])
  }
}
