import Records

/// Meta Business Suite, Insights, "Results": one number a day for the account, in sections with a title each.
/// UTF-16LE with `sep=,`; files of 2023 and 2024 hold a Facebook and an Instagram section.
///
/// Quirks: a title such as `Reach` does not tell the platform; the oldest files have the title in the header;
/// the clock after the date is not midnight everywhere; days without a number may be missing.
struct MetaDaily: ExportFormat {
  let id = "meta-daily"
  let title = "Meta Business Suite daily series"
  let neededColumns = ["Date", "Primary"]

  func score(_ probe: Probe) -> Int {
    probe.table.rows.prefix(12).contains { MetaSection.column($0.cells) != nil } ? 88 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary, scope: .period,
        account: input.hints.account))
    let table = input.table()
    let sections = MetaSectionReader(input, output)
    var title = ""
    var count = 0
    while true {
      let step = try table.advance()
      if step == .end { break }
      if case .refused(let fault) = step {
        try output.problem(.csv(fault))
      } else if let day = table.day {
        count += try sections.day(day, table) ? 1 : 0
      } else if table.hasOneCell {
        let key = table[0].trimmed()
        title = key.part(0..<min(key.count, HeaderName.limit)).string
        sections.close()
      } else if let column = MetaSection.column(table.cells) {
        try sections.open(column.title ?? title, column: column.place, line: table.line)
      }
    }
    if count == 0 {
      try output.problem(sections.hasSection ? MetaDaily.noDays : .nothingRead("section of Instagram"))
    }
  }

  /// Meta leaves out days with 0 in some series; one without any day is no fault, and no row of zeros either.
  private static let noDays = Problem(
    "meta.no-days", .note, found: "a series without a day", expected: "at least one day",
    remedy: "Nothing needs to be done if the month was quiet.")
}
