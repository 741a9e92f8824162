import Records

/// yt-dlp `-J` of a channel or playlist: one document with an entry a video, flat or in full.
///
/// Quirks: a channel's tabs are playlists inside the playlist; flat lists round the views and leave out the channel,
/// which stands around the entries; an entry that could not be read is null.
struct YtDlpPlaylist: ExportFormat {
  let id = "yt-dlp-playlist"
  let title = "yt-dlp playlist (-J)"

  /// Playlists in playlists: a channel has tabs, and tabs have videos.
  private static let depthLimit = 4

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json, json.names.contains("entries") else { return 0 }
    let entry = json.inner["entries"] ?? []
    let isEntry = entry.contains("id") && (entry.contains("ie_key") || entry.contains("extractor_key"))
    return isEntry || (entry.contains("entries") && entry.contains("id")) || json.names.contains("extractor_key")
      ? 95 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    let pass = InfoPass(id, input, output)
    let reader = JSONRecordReader(input.text, layout: .members(["entries"]))
    while let event = try reader.next() {
      switch event {
      case .documentBegan: pass.forgetPlaylist()
      case .member(let name, let value): pass.learnPlaylist(name, value)
      case .record(let value, let line, let isDamaged):
        if isDamaged { try output.problem(.damagedText(line: line)) }
        try read(value, line, pass, depth: 0)
      case .documentEnded: break
      case .fault(let fault, let isFinal): try output.problem(.json(fault, isFinal: isFinal))
      }
    }
    try pass.begin()
    if pass.documents == 0 { try output.problem(.nothingRead("videos")) }
  }

  private func read(_ entry: JSONValue, _ line: Int, _ pass: InfoPass, depth: Int) throws {
    if let inner = entry["entries"], inner.isArray {
      guard depth < YtDlpPlaylist.depthLimit else { return }
      return try inner.forEachElement { try read($0, line, pass, depth: depth + 1) }
    }
    guard entry.isObject else { return }
    try pass.open(line)
    try entry.forEachMember { name, value in
      if !value.isObject, !value.isArray { try pass.member(name, value) }
    }
    try entry["comments"]?.forEachElement { try pass.record($0, line, false) }
    try pass.close()
  }
}
