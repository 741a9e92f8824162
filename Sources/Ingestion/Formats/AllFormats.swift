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
    WatchPageTranscript(),
    PlainTranscript(),
    YtDlpInfo(),
    YtDlpPlaylist(),
    CommentDownloader(),
    DataToolsComments(),
    DataToolsVideos(),
    DataToolsVideoInfo(),
    DataToolsChannels(),
    Zeeschuimer(),
    FourCATTable(),
    ApifyInstagramPosts(),
    ExportComments(),
    CommentObjects(),
    CommentTable(),
  ]
}
