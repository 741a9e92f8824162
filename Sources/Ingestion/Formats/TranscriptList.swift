import Records

/// A list of captions as youtube-transcript-api gives it: `[{"text", "start", "duration"}]`, in seconds.
///
/// Quirks: automatic captions last into the next one; nothing else tells them.
struct TranscriptList: ExportFormat {
  let id = "youtube-transcript-api"
  let title = "youtube-transcript-api (JSON)"

  func score(_ probe: Probe) -> Int {
    probe.json?.names.isSuperset(of: ["text", "start", "duration"]) == true ? 85 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "json", platform: .youtube))
    let overlaps = TranscriptList.overlaps(input.probe.head)
    try output.transcript(
      input.transcriptHead(overlaps ? .automatic : .unknown, language: nil, platform: .youtube))
    let reader = JSONRecordReader(input.text, layout: .documents)
    var writer = CueWriter(output, overlap: .clipped)
    try reader.forEachRecord(output) { value, line in
      if value.hasLoneSurrogateInside { try output.problem(.loneSurrogate(line: line)) }
      guard let cue = TranscriptList.cue(value, line) else {
        try output.problem(CueWriter.broken(line: line))
        return
      }
      try writer.write(cue)
    }
    try writer.finish()
  }

  private static func cue(_ value: JSONValue, _ line: Int) -> Cue? {
    guard let text = value["text"]?.string, let start = value["start"]?.milliseconds else { return nil }
    return Cue(
      startMs: start, endMs: value["duration"]?.milliseconds.map { start + $0 }, text: text, row: line)
  }

  private static func overlaps(_ head: [UInt8]) -> Bool {
    let reader = JSONRecordReader(UTF8Decoder(ByteReader(MemorySource(head))), layout: .documents)
    var cues: [Cue] = []
    // A source in memory throws nothing.
    while cues.count < 60, let event = try? reader.next() {
      if case .record(let value, let line, _) = event, let cue = cue(value, line) { cues.append(cue) }
    }
    return Cue.mostlyOverlap(cues)
  }
}

extension Cue {
  /// Whether most of these cues last into the next one, as YouTube's automatic ones do.
  static func mostlyOverlap(_ cues: [Cue]) -> Bool {
    let overlaps = zip(cues, cues.dropFirst()).count { cue, next in
      guard let end = cue.endMs, let start = next.startMs else { return false }
      return end > start
    }
    return overlaps >= 2 && overlaps * 2 > cues.count - 1
  }
}
