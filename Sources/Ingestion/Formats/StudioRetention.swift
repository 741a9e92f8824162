import Records

/// YouTube Studio, the retention curve of one video: at each hundredth of it, how many still watch.
///
/// Quirks: the file does not say which video it is of; shares exceed 100 where a place is seen again; a curve may come
/// apart by subscription, new and returning viewers, or advertisements.
struct StudioRetention: ExportFormat {
  let id = "youtube-studio-retention"
  let title = "YouTube Studio retention curve"
  let neededColumns = ["Video position (%)", "Absolute audience retention (%)"]

  func score(_ probe: Probe) -> Int { StudioShape(probe) == .retention ? 90 : 0 }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let columns = StudioColumns(input.probe)
    let account = input.studioAccount
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary,
        interfaceLanguage: columns.language, scope: input.period == nil ? .lifetime : .period, period: input.period,
        account: account))
    guard let video = input.studioVideo else { return try output.problem(.retentionWithoutVideo()) }
    guard try columns.areReadable(output) else { return }
    let period = input.period
    let table = input.table()
    while try table.nextRow(columns.header, output) {
      if table.isUnfinished { try output.problem(.unfinishedLine(line: table.line)) }
      guard let position = RetentionPosition.code(table[0], factor: 1) else {
        try output.problem(
          .studioKey(table[0], line: table.line, column: columns.header.cells.first, expected: "a place, 0 to 100"))
        continue
      }
      let dimensions = RetentionPosition.text(position, columns.dimensionText(table) ?? "")
      for column in columns.metrics {
        try output.observation(
          Observation(
            subject: .post(video), account: account, metric: column.metric,
            scope: period == nil ? .lifetime : .period, period: period,
            asOf: period?.through ?? input.hints.receivedOn, dimensions: dimensions,
            value: columns.value(column, table, output), row: table.line))
      }
    }
  }
}

/// A place in a video as a dimension: per cent of its length.
enum RetentionPosition {
  /// `7` or `7.5`, from 0 to 100; nil for anything else.
  static func code(_ cell: Bytes, factor: Double) -> String? {
    guard let value = NumberParser().parse(cell, as: .decimal).value.map({ $0 * factor }),
      (0...100.000_1).contains(value)
    else { return nil }
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  static func text(_ position: String, _ others: String) -> String {
    DimensionText.join(DimensionText.pairs(others) + [("position", position)])
  }
}

extension FormatInput {
  /// The video whose id stands in square brackets in the names around the file, or is the file's name.
  var studioVideo: String? {
    hints.names.lazy.compactMap(PostFileName.bracketed).first ?? PostFileName(probe.name).postID
  }
}

extension Problem {
  static func retentionWithoutVideo() -> Problem {
    Problem(
      "studio.video-unknown", .fileRefused, found: "a retention curve that does not say of which video",
      expected: "the video's id in square brackets in the file's name, such as: retention [dQw4w9WgXcQ].csv",
      remedy: "Rename the file and hand it in again.")
  }
}
