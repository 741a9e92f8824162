/// A column of a table of comments (or a member of a JSON object), by what tools and people call it.
enum CommentColumn: Hashable {
  case text, author, authorID, date, likes, id, parent, post, link
  /// A link to the comment itself; it holds the ids of the comment and its post.
  case source
  /// Whether the creator wrote it.
  case isCreator

  /// The columns of a header whose names are normalised.
  static func columns(_ header: [String]) -> [CommentColumn?] {
    let spaced = header.map(spaced)
    // The API gives texts twice: as written, and as HTML.
    let hasOriginal = spaced.contains("textoriginal")
    return spaced.map { hasOriginal && $0 == "textdisplay" ? nil : names[$0] }
  }

  /// The column of one name, as it stands in a file.
  static func column(_ name: String) -> CommentColumn? { names[spaced(HeaderName.normalised(name))] }

  /// Whether a row can be the header of a table of comments: texts, and something beside them; not the counts that
  /// lists of videos and posts have.
  static func isHeader(_ header: [String]) -> Bool {
    let columns = columns(header)
    guard columns.count(where: { $0 == .text }) == 1,
      columns.contains(where: { [.author, .authorID, .date, .likes, .id].contains($0) })
    else { return false }
    let text = zip(header, columns).first { $0.1 == .text }?.0 ?? ""
    let saysComment = text.withBytes { bytes in
      bytes.holds("comment") || bytes.holds("коммент") || bytes.holds("пикир") || bytes.holds("izoh")
    }
    return saysComment || header.allSatisfy { !postNames.contains(spaced($0)) }
  }

  /// The language of a header, by what it calls the texts.
  static func language(_ header: [String]) -> String {
    let text = header.first { names[spaced($0)] == .text } ?? ""
    if CommentWords.kyrgyzText.contains(text) { return "ky" }
    if CommentWords.uzbekText.contains(text) { return "uz" }
    return text.utf8.contains { $0 >= 0x80 } ? "ru" : "en"
  }

  private static func spaced(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == 0x5F ? ASCII.space : $0 }, as: UTF8.self)
  }

  /// Names that only lists of videos and posts have.
  private static let postNames: Set<String> = [
    "views", "viewcount", "view count", "video view count", "duration", "play count", "subscribers",
    "numberofsubscribers", "caption", "shortcode", "start", "end", "segments", "tokens", "просмотры",
    "количество просмотров", "длительность",
    "көрүүлөр", "koʻrishlar", "ko'rishlar",
  ]

  private static let names: [String: CommentColumn] = {
    var names: [String: CommentColumn] = [:]
    for (column, list) in CommentWords.list {
      for name in list { names[HeaderName.normalised(name)] = column }
    }
    return names
  }()
}

/// What columns of comments are called: tools' own names, then English, Russian, Kyrgyz and Uzbek.
enum CommentWords {
  static let list: [(CommentColumn, [String])] = [
    (.text, text), (.text, kyrgyzText), (.text, uzbekText), (.author, author), (.authorID, authorID), (.date, date),
    (.likes, likes), (.id, id),
    (.parent, parent), (.post, post), (.link, link), (.source, source), (.isCreator, isCreator),
  ]

  private static let text = [
    "text", "comment", "comment text", "commenttext", "body", "content", "message", "textdisplay", "textoriginal",
    "comment body", "comment content", "comment message", "snippet.textdisplay", "snippet.textoriginal",
    "комментарий", "текст", "текст комментария", "сообщение", "отзыв", "содержание", "пікір",
  ]
  static let kyrgyzText = ["пикир", "пикирдин тексти", "комментарийдин тексти"]
  static let uzbekText = ["izoh", "izoh matni", "matn", "fikr", "изоҳ", "изоҳ матни", "матн"]

  private static let author = [
    "author", "username", "user name", "user", "name", "author name", "authorname", "authordisplayname",
    "comment author", "comment username", "commenter", "owner username", "ownerusername", "owner/username",
    "owner.username", "user/username", "user.username", "profile name", "nickname", "unique id", "full name",
    "name (click to view profile)", "имя", "автор", "автор комментария", "пользователь", "никнейм", "ник", "логин",
    "имя пользователя", "имя автора", "автору", "автордун аты", "аты", "аты-жөнү", "колдонуучу", "колдонуучунун аты",
    "muallif", "muallif ismi", "ism", "ismi", "foydalanuvchi", "foydalanuvchi nomi", "муаллиф", "исм", "фойдаланувчи",
  ]

  private static let authorID = [
    "author id", "authorid", "authorchannelid", "author channel id", "authorchannelid.value", "profile id",
    "owner id", "ownerid", "owner/id", "owner.id", "user id", "userid", "user/id", "user.id", "user/pk",
    "id автора", "id пользователя", "автордун id", "muallif id",
  ]

  private static let date = [
    "date", "time", "timestamp", "datetime", "date time", "publishedat", "published at", "published", "created at",
    "createdat", "created", "created time", "create time", "createtime", "comment date", "comment time",
    "comment timestamp", "comment created at", "publishedtime", "published time", "publishedtimetext",
    "published time text", "publishedattime", "time text", "unix timestamp", "дата", "время", "дата публикации",
    "дата и время", "дата комментария", "время комментария", "опубликовано", "создано", "күнү", "убактысы",
    "күнү жана убактысы", "жарыяланган күнү", "sana", "vaqt", "sana va vaqt", "izoh sanasi", "сана", "вақт",
  ]

  private static let likes = [
    "likes", "like", "likecount", "like count", "likescount", "likes count", "votes", "votecount", "vote count",
    "numlikes", "num likes", "comment likes", "comment like count", "comment likes count", "reactions",
    "лайки", "нравится", "лайк", "лайков", "количество лайков", "число лайков", "лайктар", "лайктардын саны", "жакты",
    "layklar", "layklar soni", "yoqtirishlar", "лайклар",
  ]

  private static let id = [
    "id", "cid", "comment id", "commentid", "pk", "id комментария", "комментарийдин id", "пикирдин id", "izoh id",
  ]

  private static let parent = [
    "parent", "parent id", "parentid", "reply to", "replyto", "isreplyto", "isreplytoid", "replytocid", "reply to id",
    "replytoid", "reply to comment id", "replied to comment id", "parent comment id", "parentcommentid", "parent cid",
    "ответ на", "ответ на комментарий", "id родительского комментария", "жооп", "кимге жооп", "javob", "kimga javob",
  ]

  private static let post = [
    "video id", "videoid", "post id", "postid", "media id", "mediaid", "shortcode", "post shortcode", "post code",
    "видео", "id видео", "id поста", "id публикации", "пост", "публикация", "ролик", "video", "видеонун id",
    "посттун id", "video raqami",
  ]

  private static let link = [
    "link", "url", "post url", "posturl", "post link", "video url", "videourl", "video link", "page url", "pageurl",
    "input url", "inputurl", "collected from url", "permalink", "ссылка", "ссылка на видео", "ссылка на пост",
    "ссылка на публикацию", "шилтеме", "видеого шилтеме", "havola", "videoga havola", "ҳавола",
  ]

  private static let source = [
    "(view source)", "view source", "comment url", "commenturl", "comment link", "comment permalink",
    "ссылка на комментарий", "комментарийге шилтеме", "izohga havola",
  ]

  private static let isCreator = [
    "author is uploader", "authorisuploader", "authorischannelowner", "author is channel owner", "ischannelowner",
    "is channel owner", "authoriscreator", "is creator", "isauthor", "is owner", "isowner",
  ]
}
