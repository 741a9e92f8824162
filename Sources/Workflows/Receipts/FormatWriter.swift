package import Records
package import Reporting

/// Formats and meanings of columns in the reader's language. Ids stay as they are: commands take them.
package struct FormatWriter {
  let words: Sentences

  package init(words: Sentences) {
    self.words = words
  }

  package var none: String { words["formats.none"] }
  package var forgotten: String { words["formats.forgotten"] }

  /// Names of columns, by `formats.column.`.
  package func header(_ columns: String...) -> [String] { columns.map { words["formats.column.\($0)"] } }

  package func row(_ format: FormatListing) -> [String] {
    let key = "format.\(format.id)"
    return [format.id, words.has(key) ? words[key] : format.title, format.needs.joined(separator: ", ")]
  }

  package func row(_ role: ColumnRole) -> [String] { [role.id, meaning(role)] }

  private func meaning(_ role: ColumnRole) -> String {
    let key = "role.\(role.id)"
    return words.has(key) ? words[key] : Metric(rawValue: role.id).map(words.name) ?? role.meaning
  }

  package func title(_ table: TableListing) -> String {
    words(
      "formats.header",
      ["name": .text(table.name), "signature": .text(table.signature), "n": .count(table.unknown.count)])
  }

  package func kept(_ table: TableListing) -> String {
    words("formats.kept", ["name": .text(table.name), "signature": .text(table.signature)])
  }
}
