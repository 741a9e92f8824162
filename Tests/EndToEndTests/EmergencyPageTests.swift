import Foundation
import TestSupport
import Testing

/// Runs every command of the emergency page, in the four languages, in the straits that the page speaks of.
@Suite struct EmergencyPageTests {
  private static let languages = ["en", "ru", "ky", "uz"]

  /// What stands between backquotes and begins with the program's name, in order; words in capitals stand for names.
  private static func commands(_ language: String) throws -> [[String]] {
    let parts = try ProjectFolder.text("docs/emergency.\(language).md").split(
      separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && parts[$0].hasPrefix("minbar ") }.map { index in
      parts[index].split(separator: " ").dropFirst().map { word in
        isPlaceholder(word) ? "NAME" : String(word)
      }
    }
  }

  private static func isPlaceholder(_ word: Substring) -> Bool {
    word.count > 2 && word.unicodeScalars.allSatisfy { $0.properties.isUppercase }
  }

  @Test(arguments: languages) func allLanguagesGiveTheSameCommands(language: String) throws {
    let commands = try Self.commands(language)
    #expect(commands.count == 16)
    #expect(try commands == Self.commands("en"))
  }

  @Test(arguments: languages) func allLanguagesSayTheSame(language: String) throws {
    let lines = try ProjectFolder.text("docs/emergency.\(language).md").split(separator: "\n")
    let english = try ProjectFolder.text("docs/emergency.en.md").split(separator: "\n")
    func marks(_ lines: [Substring]) -> [String] {
      lines.filter { $0.hasPrefix("#") || $0.first?.isNumber == true }.map { String($0.prefix(2)) }
    }
    #expect(marks(lines) == marks(english))
    #expect(lines.joined().count(of: "______") == english.joined().count(of: "______"))
  }

  @Test(.timeLimit(.minutes(3))) func everyCommandWorksWhereItStands() throws {
    var strait = try Strait()
    for command in try Self.commands("en") {
      let (words, status) = try strait.prepare(command)
      let run = try strait.program.run(words)
      #expect(run.status == status, "\(words): \(run.output)\(run.errors)")
      #expect(!run.output.isEmpty || !run.errors.isEmpty, "\(words) says nothing")
    }
    #expect(strait.used == ["backup", "creators", "doctor", "imports", "init", "key", "panic", "purge", "restore"])
  }
}

/// The programme as it is when somebody reaches for the page.
private struct Strait {
  private let folder: TemporaryFolder
  private(set) var program: Program
  private(set) var used: Set<String> = []
  private var isMoved = false
  private var days = 0

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.path + "/old")
    try FileManager.default.createDirectory(atPath: folder.path + "/old", withIntermediateDirectories: true)
    try program.run("init")
    try program.run("creators", "import", "Samples/creators.csv")
    try program.run("ingest", "Samples/exports/2026-10/Comments/K02", "Samples/exports/2026-10/Comments/K01")
    try program.run("backup", backup)
    try FileManager.default.copyItem(atPath: program.keys, toPath: sealedKeys)
  }

  private var backup: String { folder.path + "/monthly.backup" }
  private var sealedKeys: String { folder.path + "/sealed-copy" }

  /// The words to run, with names in place, and how the command is to end.
  mutating func prepare(_ command: [String]) throws -> (words: [String], status: Int32) {
    used.insert(command[0])
    var words = command
    switch command.filter({ $0 != "NAME" }).joined(separator: " ") {
    case "key status" where !isMoved:
      // Before the keys are put back on the new computer, it says where they belong.
      try moveToANewComputer()
    case "restore":
      try FileManager.default.copyItem(atPath: sealedKeys, toPath: program.keys)
      words = ["restore", backup]
    case "init":
      // Whoever runs it all the same after a key was lost is refused, and nothing changes.
      try startAnew()
      try FileManager.default.removeItem(atPath: program.keys + "/text.key")
      return (words, 1)
    case "key verify": try putKeysBack()
    case "key init --replace": try FileManager.default.removeItem(atPath: program.keys + "/text.key")
    case "creators import": words.append("Samples/creators.csv")
    case "imports list": try startAnew()
    case "imports undo": words = ["imports", "undo", "1"]
    case "purge --import", "purge --import --dry-run": words[2] = "2"
    case "backup": words = ["backup", folder.path + "/new.backup"]
    default: break
    }
    return (words, 0)
  }

  private mutating func moveToANewComputer() throws {
    isMoved = true
    program = Program(folder: folder.path + "/new")
    try FileManager.default.createDirectory(atPath: folder.path + "/new", withIntermediateDirectories: true)
  }

  private func putKeysBack() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: sealedKeys) where name == "text.key" {
      try? FileManager.default.removeItem(atPath: program.keys + "/" + name)
      try FileManager.default.copyItem(atPath: sealedKeys + "/" + name, toPath: program.keys + "/" + name)
    }
  }

  /// Another day: all keys are there, and so is what was taken in.
  private mutating func startAnew() throws {
    days += 1
    program = Program(folder: folder.path + "/day-\(days)")
    try FileManager.default.createDirectory(atPath: folder.path + "/day-\(days)", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sealedKeys, toPath: program.keys)
    try program.run("restore", backup)
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
