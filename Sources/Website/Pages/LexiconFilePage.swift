import Drawing
import FoundationEssentials
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// The files of one language's words, or those that all languages share.
enum LexiconWordsPage {
  static let page = Page(.get, "/lexicon/words/:language", for: .staff) { visit in
    let words = visit.words()
    let language = visit.parameters.get("language") ?? ""
    guard language == "shared" || LexiconAddress.languages.contains(language) else { throw HTTPError(.notFound) }
    let files = try LexiconAddress.files(language, LexiconBench(visit.desk.places))
    return visit.page(words["lexicon.words." + language], path: "/lexicon", words: words) {
      HTML(.p, .class("lead"), text: words["lexicon.words.lead"])
      HTML(.ul, .class("plain columns")) {
        files.map { file in
          HTML(.li) {
            Anchor.html("/lexicon/file/" + LexiconAddress.of(file), String(file.split(separator: "/").last ?? ""))
          }
        }
      }
      HTML(.p) { Anchor.html("/lexicon", words["lexicon.back"]) }
    }
  }
}

/// The lines of one file, and a form that changes some of them in the draft.
enum LexiconFilePage {
  static let page = Page(.get, "/lexicon/file/:file", for: .staff) { visit in
    let bench = LexiconBench(visit.desk.places)
    guard let file = try LexiconAddress.file(visit.parameters.get("file") ?? "", bench) else {
      throw HTTPError(.notFound)
    }
    let change = bench.draft().first { $0.file == file } ?? LexiconChange(file: file, added: [], removed: [])
    return try answer(visit, change)
  }

  /// - Parameter isRefused: whether the change could not be kept.
  static func answer(_ visit: Visit, _ change: LexiconChange, isRefused: Bool = false) throws -> Response {
    let words = visit.words()
    let lines = try LexiconBench(visit.desk.places).lines(of: change.file) ?? []
    let path = "/lexicon/file/" + LexiconAddress.of(change.file)
    return visit.page(
      words["lexicon.file"], path: "/lexicon", words: words, status: isRefused ? .badRequest : .ok
    ) {
      HTML(.p, .class("file"), text: change.file)
      if isRefused { HTML(.ul, .class("faults")) { HTML(.li, text: words["fault.lines"]) } }
      Form.html(path, .class("sheet")) {
        Form.longText("added", words["lexicon.added"], value: change.added.joined(separator: "\n"))
        HTML(.p, .class("hint"), text: words["lexicon.added.hint"])
        Form.longText("removed", words["lexicon.removed"], value: change.removed.joined(separator: "\n"))
        HTML(.p, .class("hint"), text: words["lexicon.removed.hint"])
        Form.button(words["lexicon.save"])
      }
      HTML(.p, .class("said lines"), text: lines.joined(separator: "\n"))
      HTML(.p) { Anchor.html("/lexicon", words["lexicon.back"]) }
    }
  }
}

/// Keeps a change in the draft.
enum SaveLexiconFilePage {
  static let page = Page(.post, "/lexicon/file/:file", for: .staff) { visit in
    let bench = LexiconBench(visit.desk.places)
    guard let file = try LexiconAddress.file(visit.parameters.get("file") ?? "", bench) else {
      throw HTTPError(.notFound)
    }
    let fields = try await FormFields.read(visit.request, clock: visit.desk.clock)
    let change = LexiconChange(file: file, added: lines(fields, "added"), removed: lines(fields, "removed"))
    do {
      try bench.save(change)
    } catch is WorkflowError {
      return try LexiconFilePage.answer(visit, change, isRefused: true)
    }
    try visit.note(.lexiconChanged, LexiconAddress.of(file))
    return Answer.see("/lexicon")
  }

  /// Lines of a field. Nobody can type a TAB into one, so that two spaces stand for it too.
  private static func lines(_ fields: FormFields, _ name: String) -> [String] {
    let text = fields.all(name).first ?? ""
    return text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { line in
      let bytes = Array(String(line).utf8)
      return tabbed(bytes)
    }.filter { !$0.isEmpty }
  }

  private static func tabbed(_ bytes: [UInt8]) -> String {
    let space = UInt8(ascii: " ")
    var result: [UInt8] = []
    var spaces = 0
    for byte in bytes {
      if byte == space {
        spaces += 1
        continue
      }
      if byte != 9, result.last != 9, spaces > 0, !result.isEmpty { result.append(spaces > 1 ? 9 : space) }
      spaces = 0
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
