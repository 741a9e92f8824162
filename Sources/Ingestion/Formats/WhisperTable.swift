import Records

/// Whisper's table (`.tsv`): start and end in whole milliseconds, then the text as it stands, without quotes
/// around it.
struct WhisperTable: ExportFormat {
  let id = "whisper-tsv"
  let title = "Whisper transcript (.tsv)"
  var neededColumns: [String] { ["start", "end", "text"] }

  func score(_ probe: Probe) -> Int {
    probe.lines(1).contains { $0.lowercased().withBytes { $0.equals("start\tend\ttext") } } ? 95 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "tsv", platform: nil))
    try output.transcript(input.transcriptHead(.automatic, language: nil, platform: nil))
    let lines = LineReader(input.text)
    var writer = WhisperWriter(output)
    var isHeader = true
    while let line = try lines.next() {
      if lines.isDamaged { try output.problem(.damagedText(line: lines.line)) }
      if line.trimmed().isEmpty { continue }
      if isHeader {
        isHeader = false
      } else if let cue = WhisperTable.cue(line, row: lines.line) {
        try writer.write(cue)
      } else {
        try output.problem(CueWriter.broken(line: lines.line))
      }
    }
    try writer.finish()
  }

  private static func cue(_ line: Bytes, row: Int) -> Cue? {
    guard let first = line.position(of: ASCII.tab), let second = line.position(of: ASCII.tab, from: first + 1),
      let start = line.part(0..<first).trimmed().decimal, let end = line.part(first + 1..<second).trimmed().decimal,
      CaptionTime.isInTalk(start), CaptionTime.isInTalk(end)
    else { return nil }
    return Cue(startMs: start, endMs: end, text: line.part(second + 1..<line.count).string, row: row)
  }
}
