import Drawing
import Figures
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
    let prefix = "words/"
    let words = files.filter { $0.key.hasPrefix(prefix) }.map { (String($0.key.dropFirst(prefix.count)), $0.value) }
    let cyrillic = language == .uzbekCyrillic ? try cyrillic() : nil
    return try ReportWords.load(files: Dictionary(uniqueKeysWithValues: words), cyrillic: cyrillic)[language]
  }

  /// Spells Uzbek words in Cyrillic by the lexicon in force.
  private func cyrillic() throws -> (String) -> String {
    let script = UzbekScript(LexiconFolder(files: try ResourceFolders.files(in: ResourceFolders.lexicons(places))))
    return { script.cyrillic(written: $0) }
  }

  /// Holidays and shifts of Hijri months; the fixed calendar alone where the folder has no such file.
  /// - Throws: `CalendarFileError` naming bad lines.
  func calendar() throws -> ProgrammeCalendar {
    try files["calendar/days.tsv"].map { try CalendarFile.load($0) } ?? .plain
  }

  func style() throws -> Stylesheet {
    guard let bytes = files["style/page.css"] else {
      throw WorkflowError("\(path)/style/page.css: missing; restore it, or remove the folder to use the built-in one")
    }
    return try Stylesheet(bytes)
  }
}
