/// The interface for programs, described as OpenAPI 3.1 from the list of routes itself.
enum OpenAPIDocument {
  private static let about = """
    What the pages of the desk show, for programs. Every route only reads, with the rights of the token's account. Shares are \
    in per cent. Null means not known, and is never 0.
    """

  static let document: JSON = [
    "openapi": "3.1.0",
    "info": [
      "title": "Desk", "version": "1",
      "description": .text(about),
    ],
    "security": [["token": []]],
    "paths": .object(Dictionary(AllRoutes.list.map { ($0.template, ["get": operation($0)]) }) { first, _ in first }),
    "components": [
      "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      "schemas": ["Problem": ProblemAnswer.shape.schema],
      "responses": [
        "Problem": [
          "description": "Something is wrong; see status and detail.",
          "content": .object([ProblemAnswer.type: ["schema": ["$ref": "#/components/schemas/Problem"]]]),
        ]
      ],
    ],
  ]

  private static func operation(_ route: APIRoute) -> JSON {
    let parts = route.parameters.map { name -> JSON in
      ["name": .text(name), "in": "path", "required": .flag(true), "schema": ["type": "string"]]
    }
    let queries = route.queries.map { query -> JSON in
      [
        "name": .text(query.name), "in": "query", "required": .flag(false), "description": .text(query.about),
        "schema": query.schema,
      ]
    }
    return [
      "summary": .text(route.summary), "parameters": .list(parts + queries),
      "responses": [
        "200": ["description": .text(route.summary), "content": content(route.content)],
        "default": ["$ref": "#/components/responses/Problem"],
      ],
    ]
  }

  private static func content(_ content: APIRoute.Content) -> JSON {
    switch content {
    case .json(let schema): ["application/json": ["schema": schema]]
    case .file(let type): .object([type: ["schema": ["type": "string", "format": "binary"]]])
    }
  }
}
