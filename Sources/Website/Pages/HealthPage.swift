import Hummingbird

/// For whoever watches the server: it answers.
enum HealthPage {
  static let page = Page(.get, "/healthz", for: .anyone) { _ in Answer.data(Array("ok\n".utf8), "text/plain") }
}
