import Records

/// YouTube Data Tools: a list of channels, one a row, with their counts on the day it was made.
///
/// Quirks: subscribers are rounded to three digits by YouTube; blank where a channel hides them.
struct DataToolsChannels: ExportFormat {
  let id = "youtube-data-tools-channels"
  let title = "YouTube Data Tools channel list"
  let neededColumns = ["id", "title", "viewCount", "subscriberCount", "videoCount"]

  func score(_ probe: Probe) -> Int {
    let header = Set(probe.table.header)
    return header.isSuperset(of: ["id", "title", "viewcount", "subscribercount", "videocount"]) ? 85 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary, scope: .lifetime,
        account: input.account(.youtube)))
    let header = input.probe.table.rows.first ?? TableSketch.Row(line: 1, cells: [])
    let table = input.table(hasBackslashQuotes: true)
    let names = header.cells.map(HeaderName.normalised)
    let asOf = DataToolsName(input.probe.name).day ?? input.hints.receivedOn
    var count = 0
    while try table.nextRow(header, output) {
      func cell(_ name: String) -> Bytes? { names.firstIndex(of: name).map { table[$0].trimmed() } }
      guard let id = cell("id"), Identifier.isChannel(id) else {
        try output.problem(DataToolsChannels.noChannel(line: table.line))
        continue
      }
      count += 1
      var account = input.account(.youtube)
      account.externalID = id.string
      account.displayName = cell("title")?.string
      for (name, metric) in [("viewcount", Metric.views), ("subscribercount", .followers)] {
        guard let bytes = cell(name) else { continue }
        let value = try value(bytes, metric, name, line: table.line, output)
        try output.observation(
          Observation(
            subject: .account, account: account, metric: metric, scope: .lifetime, asOf: asOf, value: value,
            row: table.line))
      }
    }
    if count == 0 { try output.problem(.nothingRead("channels")) }
  }

  private func value(
    _ cell: Bytes, _ metric: Metric, _ name: String, line: Int, _ output: RecordOutput
  ) throws -> Reported<Double> {
    let missing: Reported<Double> = metric == .followers ? .withheld : .notInExport
    let value = NumberParser(missing: missing).parse(cell, as: .count)
    if case .unreadable = value { try output.problem(.unreadableNumber(line: line, column: name, cell: cell)) }
    if metric == .followers, case .known(let number) = value, number >= 1_000 { return .approximate(number) }
    return value
  }

  private static func noChannel(line: Int) -> Problem {
    Problem(
      "id.missing", .rowRefused, line: line, found: "a row without a channel's id",
      expected: "UC and 22 letters and digits", remedy: "Look for a missing quote or an extra delimiter on this line.")
  }
}
