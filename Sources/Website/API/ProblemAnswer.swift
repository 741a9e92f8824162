import Hummingbird
import HummingbirdCore

/// Errors for programs (RFC 9457): a status and what to do, nothing of what happened inside.
enum ProblemAnswer {
  static let type = "application/problem+json"

  static let shape = Shape<HTTPResponse.Status>.object([
    Field("type", "Always about:blank: the status says it all.", .text) { _ in "about:blank" },
    Field("title", "The status in words.", .text) { $0.reasonPhrase },
    Field("status", "The status.", .count) { $0.code },
    Field("detail", "What to do.", .text) {
      details[$0.code] ?? "Try again; if it goes on, tell whoever looks after the desk."
    },
  ])

  /// - Throws: nothing that matters: three words always become JSON.
  static func response(_ error: any Error) -> Response {
    let known = error as? HTTPError
    let status = known?.status ?? .internalServerError
    let bytes = (try? shape.write(status).bytes()) ?? []
    var response = Answer.data(bytes, type, status)
    if let wait = known?.headers[.retryAfter] { response.headers[.retryAfter] = wait }
    if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }

  private static let details: [Int: String] = [
    400: "A parameter is not what the document says.",
    401:
      "Send a token that is in force: Authorization: Bearer TOKEN. Tokens are made on the page of one's own account.",
    404: "There is nothing here, or not for this token.",
    405: "Routes of this interface only read: GET.",
    421: "Ask under the desk's own address.",
    429: "Too many requests; wait as Retry-After says.",
    503: "Too much is waiting already; try again as Retry-After says.",
  ]
}
