/// A column of a table of comments, by what tools and people call it.
enum CommentColumn: Hashable {
  case text, author, authorID, date, likes, id, parent, post, link

  static func columns(_ header: [String]) -> [CommentColumn?] {
    header.map { name in
      let spaced = String(decoding: name.utf8.map { $0 == 0x5F ? ASCII.space : $0 }, as: UTF8.self)
      return names[spaced]
    }
  }

  /// Whether a row can be the header of a table of comments: texts, and something beside them.
  static func isHeader(_ columns: [CommentColumn?]) -> Bool {
    columns.count { $0 == .text } == 1
      && columns.contains { $0 == .author || $0 == .authorID || $0 == .date || $0 == .likes || $0 == .id }
  }

  private static let names: [String: CommentColumn] = {
    let lists: [(CommentColumn, [String])] = [
      (
        .text,
        [
          "text", "comment", "comment text", "commenttext", "body", "content", "message", "textdisplay",
          "textoriginal", "комментарий", "текст", "текст комментария", "сообщение", "пікір", "пикир", "izoh",
        ]
      ),
      (
        .author,
        [
          "author", "username", "user name", "name", "author name", "authorname", "authordisplayname",
          "comment username", "owner username", "ownerusername", "name (click to view profile)", "имя", "автор",
          "пользователь", "никнейм", "имя пользователя", "автордун аты", "muallif",
        ]
      ),
      (.authorID, ["author id", "authorid", "authorchannelid", "author channel id", "profile id", "owner id"]),
      (
        .date,
        [
          "date", "time", "timestamp", "publishedat", "published at", "created at", "createdat", "дата", "время",
          "дата публикации", "дата и время", "күнү", "sana",
        ]
      ),
      (
        .likes,
        ["likes", "likecount", "like count", "likescount", "votes", "лайки", "нравится", "лайк", "лайков"]
      ),
      (.id, ["id", "cid", "comment id", "commentid", "id комментария"]),
      (
        .parent,
        ["parent", "parent id", "parentid", "reply to", "isreplyto", "ответ на", "parent comment id"]
      ),
      (.post, ["video id", "videoid", "post id", "postid", "shortcode", "видео", "id видео", "ролик", "video"]),
      (.link, ["link", "url", "post url", "video url", "ссылка", "ссылка на видео"]),
    ]
    var names: [String: CommentColumn] = [:]
    for (column, list) in lists {
      for name in list { names[HeaderName.normalised(name)] = column }
    }
    return names
  }()
}
