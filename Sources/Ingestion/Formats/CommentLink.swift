import Records

/// What a link tells of a comment and its post.
struct CommentLink {
  /// The id of the comment itself, where the link leads to one.
  var commentID: String?
  /// The comment that this one answers.
  var parentID: String?
  var postID: String?
  /// Only links tell Instagram's short codes from YouTube's ids, which look alike.
  var platform: Platform?

  /// `…/watch?v=ID&lc=COMMENT`, `…/p/CODE/c/COMMENT/r/REPLY`; nil if it leads to no post.
  init?(_ link: Bytes) {
    if let code = Identifier.shortcode(link) {
      postID = code
      platform = .instagram
      parentID = CommentLink.digits(link, behind: "/c/")
      commentID = CommentLink.digits(link, behind: "/r/") ?? parentID
      if commentID == parentID { parentID = nil }
    } else if let video = Identifier.video(link) {
      postID = video
      platform = .youtube
      commentID = CommentLink.youTubeComment(link)
      parentID = commentID.flatMap(CommentLink.parent)
    } else {
      return nil
    }
  }

  /// The comment that a reply's id names: YouTube joins both by a dot.
  static func parent(of id: String) -> String? {
    guard id.utf8.starts(with: "Ug".utf8), let dot = id.utf8.firstIndex(of: ASCII.dot) else { return nil }
    return String(id[..<dot])
  }

  private static func youTubeComment(_ link: Bytes) -> String? {
    guard let place = link.position(of: "lc=") else { return nil }
    let rest = link.part(place + 3..<link.count)
    let end = rest.firstIndex { !Identifier.isToken(CollectionOfOne($0)) && $0 != ASCII.dot } ?? rest.count
    return end > 0 ? rest.part(0..<end).string : nil
  }

  private static func digits(_ link: Bytes, behind mark: StaticString) -> String? {
    guard let place = link.position(of: mark) else { return nil }
    let rest = link.part(place + mark.utf8CodeUnitCount..<link.count)
    let end = rest.firstIndex { !ASCII.isDigit($0) } ?? rest.count
    return end >= 5 ? rest.part(0..<end).string : nil
  }
}
