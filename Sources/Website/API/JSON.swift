import FoundationEssentials

/// A value as JSON knows it (RFC 8259). Members come out in the order of their names, so that the same says the same.
indirect enum JSON: Sendable, Hashable {
  case null
  case flag(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// As UTF-8, without slashes behind backslashes.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}

extension JSON: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    // What is no number has no place in JSON.
    case .number(let value): try value.isFinite ? container.encode(value) : container.encodeNil()
    case .text(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  init(stringLiteral value: String) { self = .text(value) }
  init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Dictionary(elements) { first, _ in first }) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
}
