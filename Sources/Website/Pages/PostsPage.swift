import Drawing
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// Posts of all authors, newest first.
enum PostsPage {
  static let perPage = 50

  static let page = Page(.get, "/posts", for: .staff) { visit in
    let words = visit.words()
    let fields = visit.question
    let creators = try visit.desk.archive.creators().map(\.code)
    let filter = TalkFilter(fields, creators: creators, visit: visit)
    let list = try PostTable.list(visit, filter, creator: filter.creator, fields)
    return visit.page(words["posts.title"], path: "/posts", words: words) {
      Form.query("/posts") {
        TalkFilter.creators(filter.creator, creators, words)
        TalkFilter.platforms(filter.platform, words)
        TalkFilter.months(filter.month, visit, words)
        TalkFilter.themes(filter.theme, words)
        Form.button(words["missing.show"], "quiet")
      }
      PostTable(list: list, place: "/posts", filter: filter, words: words).html(showsCreator: true)
    }
  }
}

/// A creator's own posts.
enum OwnPostsPage {
  static let page = Page(.get, "/me/posts", for: .creators) { visit in
    let words = visit.words()
    let fields = visit.question
    let filter = TalkFilter(fields, creators: [], visit: visit)
    let list = try PostTable.list(visit, filter, creator: try visit.ownCode(), fields)
    return visit.page(words["posts.own"], path: "/me/posts", words: words) {
      Form.query("/me/posts") {
        TalkFilter.months(filter.month, visit, words)
        TalkFilter.themes(filter.theme, words)
        Form.button(words["missing.show"], "quiet")
      }
      PostTable(list: list, place: "/me/posts", filter: filter, words: words).html(showsCreator: false)
    }
  }
}

/// A list of posts with the way to the next ones.
struct PostTable {
  let list: PostList
  /// The page itself; a post stands below it.
  let place: String
  let filter: TalkFilter
  let words: PageWords

  static func list(_ visit: Visit, _ filter: TalkFilter, creator: String?, _ fields: FormFields) throws -> PostList {
    try visit.desk.archive.posts(
      creator: creator, platform: filter.platform, month: filter.month, theme: filter.theme,
      after: fields["after"].flatMap { Int64($0) }, limit: PostsPage.perPage, now: visit.desk.clock.now())
  }

  func html(showsCreator: Bool) -> [HTML] {
    guard !list.posts.isEmpty else { return [HTML(.p, .class("empty"), text: words["posts.none"])] }
    return [HTML(.p, .class("lead"), text: words("posts.count", n: list.count)), table(showsCreator), next()]
  }

  private func table(_ showsCreator: Bool) -> HTML {
    var table = Table(
      [words["posts.post"], words["posts.published"]] + (showsCreator ? [words["posts.creator"]] : [])
        + [words["posts.platform"], words["posts.text"]])
    for post in list.posts {
      let author = showsCreator ? [HTML(text: post.creator)] : []
      table.add(
        [
          HTML(.bdi) { Anchor.html("\(place)/\(post.id)", PostText.title(post, words)) },
          HTML(text: PostText.day(post, words)),
        ] + author + [
          HTML(text: words.name(post.platform)),
          HTML(text: words[post.isTranscribed ? "posts.text.yes" : "posts.text.no"]),
        ])
    }
    return HTML(.div, .class("posts")) { table.html() }
  }

  private func next() -> HTML {
    guard let next = list.next, let link = Link(site: place, asking: filter.question + [("after", String(next))]) else {
      return .empty
    }
    return HTML(.p, .class("actions")) { HTML(.a, .link(link), text: words["page.older"]) }
  }
}
