import Records

/// Instagram, "Download your information", posts, reels and stories (`posts_1.json`, `reels.json`,
/// `stories.json`): captions and times, no numbers.
///
/// Quirks: letters are broken (each byte of UTF-8 is a letter of its own); a single picture has its caption in
/// it, an album around them; pages are numbered; posts have no id. Places and devices in `media_metadata` are
/// never read.
struct InstagramPosts: ExportFormat {
  let id = "instagram-posts"
  let title = "Instagram download, posts (JSON)"

  private static let kinds: [(name: String, kind: PostKind?)] = [
    ("ig_reels_media", .reel), ("ig_stories", .story), ("ig_igtv_media", .video), ("ig_posts_media", nil),
  ]

  func score(_ probe: Probe) -> Int {
    guard let json = probe.json else { return 0 }
    if InstagramPosts.kinds.contains(where: { json.names.contains($0.name) }) { return 95 }
    let isList = json.inner["media"]?.contains("uri") == true && !json.names.contains("label_values")
    return isList || InstagramPosts.isLabelled(probe) ? 80 : 0
  }

  /// The shape that lists of 2026 have, in a file named `posts_1.json`, `reels.json` or `stories.json`: others, such
  /// as `posts_viewed.json`, hold what the owner did and saw.
  static func isLabelled(_ probe: Probe) -> Bool {
    guard let json = probe.json, json.names.isSuperset(of: ["label_values", "media", "timestamp"]),
      json.inner["media"]?.contains("uri") == true
    else { return false }
    let stem = probe.name.lowercased().utf8.split(separator: ASCII.dot).first.map { String(Substring($0)) } ?? ""
    let parts = stem.utf8.split(separator: 0x5F).map { String(Substring($0)) }
    guard let first = parts.first, ["posts", "reels", "stories"].contains(first) else { return false }
    return parts.dropFirst().allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) }
  }

  func read(_ input: FormatInput, into output: RecordOutput) throws {
    try output.begin(
      SourceDescription(
        format: id, encoding: input.probe.encoding.name, dialect: "json", account: input.downloadAccount))
    let names = input.probe.json?.names ?? []
    let list = InstagramPosts.kinds.first { names.contains($0.name) }
    let reader = JSONRecordReader(
      input.text, layout: list.map { .members([$0.name]) } ?? .documents, allowsLines: false)
    var rows = RowNumber()
    var count = 0
    try reader.forEachRecord(output) { value, line in
      let media = InstagramPosts.media(value, list?.kind)
      guard let id = InstagramPosts.number(value) ?? media.id else {
        try output.problem(InstagramMedia.nameless(line: line))
        return
      }
      count += 1
      try output.post(media.sighting(id, input.downloadAccount, row: rows.next(line)))
    }
    if count == 0 { try output.problem(.nothingRead("posts")) }
  }

  /// A post with its pictures in a list, or a story that is a picture itself.
  private static func media(_ record: JSONValue, _ kind: PostKind?) -> InstagramMedia {
    let pictures = record["media"]?.elements ?? []
    let first = pictures.first ?? record
    var media = InstagramMedia()
    media.uri = first["uri"]?.label
    media.caption = record["title"]?.mended ?? first["title"]?.mended ?? labelledCaption(record)
    media.created =
      record["creation_timestamp"]?.seconds ?? first["creation_timestamp"]?.seconds ?? record["timestamp"]?.seconds
    media.kind = kind ?? (pictures.count > 1 ? .carousel : InstagramMedia.kind(ofFile: media.uri))
    return media
  }

  private static func labelledCaption(_ record: JSONValue) -> String? {
    let labelled = record["label_values"]?.elements.first { element in
      if case .caption = element["label"]?.mended.flatMap(InstagramLabel.label) { true } else { false }
    }
    return labelled?["value"]?.mended
  }

  /// The post's own number, which lists of 2026 state.
  private static func number(_ record: JSONValue) -> String? {
    guard record["label_values"] != nil, let id = record["fbid"]?.label, id.utf8.allSatisfy(ASCII.isDigit) else {
      return nil
    }
    return id.utf8.count >= 15 ? id : nil
  }
}
