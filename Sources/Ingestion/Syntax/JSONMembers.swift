/// Walks over what lies in a value whose names are known only when the program runs.
extension JSONValue {
  /// Calls `body` with each member of an object, in its order.
  func forEachMember(_ body: (_ name: String, _ value: JSONValue) throws -> Void) rethrows {
    guard kind == .object else { return }
    var place = index + 1
    while place < Int(scanner.tape[index].next) {
      try body(
        JSONValue(scanner: scanner, index: place).string ?? "", JSONValue(scanner: scanner, index: place + 1))
      place = Int(scanner.tape[place + 1].next)
    }
  }

  /// Calls `body` with each element of an array, in its order.
  func forEachElement(_ body: (JSONValue) throws -> Void) rethrows {
    guard kind == .array else { return }
    var place = index + 1
    while place < Int(scanner.tape[index].next) {
      try body(JSONValue(scanner: scanner, index: place))
      place = Int(scanner.tape[place].next)
    }
  }

  var isArray: Bool { kind == .array }

  /// A string or number as text; nil for anything else, and for a string with nothing in it.
  var words: String? {
    let text = kind == .number ? plainBytes?.string : string
    return text?.isEmpty == false ? text : nil
  }
}
