import Records

/// SubViewer captions as YouTube Studio gives them (`.sbv`).
///
/// Quirks: the same for captions made by hand and by YouTube, so that only the name can tell.
struct SubViewer: ExportFormat {
  let id = "subviewer"
  let title = "SubViewer captions (.sbv)"

  func score(_ probe: Probe) -> Int {
    let isTimed = probe.lines(1).contains { line in
      line.withBytes { SubViewerParser.timings($0, line: 0) != nil }
    }
    return isTimed ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(input.transcriptDescription(id, dialect: "sbv", platform: nil))
    try output.transcript(input.transcriptHead(.unknown, language: nil, platform: nil))
    let parser = SubViewerParser(input.text)
    var writer = CueWriter(output, overlap: .clipped)
    while let step = try parser.next() {
      switch step {
      case .caption(let caption): try writer.write(caption, text: CaptionText.plainSubRip(caption.text))
      case .broken(let line): try output.problem(CueWriter.broken(line: line))
      case .header: break
      }
    }
    try writer.finish()
  }
}
