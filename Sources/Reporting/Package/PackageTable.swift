import Records

/// A table of a package; CSV, HXL, XLSX and the data package's schema are all written from it.
struct PackageTable {
  struct Column {
    enum Kind: String { case string, number, integer, date }

    var name: String
    var kind: Kind
    /// HXL tag with its attributes.
    var tag: String

    init(_ name: String, _ tag: String, _ kind: Kind = .string) {
      self.name = name
      self.tag = tag
      self.kind = kind
    }
  }

  var name: String
  var columns: [Column]
  var rows: [[SummaryCell]]

  static let draftMark = "DRAFT"

  /// The table with a first column that says on every row that it is a draft.
  func draft() -> PackageTable {
    var table = self
    table.columns.insert(Column("draft", "#meta+draft"), at: 0)
    table.rows = rows.map { [.text(Self.draftMark)] + $0 }
    return table
  }

  /// UTF-8 without mark, comma, dot.
  func csv() -> [UInt8] { write(.plain, tags: false) }
  /// As Excel in Russian opens it with a double click.
  func excelCSV() -> [UInt8] { write(.excel, tags: false) }
  /// With the row of tags under the header.
  func hxl() -> [UInt8] { write(.plain, tags: true) }

  private func write(_ form: CSVWriter, tags: Bool) -> [UInt8] {
    var writer = form
    writer.write(columns.map { .text($0.name) })
    if tags { writer.write(columns.map { .text($0.tag) }) }
    for row in rows { writer.write(row) }
    return writer.bytes
  }
}

extension SummaryCell {
  static func optional(_ value: Double?, decimals: Int = 0) -> SummaryCell {
    value.map { .number($0, decimals: decimals) } ?? .empty
  }

  static func optional(_ value: Int?) -> SummaryCell { optional(value.map(Double.init)) }
  static func optional(_ text: String?) -> SummaryCell { text.map { .text($0) } ?? .empty }
}
