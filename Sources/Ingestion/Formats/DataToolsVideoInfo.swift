import Records

/// YouTube Data Tools: what is known of one video, a name and a value a row (`…_basicinfo`).
struct DataToolsVideoInfo: ExportFormat {
  let id = "youtube-data-tools-video"
  let title = "YouTube Data Tools video information"

  private static let nameLimit = 60

  func score(_ probe: Probe) -> Int {
    let names = Set(probe.table.rows.prefix(DataToolsVideoInfo.nameLimit).compactMap(\.cells.first))
    return names.isSuperset(of: ["id", "published_unix", "title", "viewCount"]) ? 85 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: input.probe.table.dialect.summary, scope: .lifetime,
        account: input.account(.youtube)))
    let table = input.table(hasBackslashQuotes: true)
    var values: [String: [UInt8]] = [:]
    var line = 1
    reading: while true {
      switch try table.advance() {
      case .end: break reading
      case .refused(let fault): try output.problem(.csv(fault))
      case .row where table.count >= 2 && values.count < DataToolsVideoInfo.nameLimit:
        let name = HeaderName.normalised(table[0].string)
        if name == "id" { line = table.line }
        values[name] = Array(table[1])
      case .row: break
      }
    }
    guard let id = values["id"], id.withUnsafeBytes({ Identifier.isVideo($0.trimmed()) }) else {
      return try output.problem(.nothingRead("videos"))
    }
    try give(values, line: line, input, output)
  }

  private func give(
    _ values: [String: [UInt8]], line: Int, _ input: FormatInput, _ output: RecordOutput
  ) throws {
    // The cells lie in one block, so that they stay where they are.
    let block = values.flatMap { $0.value }
    var places: [String: Range<Int>] = [:]
    var start = 0
    for (name, value) in values {
      places[name] = start..<start + value.count
      start += value.count
    }
    try block.withUnsafeBytes { bytes in
      func cell(_ name: String) -> Bytes? { places[name].map { bytes.part($0) } }
      let id = cell("id").map { $0.trimmed().string } ?? ""
      try DataToolsVideo(input).give(id, line: line, output, cell)
    }
  }
}
