import Records

/// ExportComments: rows about the post, then a header and the comments of its audience.
///
/// Quirks: the first columns are numbers of rows, with `1-1` for a reply, and no ids; ids stand in the link to each
/// comment. Days come first, whatever the language. The post stands in one of the rows above the header.
struct ExportComments: ExportFormat {
  let id = "exportcomments"
  let title = "ExportComments (CSV)"
  let neededColumns = ["Name (click to view profile)", "Comment", "Date"]

  private static let headerLimit = 20

  func score(_ probe: Probe) -> Int { ExportComments.headerIndex(probe.table) == nil ? 0 : 85 }

  private static func headerIndex(_ sketch: TableSketch) -> Int? {
    sketch.rows.prefix(headerLimit).firstIndex { row in
      let names = Set(row.cells.map(HeaderName.normalised))
      return names.contains("name (click to view profile)") && names.contains("comment")
    }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = input.probe.table
    let index = ExportComments.headerIndex(sketch) ?? 0
    var layout = CommentLayout(sketch, headerIndex: index)
    layout.order = .dayFirst
    layout.columns = layout.columns.map { $0 == .id || $0 == .parent || $0 == .post ? nil : $0 }
    if let link = layout.columns.firstIndex(of: .link) { layout.columns[link] = .source }
    for cell in sketch.rows.prefix(index).flatMap(\.cells) {
      guard let link = cell.withBytes({ CommentLink($0) }) else { continue }
      layout.postID = link.postID
      layout.platform = link.platform
    }
    try CommentRows(input, layout, output).read(as: id, input.table())
  }
}
