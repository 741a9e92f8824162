import Drawing
import Figures
import Records
import Reporting
import TextAnalysis

/// Words and style of the reports, as they lie in a folder that people edit.
struct ReportFolder {
  private let files: [String: [UInt8]]
  private let path: String
  private let places: Places

  init(_ places: Places) throws {
    try self.init(places, path: ResourceFolders.reportFiles(places))
  }

  init(_ places: Places, path: String) throws {
    self.places = places
    self.path = path
    files = try ResourceFolders.files(in: path)
  }

  /// The words of one language.
  /// - Throws: `WorkflowError` when the language is none of en, ru, ky, uz, uz-Cyrl; `ReportWordsError` naming bad lines.
  func words(_ language: String) throws -> Wording { try wording(language, in: "words/") }

  /// Sentences of receipts, plans and reminders in one language; names of months and platforms are those of the reports.
  /// - Throws: like `words`.
  func sentences(_ language: String) throws -> Sentences {
    let words = try sentenceWords(language)
    return Sentences(words.own, pages: words.pages)
  }

  /// The words that such sentences are made of.
  func sentenceWords(_ language: String) throws -> (own: Wording, pages: Wording) {
    let prefix = "words/receipts/"
    guard files.contains(where: { $0.key.hasPrefix(prefix) }) else {
      // Staff published report files before there were such sentences: the program's own stand in.
      let own = try ReportFolder(places, path: ResourceFolders.ownReportFiles())
      return (try own.wording(language, in: prefix), try words(language))
    }
    return (try wording(language, in: prefix), try words(language))
  }

  private func wording(_ language: String, in prefix: String) throws -> Wording {
    guard let language = ReportLanguage(rawValue: language) else {
      throw WorkflowError("\(language): reports are written in en, ru, ky, uz or uz-Cyrl")
    }
    let cyrillic = language == .uzbekCyrillic ? try cyrillic() : nil
    return try ReportWords.load(files: wordFiles(in: prefix), cyrillic: cyrillic)[language]
  }

  /// The words of all languages that have a file of their own.
  /// - Throws: `ReportWordsError` naming bad lines.
  func allWords() throws -> ReportWords { try ReportWords.load(files: wordFiles(in: "words/")) }

  private func wordFiles(in prefix: String) -> [String: [UInt8]] {
    let words = files.filter { $0.key.hasPrefix(prefix) }.map { (String($0.key.dropFirst(prefix.count)), $0.value) }
    return Dictionary(uniqueKeysWithValues: words)
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

  /// Groups by age that audiences are asked for; none where the folder has no such file.
  func targetGroups(notice: (String) -> Void = { _ in }) -> [TargetGroup] {
    guard let bytes = files["audience/groups.tsv"] else { return [] }
    let read = TargetGroupFile.read(bytes)
    for problem in read.problems { notice(problem.description) }
    return read.groups
  }

  /// The words of the reports in all languages, with those of another folder added to each.
  func allWords(with extra: String) throws -> ReportWords {
    var words: [String: [UInt8]] = [:]
    for folder in ["words/", extra + "/"] {
      for (name, bytes) in files where name.hasPrefix(folder) {
        words[String(name.dropFirst(folder.count)), default: []] += bytes + [UInt8(ascii: "\n")]
      }
    }
    return try ReportWords.load(files: words)
  }

  func style() throws -> Stylesheet { try Stylesheet(styleBytes("page")) }

  /// The rules of pages with those of another file behind them: `phone` for a phone's width, `team` for pages that only
  /// the team sees. Staff published report files before there were such rules: the program's own stand in.
  func style(with name: String) throws -> Stylesheet {
    let own = files["style/\(name).css"]
    let more = try own ?? ReportFolder(places, path: ResourceFolders.ownReportFiles()).styleBytes(name)
    return try Stylesheet(styleBytes("page") + [0x0A] + more)
  }

  func styleBytes(_ name: String) throws -> [UInt8] {
    guard let bytes = files["style/\(name).css"] else {
      throw WorkflowError(
        "\(path)/style/\(name).css: missing; restore it, or remove the folder to use the built-in one")
    }
    return bytes
  }
}
