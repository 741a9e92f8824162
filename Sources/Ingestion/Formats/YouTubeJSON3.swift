import Records

/// YouTube's captions as JSON (`.json3`).
///
/// Quirks: automatic ones give each word its time; ends overlap the next caption; events that only append a
/// line feed say nothing; windows without times of words are a machine translation of automatic captions.
struct YouTubeJSON3: ExportFormat {
  let id = "youtube-json3"
  let title = "YouTube captions (.json3)"

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    if json.names.contains("wireMagic") { return 95 }
    return json.inner["events"]?.contains("tStartMs") == true ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "json3", platform: .youtube))
    try output.transcript(
      input.transcriptHead(YouTubeJSON3.source(input.probe.head), language: nil, platform: .youtube))
    let reader = JSONRecordReader(input.text, layout: .members(["events"]))
    var writer = CueWriter(output, overlap: .clipped)
    try reader.forEachRecord(output) { value, line in
      guard value["segs"] != nil else { return }
      guard let cue = YouTubeJSON3.cue(value, line) else {
        try output.problem(CueWriter.broken(line: line))
        return
      }
      if value.hasLoneSurrogateInside { try output.problem(.loneSurrogate(line: line)) }
      try writer.write(cue)
    }
    try writer.finish()
  }

  /// Nil if its time is missing or none.
  private static func cue(_ value: JSONValue, _ line: Int) -> Cue? {
    guard let segments = value["segs"], let start = value["tStartMs"]?.int, CaptionTime.isInTalk(start) else {
      return nil
    }
    let duration = value["dDurationMs"]?.int.flatMap { CaptionTime.isInTalk($0) ? $0 : nil }
    let text = segments.elements.compactMap { $0["utf8"]?.string }.joined()
    return Cue(startMs: start, endMs: duration.map { start + $0 }, text: text, row: line)
  }

  private static func source(_ head: [UInt8]) -> TranscriptSource {
    let reader = JSONRecordReader(UTF8Decoder(ByteReader(MemorySource(head))), layout: .members(["events"]))
    var isRolling = false
    var events = 0
    // A source in memory throws nothing.
    while events < 60, let event = try? reader.next() {
      guard case .record(let value, _, _) = event else { continue }
      events += 1
      if value["segs"]?.elements.contains(where: { $0["tOffsetMs"] != nil || $0["acAsrConf"] != nil }) == true {
        return .automatic
      }
      isRolling = isRolling || value["aAppend"] != nil
    }
    return isRolling ? .machineTranslated : .human
  }
}
