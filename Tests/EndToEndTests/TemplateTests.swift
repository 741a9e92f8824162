import Foundation
import TestSupport
import Testing

/// Forms to fill in: what the program writes, it reads.
@Suite struct TemplateTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
  }

  private static let languages = ["en", "ru", "ky", "uz"]

  @Test(
    arguments: [
      "figures", "talk-card", "surveys", "trainings", "events", "incidents", "stories",
    ], languages)
  func anEmptyFormIsNoProblem(kind: String, language: String) throws {
    let file = folder.path + "/\(kind)-\(language).xlsx"
    let made = try program.run("template", kind, "--language", language, "-o", file)
    #expect(made.status == 0 && made.output == file + "\n", "\(made.errors)")
    let before = try program.run("dump", "--logical").output
    let taken = try program.run("ingest", file)
    #expect(taken.status == 0 && !taken.output.contains(" ! "), "\(taken.output)")
    #expect(taken.output.contains("not filled in yet"), "\(taken.output)")
    #expect(try program.run("dump", "--logical").output == before)
    let again = try program.run("template", kind, "-o", file)
    #expect(again.status == 1 && again.errors.contains("already"), "what may be filled in is not written over")
  }

  @Test(arguments: languages) func anEmptyListOfCreatorsIsNoProblem(language: String) throws {
    let file = folder.path + "/creators-\(language).xlsx"
    #expect(try program.run("template", "creators", "--language", language, "-o", file).status == 0)
    let run = try program.run("creators", "import", file)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(arguments: [["template"], ["figures"], ["figures", "by-hand"], ["figures", "cards"]])
  func theCommandsExplainThemselves(command: [String]) throws {
    let help = try program.run(command + ["--help"])
    #expect(help.status == 0 && help.output.contains("Example") && help.output.contains("minbar \(command[0])"))
  }

  @Test(
    arguments: zip(languages, ["Talk cards", "Карточки выступлений", "Чыгып сүйлөөлөрдүн", "Maʼruza kartochkalari"]))
  func formatsAndDifferencesSpeakTheLanguage(language: String, cards: String) throws {
    #expect(try program.run("formats", "list", "--language", language).output.contains(cards))
    let roles = try program.run("formats", "roles", "--language", language).output
    #expect(roles.contains("views ") && (language == "en") == roles.contains("Country of the viewers"))
    let zip = "Samples/exports/2026-10/YouTube/Контент 2026-10-01_2026-10-31 Айыл имамы.zip"
    try program.run("ingest", zip)
    let diff = try program.run("imports", "diff", "1", "--language", language).output
    #expect((language == "en") == diff.contains("unchanged") && !diff.contains("diff."), "\(diff.prefix(300))")
  }
}
