import Drawing
import Reporting

/// Words and style of the reports, as they lie in a folder that people edit.
struct ReportFolder {
  private let files: [String: [UInt8]]
  private let path: String

  init(_ places: Places) throws {
    path = try ResourceFolders.reportFiles(places)
    files = try ResourceFolders.files(in: path)
  }

  /// The words of one language.
  /// - Throws: `WorkflowError` when the language is none of en, ru, ky, uz; `ReportWordsError` naming bad lines.
  func words(_ language: String) throws -> Wording {
    guard let language = ReportLanguage(rawValue: language) else {
      throw WorkflowError("\(language): reports are written in en, ru, ky or uz")
    }
    let prefix = "words/"
    let words = files.filter { $0.key.hasPrefix(prefix) }.map { (String($0.key.dropFirst(prefix.count)), $0.value) }
    return try ReportWords.load(files: Dictionary(uniqueKeysWithValues: words))[language]
  }

  func style() throws -> Stylesheet {
    guard let bytes = files["style/page.css"] else {
      throw WorkflowError("\(path)/style/page.css: missing; restore it, or remove the folder to use the built-in one")
    }
    return try Stylesheet(bytes)
  }
}
