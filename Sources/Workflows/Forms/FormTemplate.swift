import Foundation
import Ingestion
package import Records
import Reporting
import Storage

/// A form that staff fill in.
package enum FormKind: String, Sendable, CaseIterable {
  case figures
  case talkCard = "talk-card"
  case creators
  case surveys, trainings, events, incidents, stories

  /// The register that the form is of.
  package var register: RegisterKind? { RegisterKind(rawValue: rawValue) }
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
struct FormTemplate {
  let kind: FormKind
  let words: FormWords
  let sentences: Sentences
  let language: String

  /// - Parameter rows: rows that are there already; nil for a form with nothing but an example.
  func workbook(creators: [String], rows: [[String]]? = nil) -> FormWorkbook {
    let example =
      [words.example]
      + sentences["template.\(kind.rawValue).example"].split(separator: "|", omittingEmptySubsequences: false)
      .map(String.init)
    return FormWorkbook(
      sheetName: sentences["template.\(kind.rawValue).sheet"], columns: columns(creators), rows: rows ?? [example],
      notesName: sentences["template.notes"], notesMark: FormWords.notesMark, notes: notes, hasExample: rows == nil)
  }

  private func columns(_ creators: [String]) -> [FormColumn] {
    if let register = kind.register { return columns(of: register, creators) }
    switch kind {
    case .surveys, .trainings, .events, .incidents, .stories: return []
    case .figures:
      return [0: creators, 1: HandPlatform.allCases.reversed().map(sentences.name), 3: words.metrics]
        .columns(words.figures, widths: [14, 14, 26, 22, 14, 18, 34])
    case .talkCard:
      return [6: [words.yes, words.no]].columns(words.talkCard, widths: [38, 38, 16, 34, 22, 20, 18, 60])
    case .creators:
      return [
        3: ["KG", "UZ", "KZ", "TJ", "TM"], 11: ConsentAudience.allCases.map(\.rawValue),
        14: CreatorStatus.allCases.map(\.rawValue),
      ].columns(
        RegistryColumns.names[language] ?? [], widths: [12, 26, 16, 10, 18, 28, 28, 22, 22, 22, 24, 20, 16, 16, 12])
    }
  }

  private func columns(of register: RegisterKind, _ creators: [String]) -> [FormColumn] {
    zip(register.fields, RegisterColumns.names(register, language: language)).map { field, name in
      let choices: [String] =
        switch field.content {
        case .choice: RegisterChoices.words(field, language: language)
        case .oblast: Oblast.choices(language: language)
        case .creator: creators
        case .age: ["0-13", "14-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"]
        case .code, .day, .count, .text: []
        }
      return FormColumn(name, width: field == .story ? 60 : 20, choices: choices)
    }
  }

  /// The lines of the sheet of instructions; of a card also the themes that are looked for in texts.
  private var notes: [String] {
    let own = (1...9).map { "template.\(kind.rawValue).note.\($0)" }.filter(sentences.has).map { sentences[$0] }
    let shared = kind.register == nil ? [] : (1...9).map { "template.register.note.\($0)" }.filter(sentences.has)
    let common = [sentences["template.example"]] + own + shared.map { sentences[$0] }
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
