import Drawing
import Figures
import Hummingbird
import Records
import Reporting
import Workflows

/// The parts of a post's page.
struct PostView {
  let post: PostDetail
  let words: PageWords
  let wording: Wording

  func page(_ visit: Visit, path: String, @HTMLBuilder _ content: () -> [HTML]) -> Response {
    visit.page(words["post.title"], path: path, words: words) {
      head()
      content()
    }
  }

  private func head() -> HTML {
    HTML(.section) {
      HTML(.h2) { HTML(.bdi, text: PostText.title(post.head, words)) }
      HTML(.p, .class("small"), text: facts())
      if let link = PostText.link(post.head) {
        HTML(.p) { HTML(.a, .link(link), text: words("post.open", ["platform": words.name(post.head.platform)])) }
      }
      if let named = post.head.sameAs { HTML(.p) { Anchor.html("/posts/\(named)", words["post.sameAs"]) } }
    }
  }

  private func facts() -> String {
    let kind = post.head.kind.map { words["post.kind." + $0.rawValue] }
    let length = post.head.durationSeconds.map { TalkTimes.clock(Double($0)) }
    let language = post.language.map { words.name($0) }
    return ([PostText.line(post.head, words)] + [kind, length, language].compactMap { $0 }).joined(
      separator: " \u{B7} ")
  }

  func numbers() -> HTML { PostNumbers(post.statements, words: wording).html() }

  func answers() -> HTML { PostResponses(post.answers, creator: post.head.creator, words: wording).html() }

  /// What the team says the talk was meant to be, beside what was read in it. Neither corrects the other.
  func card() -> HTML {
    guard let card = post.card else { return .empty }
    let read = post.themes.filter { $0.stance != .opposes }.map { words.theme($0.theme) }
    var table = Table([words["post.card.what"], words["post.card.declared"], words["post.card.read"]])
    let declared = card.themes.map(words.declared).joined(separator: ", ")
    table.add([
      HTML(text: words["post.themes"]), HTML(.bdi, text: declared),
      HTML(text: read.isEmpty ? words["post.themes.none"] : Self.unique(read).joined(separator: ", ")),
    ])
    return HTML(.section) {
      HTML(.h2, text: words["post.card"])
      table.html()
      [card.targetGroup, card.campaign, card.summary].compactMap { $0 }.map { line in
        HTML(.p) { HTML(.bdi, .automaticDirection, text: line) }
      }
      if let isBoosted = card.isBoosted {
        HTML(.p, .class("small"), text: words[isBoosted ? "post.boosted" : "post.notBoosted"])
      }
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { list, name in if !list.contains(name) { list.append(name) } }
  }

  /// - Parameter place: where pages of themes stand, for who may see them.
  func themes(place: String?) -> HTML {
    HTML(.section) {
      HTML(.h2, text: words["post.themes"])
      if post.themes.isEmpty { HTML(.p, .class("empty"), text: words[none]) }
      HTML(.ul, .class("plain")) {
        post.themes.map { theme in
          HTML(.li) {
            if let place {
              Anchor.html(place + "/" + SafeCode.theme(theme.theme), words.theme(theme.theme))
            } else {
              words.theme(theme.theme)
            }
            " \u{B7} " + words.stance(theme.stance, on: theme.theme) + " \u{B7} "
              + words("post.sentences", n: theme.sentences)
          }
        }
      }
      TalkTimes(post.times, seconds: post.spokenSeconds, words: wording).html()
    }
  }

  private var none: String {
    if post.language?.isUnread == true { return "post.themes.unread" }
    return post.head.isTranscribed ? "post.themes.none" : "post.themes.noText"
  }

  func text() -> HTML {
    HTML(.section) {
      HTML(.h2, text: words["post.transcript"])
      if !post.mayQuote {
        HTML(.p, .class("notice"), text: words["post.noConsent"])
      } else {
        if post.transcript.isEmpty { HTML(.p, .class("empty"), text: words["post.transcript.none"]) }
        post.transcript.map(line)
        if !post.description.isEmpty {
          HTML(.h3, text: words["post.description"])
          post.description.map(line)
        }
      }
    }
  }

  private func line(_ line: TalkLine) -> HTML {
    HTML(.p, .class("talk")) {
      if let second = line.second { clock(second) }
      HTML(.bdi, .automaticDirection) { line.pieces.flatMap(piece) }
    }
  }

  /// The time as a link to that second of the talk, where the platform takes one.
  private func clock(_ second: Int) -> HTML {
    let text = TalkTimes.clock(Double(second))
    guard post.head.platform == .youtube, let link = PostText.link(post.head, at: second) else {
      return HTML(.span, .class("clock"), text: text + " ")
    }
    return HTML(.a, .link(link), .class("clock"), text: text)
  }

  private func piece(_ piece: TalkPiece) -> [HTML] {
    let text =
      piece.isMarked
      ? HTML(.mark, text: piece.text)
      : piece.isFound ? HTML(.span, .class("found"), text: piece.text) : HTML(text: piece.text)
    return [text]
      + piece.tags.map { tag in
        let stance = Stance(rawValue: tag.stance) ?? .mentions
        return HTML(
          .small, .class("tag", stance.rawValue),
          text: words.theme(tag.theme) + " \u{B7} " + words.stance(stance, on: tag.theme))
      }
  }

  /// How much of the post is known, and from which files.
  func coverage() -> HTML {
    HTML(.section) {
      HTML(.h2, text: words["post.coverage"])
      HTML(.ul, .class("plain")) {
        HTML(.li, text: words[post.head.isTranscribed ? "post.coverage.text" : "post.coverage.noText"])
        comments()
        if !post.twins.isEmpty { HTML(.li, text: words("post.twins", n: post.twins.count)) }
        post.sources.map(source)
      }
    }
  }

  private func comments() -> HTML {
    guard let stated = post.commentsStated else { return .empty }
    let taken = PostResponses(post.answers, creator: post.head.creator, words: wording).shown()[""] ?? nil
    guard let taken else { return .empty }
    return HTML(
      .li, text: words("post.coverage.comments", ["n": words.number(taken), "all": words.number(Int(stated))]))
  }

  private func source(_ source: PostSource) -> HTML {
    HTML(.li) {
      Anchor.html("/imports/\(source.importNumber)", words("post.import", ["n": String(source.importNumber)]))
      " \u{B7} " + (words.has("format." + source.format) ? words["format." + source.format] : source.format)
    }
  }
}
