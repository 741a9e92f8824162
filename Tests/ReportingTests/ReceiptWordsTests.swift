import Ingestion
import Records
import Reporting
import TestSupport
import Testing

/// Every problem that the program can name has its sentence in every language.
@Suite struct ReceiptWordsTests {
  private static let languages = ["en", "ru", "ky", "uz"]

  private static let loaded = Result {
    let files = try languages.reduce(into: [String: [UInt8]]()) {
      $0["\($1).tsv"] = Array(try ProjectFolder.text("Reports/words/receipts/\($1).tsv").utf8)
    }
    return try ReportWords.load(files: files)
  }

  /// Codes of problems in the source: texts of the form `word.word-word` where problems are made. What only looks like one
  /// stands in `others`.
  static let codes: [String] = {
    let rooms = ["Sources/Ingestion", "Sources/Workflows/Import"]
    let files = (try? rooms.flatMap { try ProjectFolder.files(below: $0, endings: [".swift"]) }) ?? []
    let found = files.flatMap { file in texts(in: (try? ProjectFolder.text(file)) ?? "").filter(isCode) }
    return Set(found).subtracting(others).sorted()
  }()

  /// Names of files and of members of JSON.
  private static let others: Set<String> = [
    "desktop.ini", "thumbs.db", "amara.org", "authorchannelid.value", "owner.id", "owner.username", "user.id",
    "user.username", "snippet.textdisplay", "snippet.textoriginal",
  ]

  /// What stands between double quotes, line by line.
  private static func texts(in source: String) -> [String] {
    source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.flatMap { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  static func isCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        part.count > 1 && part.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
          && part.first != UInt8(ascii: "-")
      }
  }

  @Test func codesAreFoundInTheSource() {
    #expect(Self.codes.count > 60)
    #expect(Self.codes.contains("csv.ragged-row") && Self.codes.contains("account.several"))
    #expect(
      Self.isCode("csv.ragged-row") && !Self.isCode("minbar.db.x") && !Self.isCode("Minbar.x") && !Self.isCode("a. b"))
  }

  @Test(arguments: ReportLanguage.allCases.filter { $0 != .uzbekCyrillic })
  func everyCodeHasASentenceInEveryLanguage(language: ReportLanguage) throws {
    let words = try Self.loaded.get()[language]
    for code in Self.codes {
      #expect(words.has("problem." + code), "\(language.rawValue).tsv lacks problem.\(code)")
    }
  }

  @Test(arguments: ReportLanguage.allCases.filter { $0 != .uzbekCyrillic })
  func everyKeyIsInEveryLanguage(language: ReportLanguage) throws {
    let all = try Self.loaded.get()
    for key in all.keys { #expect(all[language].has(key), "\(language.rawValue).tsv lacks \(key)") }
  }

  @Test(arguments: ReportLanguage.allCases.filter { $0 != .uzbekCyrillic })
  func everyFormatAndMeaningHasItsWords(language: ReportLanguage) throws {
    let words = try Self.loaded.get()[language]
    for format in AllFormats.list {
      #expect(words.has("format.\(format.id)"), "\(language.rawValue).tsv lacks \(format.id)")
    }
    for role in ColumnRoles.all where Metric(rawValue: role.id) == nil {
      #expect(words.has("role.\(role.id)"), "\(language.rawValue).tsv lacks \(role.id)")
    }
  }

  @Test func messagesToCreatorsSayNothingUnsafe() throws {
    for language in Self.languages {
      let lines = try ProjectFolder.text("Reports/words/receipts/\(language).tsv").lowercased().split(separator: "\n")
      for line in lines where line.hasPrefix("reminder.") || line.hasPrefix("plan.") {
        for word in ["extrem", "экстрем", "donor", "донор", "program", "influenc", "terror", "террор"]
        where !line.contains("yt-dlp") {
          #expect(!line.contains(word), "\(language): \(line)")
        }
      }
    }
  }
}
