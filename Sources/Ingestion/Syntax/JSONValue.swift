/// A value of a JSON record, valid until its reader moves on.
package struct JSONValue {
  let scanner: JSONScanner
  let index: Int

  private var node: JSONNode { scanner.tape[index] }

  var kind: JSONNode.Kind { node.kind }

  /// The value of an object's member; nil where there is none or this is no object.
  package subscript(name: StaticString) -> JSONValue? {
    scanner.tape.withUnsafeBufferPointer { tape in
      guard tape[index].kind == .object else { return nil }
      var place = index + 1
      while place < tape[index].next {
        if matches(tape[place], name) { return JSONValue(scanner: scanner, index: place + 1) }
        place = Int(tape[place + 1].next)
      }
      return nil
    }
  }

  /// The value of a member whose name is known only when the program runs.
  package func member(_ name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var place = index + 1
    while place < node.next {
      let value = JSONValue(scanner: scanner, index: place + 1)
      if JSONValue(scanner: scanner, index: place).string == name { return value }
      place = Int(scanner.tape[place + 1].next)
    }
    return nil
  }

  /// The names of an object's members.
  package var names: [String] {
    guard kind == .object else { return [] }
    var names: [String] = []
    var place = index + 1
    while place < node.next {
      names.append(JSONValue(scanner: scanner, index: place).string ?? "")
      place = Int(scanner.tape[place + 1].next)
    }
    return names
  }

  package var isObject: Bool { kind == .object }
  package var isNull: Bool { kind == .null }

  /// The text of a string; nil for anything else.
  package var string: String? {
    switch kind {
    case .string: scanner.bytes(node).string
    case .escapedString: JSONText.unescaped(scanner.bytes(node)).text
    default: nil
    }
  }

  /// Whether a string holds half of a surrogate pair, which became U+FFFD.
  package var hasLoneSurrogate: Bool {
    kind == .escapedString && JSONText.unescaped(scanner.bytes(node)).hasLoneSurrogate
  }

  /// Whether any string of this value holds half of a surrogate pair.
  package var hasLoneSurrogateInside: Bool {
    scanner.tape[index..<Int(node.next)].contains {
      $0.kind == .escapedString && JSONText.unescaped(scanner.bytes($0)).hasLoneSurrogate
    }
  }

  /// The bytes of a number, or of a string without escapes.
  package var plainBytes: Bytes? {
    kind == .string || kind == .number ? scanner.bytes(node) : nil
  }

  package var bool: Bool? {
    switch kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// A number, or a string that holds one.
  package var double: Double? { plainBytes.flatMap { Double($0.string) } }

  /// A number, or a string that holds one, without its fraction.
  package var int: Int? {
    guard let bytes = plainBytes else { return nil }
    if let int = Int(bytes.string) { return int }
    return double.flatMap { Int(exactly: $0.rounded(.towardZero)) }
  }

  private func matches(_ name: JSONNode, _ wanted: StaticString) -> Bool {
    guard name.kind == .string else {
      return JSONText.unescaped(scanner.bytes(name)).text == wanted.description
    }
    return Int(name.end - name.start) == wanted.utf8CodeUnitCount && scanner.bytes(name).starts(with: wanted)
  }
}

/// The text of JSON strings.
enum JSONText {
  /// Resolves escapes that were checked before; half of a surrogate pair becomes U+FFFD.
  static func unescaped(_ bytes: Bytes) -> (text: String, hasLoneSurrogate: Bool) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var hasLoneSurrogate = false
    var at = 0
    while at < bytes.count {
      guard let stop = bytes.position(of: ASCII.backslash, from: at), stop + 1 < bytes.count else { break }
      output.append(contentsOf: bytes.part(at..<stop))
      at = stop + 2
      if bytes[stop + 1] == UInt8(ascii: "u") {
        let scalar = scalar(bytes, at: &at)
        hasLoneSurrogate = hasLoneSurrogate || scalar == nil
        output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
      } else {
        output.append(control(bytes[stop + 1]))
      }
    }
    output.append(contentsOf: bytes.part(min(at, bytes.count)..<bytes.count))
    return (String(decoding: output, as: UTF8.self), hasLoneSurrogate)
  }

  /// The scalar of the digits at `place` and, for a pair, of the escape behind them; nil for half a pair. NUL
  /// reads as half a pair: no text holds it.
  private static func scalar(_ bytes: Bytes, at place: inout Int) -> Unicode.Scalar? {
    let first = hex(bytes, place)
    place += 4
    guard first & 0xF800 == 0xD800 else { return first == 0 ? nil : Unicode.Scalar(first) }
    let isPair = first < 0xDC00 && bytes.part(min(place, bytes.count)..<bytes.count).starts(with: "\\u")
    guard isPair, place + 6 <= bytes.count else { return nil }
    let second = hex(bytes, place + 2)
    guard second & 0xFC00 == 0xDC00 else { return nil }
    place += 6
    return Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF))
  }

  private static func hex(_ bytes: Bytes, _ place: Int) -> UInt32 {
    bytes.part(min(place, bytes.count)..<min(place + 4, bytes.count)).reduce(0) { value, byte in
      value << 4 | UInt32(byte <= ASCII.nine ? byte - ASCII.zero : (byte | 0x20) - UInt8(ascii: "a") + 10)
    }
  }

  private static func control(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): ASCII.lineFeed
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    default: byte
    }
  }
}
