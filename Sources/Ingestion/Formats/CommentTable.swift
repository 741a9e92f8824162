import Records

/// A table of comments, one a row, as tools write them or people keep them in Excel: found by the names of
/// its columns in English, Russian, Kyrgyz or Uzbek.
struct CommentTable: ExportFormat {
  let id = "comment-table"
  let title = "Table of comments (CSV)"
  let neededColumns = ["Text", "Author", "Date"]

  /// Preamble rows before the header, as some tools write them.
  private static let headerLimit = 8

  func score(_ probe: Probe) -> Int {
    guard let index = CommentTable.headerIndex(probe.table) else { return 0 }
    return index == 0 ? 50 : 40
  }

  static func headerIndex(_ sketch: TableSketch) -> Int? {
    sketch.rows.prefix(headerLimit).firstIndex { CommentColumn.isHeader($0.cells.map(HeaderName.normalised)) }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let layout = CommentLayout(input.probe.table, headerIndex: CommentTable.headerIndex(input.probe.table) ?? 0)
    try CommentRows(input, layout, output).read(as: id, input.table())
  }
}

/// What is known of a table of comments before its rows are read.
struct CommentLayout {
  var headerIndex: Int
  var header: TableSketch.Row
  var columns: [CommentColumn?]
  /// The post that all comments are under, where something beside the rows tells.
  var postID: String?
  var platform: Platform?
  /// How dates are written, where the tool is known and its dates tell nothing.
  var order: DateOrder?

  /// The layout that the names in the header tell.
  init(_ sketch: TableSketch, headerIndex: Int) {
    let rows = sketch.rows
    self.headerIndex = headerIndex
    header = rows.indices.contains(headerIndex) ? rows[headerIndex] : TableSketch.Row(line: 1, cells: [])
    columns = CommentColumn.columns(header.cells.map(HeaderName.normalised))
  }
}
