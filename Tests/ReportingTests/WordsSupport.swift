import Drawing
import Reporting
import TestSupport
import TextAnalysis

/// The words and the style as they lie in the project.
enum WordsSupport {
  static func files() throws -> [String: [UInt8]] {
    try ["en", "ru", "ky", "uz"].reduce(into: [:]) {
      $0["\($1).tsv"] = Array(try ProjectFolder.text("Reports/words/\($1).tsv").utf8)
    }
  }

  private static let loadedWords = Result {
    let path = "languages/uz/spelling.tsv"
    let lexicon = LexiconFolder(files: [path: Array(try ProjectFolder.text("Lexicons/" + path).utf8)])
    let script = UzbekScript(lexicon)
    return try ReportWords.load(files: files()) { script.cyrillic(written: $0) }
  }
  private static let loadedStyle = Result {
    try Stylesheet(Array(try ProjectFolder.text("Reports/style/page.css").utf8))
  }

  static func words() throws -> ReportWords { try loadedWords.get() }
  static func style() throws -> Stylesheet { try loadedStyle.get() }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
