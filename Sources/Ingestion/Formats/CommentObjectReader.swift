import Records

/// The post that comments are under, where something beside them tells.
struct CommentContext {
  var postID: String?
  var account: AccountHint
}

/// Reads comments from JSON objects whose members have the names of columns.
final class CommentObjectReader {
  /// How deep answers may lie in each other.
  private static let depthLimit = 8
  private static let answers: Set<String> = [
    "replies", "answers", "child_comments", "comments", "preview_child_comments",
  ]
  private static let people: Set<String> = ["owner", "user", "author", "from"]

  /// Comments given so far.
  private(set) var count = 0
  private(set) var account: AccountHint

  private let output: RecordOutput
  private let filePost: String?
  private var clock: RelativeClock
  /// What names stand for; the same ones come with every record.
  private var known: [String: CommentColumn?] = [:]
  /// The post that the document around the comments names.
  private var documentPost: (id: String, platform: Platform?)?

  init(_ input: FormatInput, _ output: RecordOutput) {
    self.output = output
    account = input.account(nil)
    filePost = PostFileName(input.probe.name).postID
    clock = RelativeClock(before: input.hints.receivedOn)
  }

  /// What the members of one object say.
  private struct Fields {
    var text, author, authorID, id, parent, post: String?
    var link: CommentLink?
    var date, likes: JSONValue?
    var isCreator = false
    var hasLoneSurrogate = false
    var answers: JSONValue?
  }

  // MARK: What stands around the comments

  func forgetPost() { documentPost = nil }

  func learnPost(_ name: String, _ value: JSONValue) {
    guard let column = column(name), let words = value.words else { return }
    if column == .link || column == .source, let link = words.withBytes({ CommentLink($0) }), let id = link.postID {
      documentPost = (id, link.platform)
    } else if column == .post, documentPost == nil, Identifier.isToken(words.utf8) {
      documentPost = (words, nil)
    }
  }

  func learnPlatform(_ value: JSONValue) {
    guard account.platform == nil else { return }
    let fields = fields(value)
    let isYouTube = fields.id?.utf8.starts(with: "Ug".utf8) == true
    // Only Instaloader has `answers`, and it reads Instagram alone.
    let isInstaloader = value["answers"]?.isArray == true
    account.platform =
      fields.link?.platform ?? documentPost?.platform ?? (isYouTube ? .youtube : isInstaloader ? .instagram : nil)
  }

  // MARK: Comments

  /// Gives comments that are known to be under one post to the output.
  func read(_ value: JSONValue, line: Int, under post: CommentContext) throws {
    documentPost = post.postID.map { ($0, post.account.platform) }
    account = post.account
    try read(value, line: line)
  }

  /// Gives the comment in `value` and those that answer it to the output.
  func read(_ value: JSONValue, line: Int, parent: RawComment? = nil, depth: Int = 0) throws {
    let fields = fields(value)
    guard let text = fields.text else { return try output.problem(CommentFields.noText(line: line)) }
    if fields.hasLoneSurrogate { try output.problem(.loneSurrogate(line: line)) }
    let comment = try comment(text, fields, line: line, parent: parent)
    count += 1
    try output.comment(comment)
    guard let answers = fields.answers, depth < CommentObjectReader.depthLimit else { return }
    try answers.forEachElement { answer in
      if answer.isObject { try read(answer, line: line, parent: comment, depth: depth + 1) }
    }
  }

  private func comment(_ text: String, _ fields: Fields, line: Int, parent: RawComment?) throws -> RawComment {
    let author = fields.authorID ?? fields.author
    let id = fields.id ?? fields.link?.commentID
    var comment = RawComment(
      id: id, parentID: fields.parent ?? fields.link?.parentID ?? id.flatMap(CommentLink.parent) ?? parent?.id,
      account: account, author: author, text: text, row: line)
    // YouTube's threads name their post or their own id where a comment answers nothing.
    if comment.parentID == comment.id || comment.parentID == "root" { comment.parentID = nil }
    comment.postID =
      fields.link?.postID ?? parent?.postID ?? documentPost?.id ?? fields.post ?? filePost
    if comment.parentID == comment.postID { comment.parentID = nil }
    comment.account.platform = fields.link?.platform ?? parent?.account.platform ?? account.platform
    comment.authorIsCreator = fields.isCreator || isCreator(fields)
    if let likes = fields.likes?.plainBytes { comment.likes = CommentFields.likes(likes) }
    if let date = fields.date { try setTime(&comment, date) }
    return comment
  }

  private func isCreator(_ fields: Fields) -> Bool {
    let names = [account.externalID, account.username, account.displayName].compactMap { $0?.withoutAt }
    return [fields.authorID, fields.author].contains { $0.map { names.contains($0.withoutAt) } == true }
  }

  private func setTime(_ comment: inout RawComment, _ value: JSONValue) throws {
    guard let bytes = value.plainBytes else { return }
    if let (instant, precision) = DateParser.instant(bytes, order: .monthFirst) {
      comment.publishedAt = instant
      comment.publishedPrecision = precision
    } else if let instant = clock.instant(bytes) {
      comment.publishedAt = instant
      comment.publishedPrecision = .estimate
    } else if !MissingMark.isMissing(bytes.trimmed()) {
      try output.problem(.unreadableDate(line: comment.row, column: "date", cell: bytes))
    }
  }

  // MARK: Members

  private func column(_ name: String) -> CommentColumn? {
    if let known = known[name] { return known }
    let column = name.utf8.count <= 60 ? CommentColumn.column(name) : nil
    if known.count < 1_000 { known.updateValue(column, forKey: name) }
    return column
  }

  private func fields(_ value: JSONValue) -> Fields {
    var fields = Fields()
    value.forEachMember { name, member in
      if member.isArray, CommentObjectReader.answers.contains(name) {
        fields.answers = fields.answers ?? member
      } else if member.isObject, CommentObjectReader.people.contains(name) {
        readPerson(member, into: &fields)
      } else if let column = column(name) {
        take(member, column, into: &fields)
      }
    }
    return fields
  }

  private func take(_ member: JSONValue, _ column: CommentColumn, into fields: inout Fields) {
    switch column {
    case .text:
      fields.text = fields.text ?? member.words
      fields.hasLoneSurrogate = fields.hasLoneSurrogate || member.hasLoneSurrogate
    case .author: fields.author = fields.author ?? member.words
    case .authorID: fields.authorID = fields.authorID ?? member.words
    case .date: fields.date = better(fields.date, member)
    case .likes: fields.likes = fields.likes ?? member
    case .id: fields.id = fields.id ?? platformID(member)
    case .parent: fields.parent = fields.parent ?? platformID(member)
    case .post: fields.post = fields.post ?? member.words
    case .link, .source:
      let link = member.words.flatMap { $0.withBytes { CommentLink($0) } }
      fields.link = link?.commentID != nil ? link : fields.link ?? link
    case .isCreator: fields.isCreator = fields.isCreator || member.bool == true
    }
  }

  private func platformID(_ member: JSONValue) -> String? {
    member.words.flatMap { $0.withBytes(CommentFields.isPlatformID) ? $0 : nil }
  }

  /// Of two times the one that is a date; words such as "2 days ago" are estimates.
  private func better(_ first: JSONValue?, _ second: JSONValue) -> JSONValue? {
    guard let first else { return second.words == nil ? nil : second }
    let isDate = first.plainBytes.map { DateParser.instant($0, order: .monthFirst) != nil } ?? false
    return isDate || second.words == nil ? first : second
  }

  private func readPerson(_ person: JSONValue, into fields: inout Fields) {
    person.forEachMember { name, member in
      switch name {
      case "id", "pk", "channelId", "channel_id": fields.authorID = fields.authorID ?? member.words
      case "username", "unique_id", "uniqueId", "name", "nickname", "full_name":
        fields.author = fields.author ?? member.words
      default: break
      }
    }
  }
}
