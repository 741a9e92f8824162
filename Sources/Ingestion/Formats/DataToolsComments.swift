import Records

/// YouTube Data Tools: the comments under one video.
///
/// Quirks: PHP writes the file, which leaves a quote behind a backslash as it is; the video is named by the file's
/// name only; with pseudonyms on, ids and names are hashes and the columns of channels are missing. Times are those of
/// the server, which runs on UTC.
struct DataToolsComments: ExportFormat {
  let id = "youtube-data-tools-comments"
  let title = "YouTube Data Tools comments"
  let neededColumns = ["id", "publishedAt", "authorName", "text", "isReplyTo"]

  func score(_ probe: Probe) -> Int {
    let header = Set(probe.table.header)
    let isReply = header.contains("isreplyto") || header.contains("isreplytoid")
    return isReply && header.isSuperset(of: ["id", "publishedat", "authorname", "text", "replycount"]) ? 80 : 0
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    var layout = CommentLayout(input.probe.table, headerIndex: 0)
    layout.postID = DataToolsName(input.probe.name).videoID
    layout.platform = .youtube
    try CommentRows(input, layout, output).read(as: id, input.table(hasBackslashQuotes: true))
  }
}
