/// The document that describes all routes.
enum DocumentRoute {
  static let route = APIRoute(
    "/openapi.json", for: .signedIn, "This document (OpenAPI 3.1).",
    Shape<JSON>(schema: ["type": "object"], write: { $0 })
  ) { _ in OpenAPIDocument.document }
}
