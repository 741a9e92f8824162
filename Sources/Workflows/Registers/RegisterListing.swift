import Crypto
import Foundation
import Ingestion
import Protection
package import Records
import Reporting
import Storage

/// A row of a register, as `minbar register list` shows it.
package struct RegisterListing: Sendable, Codable {
  package let kind: RegisterKind
  package let code: String
  package let day: String
  package let creator: String?
  /// Codes by column.
  package let values: [String: String]
  /// Nil for other registers, after the consent ended, and where the key that sealed it is gone.
  package let story: String?
  package let importNumber: Int64?
  package let row: Int
  /// Who confirmed it, for what was an alert.
  package let madeBy: String?
  /// False for an earlier version of a row that was stated again.
  package let isInForce: Bool
}

extension Workspace {
  /// Rows of a register.
  /// - Parameter withHistory: whether earlier versions of rows are listed too.
  package func registerRows(
    _ kind: RegisterKind, in month: Month? = nil, withHistory: Bool = false
  ) throws -> [RegisterListing] {
    let archive = try openForReading()
    let stored = try archive.read { try $0.registerRows(kind, days: month?.period, withHistory: withHistory) }
    let stories = StoryOpener(self)
    return stored.map { item in
      let values = Dictionary(uniqueKeysWithValues: item.row.values.map { ($0.key.rawValue, $0.value) })
      return RegisterListing(
        kind: kind, code: item.row.code, day: item.row.day.description, creator: item.row.creator, values: values,
        story: stories.open(item), importNumber: item.importNumber, row: item.row.row, madeBy: item.madeBy,
        isInForce: item.isInForce)
    }
  }

  /// Writes a register as a file that can be corrected and handed in again.
  /// - Parameters:
  ///   - language: `en`, `ru`, `ky` or `uz`.
  ///   - path: ends in `.xlsx` or `.csv`.
  /// - Returns: how many rows it holds.
  /// - Throws: `WorkflowError` when there is such a file already, or it cannot be written.
  @discardableResult
  package func exportRegister(
    _ kind: RegisterKind, in month: Month? = nil, language: String, to path: String
  ) throws -> Int {
    guard let words = FormWords(language: language), let form = FormKind(rawValue: kind.rawValue) else {
      throw WorkflowError("\(language): registers are written in en, ru, ky or uz")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw WorkflowError("\(path): there is such a file already; name another one")
    }
    let archive = try openForReading()
    let (stored, codes) = try archive.read { reader in
      (try reader.registerRows(kind, days: month?.period), try reader.creators().map(\.code))
    }
    let stories = StoryOpener(self)
    let rows = stored.map { item in
      var row = item.row
      row.story = stories.open(item)
      return kind.fields.map { RegisterCell.text($0, of: row, language: language) }
    }
    let template = FormTemplate(kind: form, words: words, sentences: try sentences(language), language: language)
    let book = template.workbook(creators: codes, rows: rows)
    do {
      if path.hasSuffix(".csv") {
        try PrivateFile.write(book.csv(), to: path)
      } else {
        try book.writeXLSX(to: path)
        chmod(path, 0o600)
      }
    } catch {
      throw WorkflowError("\(path): could not be written; check the folder, free space and permissions")
    }
    return rows.count
  }
}

/// What stands in a cell of a register that is written out: words of the language, as its reader takes them.
enum RegisterCell {
  static func text(_ field: RegisterField, of row: RegisterRow, language: String) -> String {
    switch field {
    case .day: return row.day.description
    case .creator: return row.creator ?? ""
    case .story: return row.story ?? ""
    default: break
    }
    guard let value = row.values[field] else { return "" }
    return switch field.content {
    case .choice: RegisterChoices.word(field, value, language: language)
    case .oblast: Oblast.name(value, language: language)
    default: value
    }
  }
}

/// Opens the words of change stories.
struct StoryOpener {
  private let key: SymmetricKey?

  init(_ workspace: Workspace) { key = try? workspace.keyRing().key(.registry) }

  func open(_ item: StoredRegisterRow) -> String? {
    guard let key, let sealed = item.storySealed else { return nil }
    return (try? Sealer.open(sealed, with: key, context: SealedStory.context)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
