import Drawing
import Figures
import Hummingbird
import HummingbirdCore
import Records
import Reporting
import Workflows

/// One post, for the team.
enum PostPage {
  static let page = Page(.get, "/posts/:number", for: .staff) { visit in
    let number = try visit.number("number")
    let desk = visit.desk
    let now = desk.clock.now()
    guard let post = try desk.archive.post(number, themes: desk.declaredThemes, now: now) else {
      throw HTTPError(.notFound)
    }
    let notes = try await PostNotes.read(post.head, visit)
    let view = PostView(post: post, words: visit.words(), wording: desk.wording(visit.language))
    return view.page(visit, path: "/posts/\(number)") {
      view.card()
      view.numbers()
      view.answers()
      view.themes(place: "/themes")
      view.text()
      view.coverage()
      notes.html(visit.words())
    }
  }
}

/// One post, for its author.
enum OwnPostPage {
  static let page = Page(.get, "/me/posts/:number", for: .creators) { visit in
    let number = try visit.number("number")
    let desk = visit.desk
    let own = try desk.archive.post(
      number, of: try visit.ownCode(), themes: desk.declaredThemes, now: desk.clock.now())
    guard let own else { throw HTTPError(.notFound) }
    let words = visit.words()
    let view = PostView(post: own, words: words, wording: desk.wording(visit.language))
    return view.page(visit, path: "/me/posts/\(number)") {
      view.numbers()
      view.answers()
      view.themes(place: nil)
      wrong(own.head, words)
      view.text()
    }
  }

  private static func wrong(_ post: PostHead, _ words: PageWords) -> HTML {
    guard let month = post.publishedOn?.month else { return .empty }
    return HTML(.p) { Anchor.html("/me/talks", words["me.object"], query: [("month", month.description)]) }
  }
}

/// Notes beside the author's figures in the month of the post. Their words are sealed: a child opens them, where there are
/// any.
struct PostNotes {
  private let notes: [NoteListing]

  static func read(_ post: PostHead, _ visit: Visit) async throws -> PostNotes {
    guard let month = post.publishedOn?.month, try visit.desk.archive.hasNotes(of: post.creator, in: month) else {
      return PostNotes(notes: [])
    }
    let all = try await DeskWork.notes(month, visit.desk.child)
    return PostNotes(notes: all.filter { FigureName($0.figure)?.selection.creator == post.creator })
  }

  func html(_ words: PageWords) -> HTML {
    guard !notes.isEmpty else { return .empty }
    return HTML(.section) {
      HTML(.h2, text: words["post.notes"])
      HTML(.ul, .class("plain")) { notes.map { note in HTML(.li) { HTML(.bdi, text: note.text) } } }
    }
  }
}
