/// Every format that is read, one line each.
package enum AllFormats {
  package static let list: [any ExportFormat] = [
    StudioTable(),
    StudioChart(),
    StudioTotals(),
    MetaContent(),
    MetaDaily(),
    MetaAudience(),
    InstagramGraph(),
    InstagramInsights(),
    InstagramPosts(),
    InstagramAudience(),
    Instaloader(),
    InstaloaderComments(),
    SubRip(),
    WebVTT(),
    WatchPageTranscript(),
    PlainTranscript(),
    YtDlpInfo(),
    CommentDownloader(),
    CommentTable(),
  ]
}
