import Hummingbird
import HummingbirdCore
import Records

/// A route of the interface for programs: where it stands, who may ask, what it answers. All routes only read.
package struct APIRoute: Sendable {
  /// Something that the address may carry behind `?`.
  struct Query: Sendable {
    let name: String
    let about: String
    let schema: JSON
  }

  /// What a good answer holds.
  enum Content: Sendable {
    case json(schema: JSON)
    case file(type: String)
  }

  /// As the router knows it: `/api/v1/imports/:number`.
  package let path: String
  package let audience: Audience
  let summary: String
  let queries: [Query]
  let content: Content
  private let answer: @Sendable (Visit) async throws -> Response

  /// A route that answers with JSON.
  init<Value>(
    _ path: String, for audience: Audience, _ summary: String, queries: [Query] = [], _ shape: Shape<Value>,
    value: @escaping @Sendable (Visit) async throws -> Value
  ) {
    self.path = Self.start + path
    self.audience = audience
    self.summary = summary
    self.queries = queries
    content = .json(schema: shape.schema)
    let write = shape.write
    answer = { visit in Answer.data(try write(try await value(visit)).bytes(), "application/json") }
  }

  /// A route that hands over a file.
  init(
    _ path: String, for audience: Audience, _ summary: String, type: String,
    file: @escaping @Sendable (Visit) async throws -> Response
  ) {
    self.path = Self.start + path
    self.audience = audience
    self.summary = summary
    queries = []
    content = .file(type: type)
    answer = file
  }

  static let start = "/api/v1"

  /// Names of the parts of the path that stand for something.
  var parameters: [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).filter { $0.first == UInt8(ascii: ":") }
      .map { String(decoding: Array($0.dropFirst()), as: UTF8.self) }
  }

  /// As OpenAPI writes it: `/api/v1/imports/{number}`.
  package var template: String {
    path.utf8.split(separator: UInt8(ascii: "/")).map { part in
      let text = String(decoding: Array(part), as: UTF8.self)
      return part.first == UInt8(ascii: ":") ? "/{" + text.dropFirst() + "}" : "/" + text
    }.joined()
  }

  /// As the router serves it.
  package var page: Page { Page(.get, path, for: audience, answer: answer) }

  /// Whether a path belongs to the interface for programs: there tokens count and cookies do not.
  static func isAPI(_ path: String) -> Bool {
    path.utf8.elementsEqual("/api".utf8) || path.utf8.starts(with: "/api/".utf8)
  }
}

extension Visit {
  /// The month that the path names, among those that can have been.
  func pathMonth() throws -> Month {
    guard let month = parameters.get("month").flatMap({ Month($0) }), month.year >= 2005, month <= today.month else {
      throw HTTPError(.notFound)
    }
    return month
  }
}
