import Records

/// WebVTT captions (`.vtt`). YouTube's automatic ones roll: each line comes twice or more, and is unrolled
/// here.
///
/// Quirks: automatic captions have a time for each word; a rolling file without such times is a machine
/// translation of one, whatever language its name states.
struct WebVTT: ExportFormat {
  let id = "webvtt"
  let title = "WebVTT captions (.vtt)"

  func score(_ probe: Probe) -> Int {
    probe.head.withUnsafeBytes { WebVTTParser.isSignature($0) } ? 100 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let sketch = Sketch(input.probe.head)
    let platform: Platform? = sketch.isYouTube ? .youtube : nil
    try output.begin(
      input.transcriptDescription(id, dialect: sketch.isRolling ? "vtt rolling" : "vtt", platform: platform))
    try output.transcript(input.transcriptHead(sketch.source, language: sketch.language, platform: platform))
    let parser = WebVTTParser(input.text)
    var writer = CueWriter(output, overlap: sketch.isRolling ? .unrolled : .kept)
    while let step = try parser.next() {
      switch step {
      case .caption(let caption): try writer.write(caption, text: CaptionText.plain(caption.text))
      case .broken(let line): try output.problem(CueWriter.broken(line: line))
      case .header: break
      }
    }
    try writer.finish()
  }

  /// What the first captions tell.
  private struct Sketch {
    var language: String?
    /// `Kind: captions` stands in files from YouTube.
    var isYouTube = false
    var isRolling = false
    var hasWordTimes = false

    init(_ head: [UInt8]) {
      let parser = WebVTTParser(UTF8Decoder(ByteReader(MemorySource(head))))
      var captions: [(durationMs: Int, text: String)] = []
      // A source in memory throws nothing.
      while captions.count < 60, let step = try? parser.next() {
        switch step {
        case .header(let name, let value):
          if name.lowercased() == "language" { language = value }
          if name.lowercased() == "kind" { isYouTube = true }
        case .caption(let caption):
          captions.append((caption.endMs - caption.startMs, CaptionText.plain(caption.text)))
          hasWordTimes = hasWordTimes || Sketch.holdsTime(caption.text)
        case .broken: break
        }
      }
      isRolling = RollingCaptions.isRolling(captions) || (hasWordTimes && isYouTube)
    }

    /// `<00:00:00.640>` inside a text.
    private static func holdsTime(_ text: [UInt8]) -> Bool {
      text.withUnsafeBytes { bytes in
        var place = 0
        while let open = bytes.position(of: ASCII.less, from: place) {
          place = open + 1
          if CaptionTime.strict(bytes, at: &place) != nil { return true }
          place = open + 1
        }
        return false
      }
    }

    var source: TranscriptSource {
      if hasWordTimes { return .automatic }
      if isRolling { return .machineTranslated }
      return isYouTube ? .human : .unknown
    }
  }
}
