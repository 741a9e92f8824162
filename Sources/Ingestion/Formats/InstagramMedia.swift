import Records

/// A post as Instagram's downloads state it. They name no ids: the number in a file's name is the post's own
/// where it has 15 digits or more; else the moment of its making stands in.
struct InstagramMedia {
  var uri: String?
  var caption: String?
  var created: Int?
  var kind: PostKind?

  /// Nil where nothing tells this post from others.
  var id: String? {
    uri.flatMap { $0.withBytes(InstagramMedia.number) } ?? created.map(CreatedName.id)
  }

  /// `media/posts/202603/17940060624158613.jpg`, `…_n_18025938001189213.jpg`. Links to Meta's servers hold other
  /// numbers.
  private static func number(_ uri: Bytes) -> String? {
    guard uri.starts(with: "media/") else { return nil }
    let name = uri.lastIndex(of: ASCII.slash).map { uri.part($0 + 1..<uri.count) } ?? uri
    let stem = name.part(0..<(name.position(of: ASCII.dot) ?? name.count))
    let digits = stem.lastIndex { !ASCII.isDigit($0) }.map { stem.part($0 + 1..<stem.count) } ?? stem
    return (15...20).contains(digits.count) ? digits.string : nil
  }

  /// What the ending of a file's name tells.
  static func kind(ofFile uri: String?) -> PostKind? {
    guard let ending = uri?.utf8.split(separator: ASCII.dot).last.map({ String(Substring($0)).lowercased() }) else {
      return nil
    }
    if ["mp4", "mov", "webm"].contains(ending) { return .video }
    return ["jpg", "jpeg", "png", "webp", "heic"].contains(ending) ? .image : nil
  }

  func sighting(_ id: String, _ account: AccountHint, row: Int) -> PostSighting {
    var post = PostSighting(externalID: id, account: account, kind: kind, row: row)
    post.description = caption
    post.publishedAt = created.map { Instant(seconds: Int64($0)) }
    return post
  }

  static func nameless(line: Int) -> Problem {
    Problem(
      "instagram.nameless-post", .rowRefused, line: line, found: "a post without a time or file",
      expected: "creation_timestamp", remedy: "Nothing needs to be done if the post was deleted.")
  }
}

extension FormatInput {
  /// The account of an Instagram download, by its name.
  var downloadAccount: AccountHint {
    var account = account(.instagram)
    account.username = account.username ?? DownloadName(hints.names).username
    return account
  }

  /// The day that an Instagram download's numbers speak up to.
  var downloadDay: Day {
    min(hints.period?.through ?? DownloadName(hints.names).day ?? hints.receivedOn, hints.receivedOn)
  }
}

extension JSONValue {
  /// The text of a string, with the letters that Instagram's downloads break mended.
  var mended: String? {
    label.map(Mojibake.repaired)
  }

  /// Seconds since 1970 that are no filler: downloads write 0 where there is none.
  var seconds: Int? { int.flatMap { $0 > 0 && $0 < 4_102_444_800 ? $0 : nil } }
}
