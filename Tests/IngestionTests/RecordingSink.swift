import Ingestion
import Records

/// Writes down what a reader gives, one JSON object a line, in a form that stays the same.
final class RecordingSink: RecordSink {
  private(set) var lines: [String] = []
  private(set) var problems: [Problem] = []
  private(set) var comments: [RawComment] = []
  private(set) var beginnings = 0

  func begin(_ source: SourceDescription) {
    beginnings += 1
    add(
      "source", ("format", source.format), ("encoding", source.encoding), ("dialect", source.dialect),
      ("interface", source.interfaceLanguage), ("scope", source.scope?.rawValue),
      ("period", source.period?.description), ("account", source.account.rendering))
  }

  func post(_ post: PostSighting) {
    add(
      "post", ("id", post.externalID), ("kind", post.kind?.rawValue), ("title", post.title),
      ("description", post.description), ("published", post.publishedAt?.description),
      ("precision", post.publishedAt == nil ? nil : post.publishedPrecision.rawValue),
      ("seconds", post.durationSeconds.map(String.init)), ("link", post.permalink),
      ("account", post.account.rendering), ("row", "\(post.row)"))
  }

  func observation(_ observation: Observation) {
    let subject = if case .post(let id) = observation.subject { id } else { "*" }
    add(
      "observation", ("subject", subject), ("metric", observation.metric.rawValue),
      ("definition", observation.definition.isEmpty ? nil : observation.definition),
      ("value", observation.value.rendering), ("scope", observation.scope.rawValue),
      ("period", observation.period?.description), ("asOf", observation.asOf?.description),
      ("dimensions", observation.dimensions.isEmpty ? nil : observation.dimensions),
      ("account", observation.account.rendering), ("row", "\(observation.row)"))
  }

  func comment(_ comment: RawComment) {
    comments.append(comment)
    add(
      "comment", ("id", comment.id), ("parent", comment.parentID), ("post", comment.postID),
      ("author", comment.author), ("creator", comment.authorIsCreator ? "yes" : nil), ("text", comment.text),
      ("published", comment.publishedAt?.description),
      ("precision", comment.publishedAt == nil ? nil : comment.publishedPrecision.rawValue),
      ("likes", comment.likes.rendering), ("account", comment.account.rendering), ("row", "\(comment.row)"))
  }

  func transcript(_ head: TranscriptHead) {
    add(
      "transcript", ("post", head.postID), ("source", head.source.rawValue), ("language", head.statedLanguage),
      ("account", head.account.rendering))
  }

  func cue(_ cue: Cue) {
    add(
      "cue", ("start", cue.startMs.map(String.init)), ("end", cue.endMs.map(String.init)), ("text", cue.text),
      ("row", "\(cue.row)"))
  }

  func handFigure(_ figure: HandFigure) {
    add(
      "figure", ("creator", figure.creator), ("platform", figure.platform.rawValue),
      ("period", figure.period.description), ("metric", figure.metric.rawValue), ("value", figure.value.rendering),
      ("by", figure.enteredBy), ("evidence", figure.evidence), ("row", "\(figure.row)"))
  }

  func talkCard(_ card: TalkCard) {
    let talk =
      switch card.talk {
      case .id(let id): id
      case .titled(let title, let day): "\(title) @ \(day)"
      }
    add(
      "card", ("talk", talk), ("themes", card.themes.joined(separator: " | ")), ("target", card.targetGroup),
      ("campaign", card.campaign), ("boosted", card.isBoosted.map { $0 ? "yes" : "no" }), ("summary", card.summary),
      ("account", card.account.rendering), ("row", "\(card.row)"))
  }

  func registerRow(_ row: RegisterRow) {
    add(
      "register", ("kind", row.kind.rawValue), ("key", row.key), ("day", row.day.description),
      ("creator", row.creator), ("values", row.valueText), ("story", row.story), ("row", "\(row.row)"))
  }

  func problem(_ problem: Problem) {
    problems.append(problem)
    add(
      "problem", ("severity", problem.severity.rawValue), ("code", problem.code), ("file", problem.file),
      ("line", problem.line.map(String.init)), ("column", problem.column), ("found", problem.found),
      ("expected", problem.expected), ("remedy", problem.remedy))
  }

  private func add(_ kind: String, _ members: (String, String?)...) {
    let body = members.compactMap { name, value in value.map { "\"\(name)\": \($0.jsonString)" } }
    lines.append("{\"\(kind)\": {" + body.joined(separator: ", ") + "}}")
  }
}

extension String {
  /// As a JSON string: quotes, backslashes and control characters escaped.
  fileprivate var jsonString: String {
    var output = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case _ where scalar.value < 0x20:
        output += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}

extension AccountHint {
  fileprivate var rendering: String? {
    let parts = [platform?.rawValue, externalID, username.map { "@" + $0 }, displayName].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " | ")
  }
}

extension Reported {
  fileprivate var rendering: String {
    switch self {
    case .known(let value): "\(value)"
    case .approximate(let value): "~\(value)"
    case .withheld: "withheld"
    case .notInExport: "not in export"
    case .unreadable(let text): "unreadable \(text)"
    }
  }
}
