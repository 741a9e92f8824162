import Drawing
package import Hummingbird
import HummingbirdCore
import NIOCore
import Records
import Reporting

/// A page: where it stands, who may open it, what it answers.
package struct Page: Sendable {
  package let method: HTTPRequest.Method
  /// As the router knows it: `/imports/:number`.
  package let path: String
  package let audience: Audience
  let answer: @Sendable (Visit) async throws -> Response

  init(
    _ method: HTTPRequest.Method, _ path: String, for audience: Audience,
    answer: @escaping @Sendable (Visit) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.audience = audience
    self.answer = answer
  }
}

/// One request to one page.
struct Visit: Sendable {
  let desk: Desk
  let request: Request
  let parameters: Parameters
  let session: DeskSession?
  let language: ReportLanguage
  let channel: any Channel

  func words() -> PageWords { desk.words(language) }

  /// A parameter of the path as a number; missing objects and numbers that are none look the same.
  func number(_ name: String) throws -> Int64 {
    guard let text = parameters.get(name), let number = Int64(text), number > 0 else { throw HTTPError(.notFound) }
    return number
  }

  func query(_ name: String) -> String? { request.uri.queryParameters[name[...]].map(String.init) }

  /// Who is working, for the audit log.
  var who: String { session?.who ?? "nobody" }

  func note(_ event: AuditEvent, _ subject: String = "") throws { try desk.note(event, subject, by: who) }
}
