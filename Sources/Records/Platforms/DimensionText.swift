/// The text form of an observation's dimensions: `key=value` pairs, sorted by key, joined by `;`.
package enum DimensionText {
  /// Joins pairs; `%`, `;` and `=` inside values are written as `%25`, `%3B` and `%3D`, so that the text can be
  /// taken apart again.
  package static func join(_ pairs: [(key: String, value: String)]) -> String {
    pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.key)=\(escaped($0.value))" }.joined(separator: ";")
  }

  /// The pairs of a text, values as they were before joining.
  package static func pairs(_ text: String) -> [(key: String, value: String)] {
    text.utf8.split(separator: 0x3B).compactMap { pair in
      guard let mark = pair.firstIndex(of: 0x3D) else { return nil }
      let value = String(Substring(pair[pair.index(after: mark)...]))
      return (String(Substring(pair[..<mark])), unescaped(value))
    }
  }

  private static func escaped(_ value: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "%": output.append(contentsOf: "%25".unicodeScalars)
      case ";": output.append(contentsOf: "%3B".unicodeScalars)
      case "=": output.append(contentsOf: "%3D".unicodeScalars)
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  private static func unescaped(_ value: String) -> String {
    var bytes = Array(value.utf8)[...]
    var output: [UInt8] = []
    while let byte = bytes.popFirst() {
      guard byte == 0x25, let plain = signs[Array(bytes.prefix(2))] else {
        output.append(byte)
        continue
      }
      output.append(plain)
      bytes = bytes.dropFirst(2)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let signs: [[UInt8]: UInt8] = [
    Array("25".utf8): 0x25, Array("3B".utf8): 0x3B, Array("3D".utf8): 0x3D,
  ]
}
