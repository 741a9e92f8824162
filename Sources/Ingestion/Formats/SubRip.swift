import Records

/// SubRip captions (`.srt`), as made by hand and by most programs.
struct SubRip: ExportFormat {
  let id = "subrip"
  let title = "SubRip captions (.srt)"

  func score(_ probe: Probe) -> Int {
    let lines = probe.lines(12)
    let times = lines.count { line in line.withBytes { SubRipParser.timings($0, line: 0) != nil } }
    guard times > 0, !probe.head.withUnsafeBytes({ WebVTTParser.isSignature($0) }) else { return 0 }
    return 85
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let isRolling = SubRip.isRolling(input.probe.head)
    try output.begin(input.transcriptDescription(id, dialect: isRolling ? "srt rolling" : "srt", platform: nil))
    try output.transcript(input.transcriptHead(isRolling ? .automatic : .human, language: nil, platform: nil))
    let parser = SubRipParser(input.text)
    var writer = CueWriter(output, overlap: isRolling ? .unrolled : .kept)
    while let step = try parser.next() {
      switch step {
      case .caption(let caption): try writer.write(caption, text: CaptionText.plainSubRip(caption.text))
      case .broken(let line): try output.problem(CueWriter.broken(line: line))
      case .header: break
      }
    }
    try writer.finish()
  }

  private static func isRolling(_ head: [UInt8]) -> Bool {
    let parser = SubRipParser(UTF8Decoder(ByteReader(MemorySource(head))))
    var captions: [(durationMs: Int, text: String)] = []
    // A source in memory throws nothing.
    while captions.count < 60, let step = try? parser.next() {
      guard case .caption(let caption) = step else { continue }
      captions.append((caption.endMs - caption.startMs, CaptionText.plainSubRip(caption.text)))
    }
    return RollingCaptions.isRolling(captions)
  }
}
