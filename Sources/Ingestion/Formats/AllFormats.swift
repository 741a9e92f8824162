/// Every format that is read, one line each.
package enum AllFormats {
  package static let list: [any ExportFormat] = [
    StudioTable(),
    StudioChart(),
    StudioTotals(),
    StudioBreakdown(),
    StudioRetention(),
    MetaContent(),
    MetaDaily(),
    SubRip(),
    WebVTT(),
    WatchPageTranscript(),
    PlainTranscript(),
    YtDlpInfo(),
    CommentDownloader(),
    CommentTable(),
  ]
}
