import Foundation
import Ingestion
package import Records
import Yams

extension Workspace {
  /// Takes a registry of creators from a CSV or YAML file.
  /// - Returns: the codes taken.
  /// - Throws: `WorkflowError` with file and line of the first entry that cannot be taken; then nothing was taken.
  package func importCreators(_ path: String, today: Day) throws -> [String] {
    let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    let entries = try isYAML ? yamlEntries(path, today: today) : tableEntries(path, today: today)
    // A form that nobody filled in yet is no fault.
    guard let entries else { return [] }
    guard !entries.isEmpty else { throw WorkflowError("\(path): no creator in it") }
    try save(entries)
    return entries.map(\.creator.code)
  }

  /// Nil for a form with nothing but its example.
  private func tableEntries(_ path: String, today: Day) throws -> [CreatorEntry]? {
    let rows = try TableFile.rows(path)
    guard let header = rows.first else { throw WorkflowError("\(path): empty") }
    let table = try RegistryTable(file: path, header: header.cells)
    let filled = rows.dropFirst().filter { row in
      !FormWords.isExample(row.cells.first { !$0.trimmingSpaces.isEmpty }?.trimmingSpaces ?? "")
    }
    if filled.isEmpty, rows.count > 1 { return nil }
    return try filled.map { try table.entry($0.cells, line: $0.line, today: today) }
  }

  /// A list of creators with the same names as the columns of the table: `- code: K01`, `name: ...`.
  private func yamlEntries(_ path: String, today: Day) throws -> [CreatorEntry] {
    guard let bytes = FileManager.default.contents(atPath: path) else { throw WorkflowError("\(path): cannot be read") }
    let list: [[String: String]]
    do {
      list = try YAMLDecoder().decode([[String: String]].self, from: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw WorkflowError("\(path): not a list of creators in YAML; see the example in the documentation")
    }
    let table = try RegistryTable(file: path, header: RegistryTable.columns)
    return try list.enumerated().map { index, entry in
      try table.entry(RegistryTable.columns.map { entry[$0] ?? "" }, line: index + 1, today: today)
    }
  }
}
