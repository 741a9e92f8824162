import Records

/// Pictures and videos of a download that somebody handed in whole: they are counted in one line. Only those that are
/// handed in as such, like screenshots, are refused one by one and listed to be typed in.
enum LeftMedia {
  /// Readers of downloads in which the owner's pictures and videos lie beside the lists.
  private static let formats: Set<String> = [
    "instagram-posts", "instagram-insights", "instagram-audience", "google-takeout-videos", "google-takeout-comments",
  ]
  /// Parts of downloads that are not read.
  private static let refusals: Set<String> = [
    "refused.instagram-private", "refused.instagram-html", "refused.own-comments", "refused.takeout",
    "refused.watch-history", "refused.subscriptions",
  ]

  /// Receipts of the files in what was handed in, with the media of a download as one note at the end.
  static func gathered(_ receipts: [FileReceipt], name: String) -> [FileReceipt] {
    guard receipts.contains(where: isOfDownload) else { return receipts }
    let others = receipts.filter { !$0.isByHand }
    let count = receipts.count - others.count
    guard count > 0 else { return receipts }
    let note = Problem(
      "archive.media-left", .note, found: "\(count) pictures and videos", expected: "lists of posts and numbers",
      remedy: "They were left where they are; nothing needs to be done.")
    return others + [
      FileReceipt(
        name: name, format: "", encoding: "", dialect: "", accepted: 0, unchanged: 0, restated: 0, refused: 0,
        problems: [ProblemReceipt(note)])
    ]
  }

  private static func isOfDownload(_ receipt: FileReceipt) -> Bool {
    formats.contains(receipt.format) || receipt.problems.contains { refusals.contains($0.code) }
  }
}
