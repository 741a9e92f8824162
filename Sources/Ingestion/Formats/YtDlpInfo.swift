import Records

/// yt-dlp `.info.json`: one video with its counts and, if asked for, its comments; one document, or one a
/// line.
///
/// Quirks: comment times are worked out from words such as "2 years ago"; `comment_count` is the number of
/// comments that were downloaded, once there are any.
struct YtDlpInfo: ExportFormat {
  let id = "yt-dlp-info"
  let title = "yt-dlp video information (.info.json)"

  func score(_ probe: Probe) -> Int {
    guard let names = probe.json?.names, names.contains("id") else { return 0 }
    let marks = ["extractor_key", "extractor", "webpage_url", "channel_id", "view_count", "upload_date", "uploader_id"]
    return marks.count { names.contains($0) } >= 2 ? 90 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let reader = JSONRecordReader(input.text, layout: .members(["comments"]))
    let pass = InfoPass(id, input, output)
    while let event = try reader.next() {
      switch event {
      case .documentBegan(let line): try pass.open(line)
      case .member(let name, let value): try pass.member(name, value)
      case .record(let value, let line, let isDamaged): try pass.record(value, line, isDamaged)
      case .documentEnded: try pass.close()
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      }
    }
    try pass.close()
    try pass.begin()
    if pass.documents == 0 { try output.problem(.nothingRead("videos")) }
  }
}

extension String {
  /// A handle without its `@`.
  var withoutAt: String {
    utf8.first == 0x40 ? String(Substring(utf8.dropFirst())) : self
  }
}
