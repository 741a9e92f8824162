import Drawing
import Reporting
import TextAnalysis

/// Words and style of the reports, as they lie in a folder that people edit.
struct ReportFolder {
  private let files: [String: [UInt8]]
  private let path: String
  private let places: Places

  init(_ places: Places) throws {
    self.places = places
    path = try ResourceFolders.reportFiles(places)
    files = try ResourceFolders.files(in: path)
  }

  /// The words of one language.
  /// - Throws: `WorkflowError` when the language is none of en, ru, ky, uz, uz-Cyrl; `ReportWordsError` naming bad lines.
  func words(_ language: String) throws -> Wording {
    guard let language = ReportLanguage(rawValue: language) else {
      throw WorkflowError("\(language): reports are written in en, ru, ky, uz or uz-Cyrl")
    }
    let cyrillic = language == .uzbekCyrillic ? try cyrillic() : nil
    return try ReportWords.load(files: wordFiles, cyrillic: cyrillic)[language]
  }

  /// The words of all languages that have a file of their own.
  /// - Throws: `ReportWordsError` naming bad lines.
  func allWords() throws -> ReportWords { try ReportWords.load(files: wordFiles) }

  private var wordFiles: [String: [UInt8]] {
    let prefix = "words/"
    let words = files.filter { $0.key.hasPrefix(prefix) }.map { (String($0.key.dropFirst(prefix.count)), $0.value) }
    return Dictionary(uniqueKeysWithValues: words)
  }

  /// Spells Uzbek words in Cyrillic by the lexicon in force.
  private func cyrillic() throws -> (String) -> String {
    let script = UzbekScript(LexiconFolder(files: try ResourceFolders.files(in: ResourceFolders.lexicons(places))))
    return { script.cyrillic(written: $0) }
  }

  func style() throws -> Stylesheet {
    guard let bytes = files["style/page.css"] else {
      throw WorkflowError("\(path)/style/page.css: missing; restore it, or remove the folder to use the built-in one")
    }
    return try Stylesheet(bytes)
  }
}
