import Records
import ReportFiles
import Reporting
import TestSupport
import Testing

@Suite("Words of the pages")
struct WordsTests {
  @Test("Every key stands in every language", arguments: ReportLanguage.allCases)
  func complete(language: ReportLanguage) throws {
    let words = try WordsSupport.words()
    let missing = words.keys.filter { !words[language].has($0) }
    #expect(missing.isEmpty, "missing in \(language.rawValue): \(missing)")
  }

  @Test("Uzbek in Cyrillic is written from the Latin words; names and places stay")
  func cyrillic() throws {
    let words = try WordsSupport.words()[.uzbekCyrillic]
    func text(_ key: String) -> String? { words.forms(key)?[""] }
    #expect(text("value.missing") == "маълумот йўқ" && text("value.atLeast") == "камида {value}")
    #expect(text("platform.youtube") == "YouTube")
    #expect(text("glance.bothPlatforms")?.hasPrefix("YouTube билан Instagram ") == true)
    #expect(text("summary.note.themes")?.contains("counted") == true)
  }

  @Test("No Latin letter is left in Cyrillic words but in names that stand in the English text too")
  func noLatin() throws {
    let words = try WordsSupport.words()
    for key in words.keys {
      let english = words[.english].forms(key)?.values.joined(separator: " ") ?? ""
      for text in (words[.uzbekCyrillic].forms(key) ?? [:]).values {
        for word in text.split(whereSeparator: { " ,.:;()“”".contains($0) }) where !word.contains("{") {
          let isLatin = word.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x0370 }
          #expect(!isLatin || english.contains(word), "\(key): \(text)")
        }
      }
    }
  }

  @Test("Problems name file and line")
  func problems() throws {
    var files = try WordsSupport.files()
    files["en.tsv"] = Array("a\tone {n}\nb\ttwo\tthree\nc\t{open\nd#lots\tx\na\tagain\n".utf8)
    files["ru.tsv"] = Array("a\tодин {m}\nz\tx\n".utf8)
    files["ky.tsv"] = nil
    files["uz.tsv"] = []
    do {
      _ = try ReportWords.load(files: files)
      Issue.record("the files were accepted")
    } catch {
      let found = error.problems.map { "\($0.file):\($0.line ?? 0):\($0.code)" }
      #expect(
        found == [
          "en.tsv:2:words.columns", "en.tsv:3:words.braces", "en.tsv:4:words.plural", "en.tsv:5:words.repeated",
          "ky.tsv:0:words.missing-file", "ru.tsv:0:words.places", "ru.tsv:0:words.unknown-key",
        ])
    }
  }

  /// Keys that the source asks for by name. Composed keys (`"theme.\(id)"`) are covered by the pages' tests.
  @Test("Every key that the source names exists, and the pages never show a bare key")
  func keysInSource() throws {
    let keys = Set(try WordsSupport.words().keys)
    var seen = 0
    for file in try ProjectFolder.files(below: "Sources/Reporting", endings: [".swift"]) {
      for key in try literals(in: ProjectFolder.text(file)) where isKey(key) {
        #expect(keys.contains(key), "\(file): \(key)")
        seen += 1
      }
    }
    #expect(seen > 100)
  }

  private func literals(in text: String) -> [String] {
    let parts = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(decoding: parts[$0], as: UTF8.self) }
  }

  private static let groups: Set<String> = [
    "answers", "authors", "calendar", "change", "changes", "channels", "chart", "column", "comments", "control",
    "country", "creator", "dashboard",
    "date",
    "gaps", "glance", "imports", "legend", "note", "package", "page", "quality", "reach", "reading", "responses",
    "restatements",
    "rule", "sentiment",
    "signal", "stance", "summary", "talks", "themes", "unit", "usual", "value", "views", "watched", "year",
  ]

  private func isKey(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 && Self.groups.contains(parts[0])
      && parts[1].utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } && !parts[1].isEmpty
      && !text.hasPrefix("talks.published") && !text.hasPrefix("comments.read")
  }

  @Test("The bundle's folder is found")
  func bundle() { #expect(ReportFiles.folder?.isEmpty == false) }
}
