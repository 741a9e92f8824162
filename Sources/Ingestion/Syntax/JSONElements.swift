/// Walking a record's values.
extension JSONValue {
  /// The elements of an array; none if this is no array.
  var elements: [JSONValue] {
    guard kind == .array else { return [] }
    var elements: [JSONValue] = []
    var place = index + 1
    while place < scanner.tape[index].next {
      elements.append(JSONValue(scanner: scanner, index: place))
      place = Int(scanner.tape[place].next)
    }
    return elements
  }

  /// The members of an object in their order; none if this is no object.
  var members: [(name: String, value: JSONValue)] {
    guard kind == .object else { return [] }
    var members: [(name: String, value: JSONValue)] = []
    var place = index + 1
    while place < scanner.tape[index].next {
      let name = JSONValue(scanner: scanner, index: place).string ?? ""
      members.append((name, JSONValue(scanner: scanner, index: place + 1)))
      place = Int(scanner.tape[place + 1].next)
    }
    return members
  }

  /// The text of a string that is not empty, or the digits of a number as they stand: ids are longer than a
  /// `Double` is exact.
  var label: String? {
    let text = kind == .number ? plainBytes?.string : string
    return text?.isEmpty == false ? text : nil
  }

  /// The elements of the list that Meta's interfaces put into a member: `{"data": [...]}`.
  func list(_ name: StaticString) -> [JSONValue] { self[name]?["data"]?.elements ?? [] }

  /// Seconds as a number or text, in milliseconds; nil where they are no time in a talk.
  var milliseconds: Int? {
    guard let seconds = double, seconds >= 0, seconds < 1e7 else { return nil }
    return Int((seconds * 1_000).rounded())
  }
}
