import Records

/// How values of a type look in JSON: writes them, and describes them as JSON Schema (2020-12). Both come from one
/// definition, so that what is written is what was described.
struct Shape<Value>: Sendable {
  let schema: JSON
  let write: @Sendable (Value) -> JSON
}

/// A member of an object.
struct Field<Whole>: Sendable {
  let name: String
  let schema: JSON
  let write: @Sendable (Whole) -> JSON

  /// - Parameter about: what it is, in a sentence.
  init<Part>(_ name: String, _ about: String, _ shape: Shape<Part>, _ part: @escaping @Sendable (Whole) -> Part) {
    self.name = name
    schema = shape.described(about).schema
    let write = shape.write
    self.write = { write(part($0)) }
  }
}

extension Shape {
  /// An object with all of these members and no others.
  static func object(_ fields: [Field<Value>]) -> Shape {
    let properties = Dictionary(fields.map { ($0.name, $0.schema) }) { first, _ in first }
    return Shape(
      schema: [
        "type": "object", "properties": .object(properties), "required": .list(fields.map { .text($0.name) }),
        "additionalProperties": .flag(false),
      ],
      write: { value in .object(Dictionary(fields.map { ($0.name, $0.write(value)) }) { first, _ in first }) })
  }

  func described(_ about: String) -> Shape {
    guard case .object(var members) = schema else { return self }
    members["description"] = .text(about)
    return Shape(schema: .object(members), write: write)
  }

  /// The same, or null where it is not known. Null is never 0.
  var orNull: Shape<Value?> {
    let write = write
    return Shape<Value?>(
      schema: ["anyOf": [schema, ["type": "null"]]], write: { value in value.map(write) ?? .null })
  }

  var list: Shape<[Value]> {
    let write = write
    return Shape<[Value]>(schema: ["type": "array", "items": schema], write: { .list($0.map(write)) })
  }
}

extension Shape where Value == String {
  static var text: Shape { Shape(schema: ["type": "string"], write: { .text($0) }) }

  /// One of some words.
  static func word(_ words: [String]) -> Shape {
    Shape(schema: ["type": "string", "enum": .list(words.map { .text($0) })], write: { .text($0) })
  }
}

extension Shape where Value == Int {
  /// A count.
  static var count: Shape {
    Shape(schema: ["type": "integer", "minimum": .integer(0)], write: { .integer(Int64($0)) })
  }
}

extension Shape where Value == Int64 {
  /// A number that stands for something.
  static var number: Shape { Shape(schema: ["type": "integer", "minimum": .integer(0)], write: { .integer($0) }) }
}

extension Shape where Value == Double {
  static var quantity: Shape { Shape(schema: ["type": "number"], write: { .number($0) }) }
}

extension Shape where Value == Day {
  static var day: Shape { Shape(schema: ["type": "string", "format": "date"], write: { .text($0.description) }) }
}

extension Shape where Value == Month {
  static var month: Shape {
    Shape(
      schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"], write: { .text($0.description) })
  }
}

extension Shape where Value == Instant {
  static var moment: Shape {
    Shape(schema: ["type": "string", "format": "date-time"], write: { .text($0.description) })
  }
}
