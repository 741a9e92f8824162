import Hummingbird

/// The one file that pages fetch.
enum StylePage {
  static let page = Page(.get, "/desk.css", for: .anyone) { visit in
    Answer.data(visit.desk.style, "text/css; charset=utf-8")
  }
}
