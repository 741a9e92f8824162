/// Every format that is read, one line each.
package enum AllFormats {
  package static let list: [any ExportFormat] = [
    StudioTable(),
    StudioChart(),
    StudioTotals(),
    MetaContent(),
    MetaDaily(),
    SubRip(),
    WebVTT(),
    SubViewer(),
    YouTubeTimedText(),
    YouTubeJSON3(),
    TimedText(),
    TranscriptList(),
    WhisperJSON(),
    WhisperTable(),
    WhisperConsole(),
    WatchPageTranscript(),
    PlainTranscript(),
    YtDlpInfo(),
    CommentDownloader(),
    CommentTable(),
  ]
}
