import Foundation
import Ingestion
import Records
import Reporting
import Storage

/// A form that staff fill in.
package enum FormKind: String, Sendable, CaseIterable {
  case figures
  case talkCard = "talk-card"
  case creators
}

extension Workspace {
  /// Writes an empty form as a workbook.
  /// - Parameter language: `en`, `ru`, `ky` or `uz`.
  /// - Throws: `WorkflowError` when there is a file at the path already, since it may be filled in, or when it cannot be
  ///   written.
  package func writeForm(_ kind: FormKind, language: String, to path: String) throws {
    guard let words = FormWords(language: language) else {
      throw WorkflowError("\(language): forms are written in en, ru, ky or uz")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkflowError("\(path): there is such a file already, and it may be filled in; name another one")
    }
    let template = FormTemplate(kind: kind, words: words, sentences: try sentences(language), language: language)
    do {
      try template.workbook(creators: knownCreators()).writeXLSX(to: path)
    } catch {
      throw WorkflowError("\(path): could not be written; check the folder, free space and permissions")
    }
  }

  /// Codes for a drop-down list; none where there is no archive yet.
  private func knownCreators() throws -> [String] {
    try Archive.openAsItIs(directory: places.home)?.read { try $0.creators().map(\.code) } ?? []
  }
}

/// What stands in a form, in one language.
private struct FormTemplate {
  let kind: FormKind
  let words: FormWords
  let sentences: Sentences
  let language: String

  func workbook(creators: [String]) -> FormWorkbook {
    FormWorkbook(
      sheetName: sentences["template.\(kind.rawValue).sheet"], columns: columns(creators),
      rows: [
        [words.example]
          + sentences["template.\(kind.rawValue).example"].split(separator: "|", omittingEmptySubsequences: false)
          .map(String.init)
      ], notesName: sentences["template.notes"], notesMark: FormWords.notesMark, notes: notes)
  }

  private func columns(_ creators: [String]) -> [FormColumn] {
    switch kind {
    case .figures:
      [0: creators, 1: HandPlatform.allCases.reversed().map(sentences.name), 3: words.metrics]
        .columns(words.figures, widths: [14, 14, 26, 22, 14, 18, 34])
    case .talkCard:
      [6: [words.yes, words.no]].columns(words.talkCard, widths: [38, 38, 16, 34, 22, 20, 18, 60])
    case .creators:
      [
        3: ["KG", "UZ", "KZ", "TJ", "TM"], 11: ConsentAudience.allCases.map(\.rawValue),
        14: CreatorStatus.allCases.map(\.rawValue),
      ].columns(
        RegistryColumns.names[language] ?? [], widths: [12, 26, 16, 10, 18, 28, 28, 22, 22, 22, 24, 20, 16, 16, 12])
    }
  }

  /// The lines of the sheet of instructions; of a card also the themes that are looked for in texts.
  private var notes: [String] {
    let own = (1...9).map { "template.\(kind.rawValue).note.\($0)" }.filter(sentences.has).map { sentences[$0] }
    let common = [sentences["template.example"]] + own
    guard kind == .talkCard else { return common }
    return common + [sentences("template.themes", ["list": .text(sentences.themes.joined(separator: "; "))])]
  }
}

extension [Int: [String]] {
  /// Columns of these names; lists stand by the place of their column.
  fileprivate func columns(_ names: [String], widths: [Double]) -> [FormColumn] {
    zip(names, widths).enumerated().map { index, column in
      FormColumn(column.0, width: column.1, choices: self[index] ?? [])
    }
  }
}
