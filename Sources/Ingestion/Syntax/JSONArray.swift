extension JSONValue {
  /// The elements of an array, in order; none if this is no array.
  var arrayElements: [JSONValue] {
    guard kind == .array else { return [] }
    var elements: [JSONValue] = []
    var place = index + 1
    let end = Int(scanner.tape[index].next)
    while place < end {
      elements.append(JSONValue(scanner: scanner, index: place))
      place = Int(scanner.tape[place].next)
    }
    return elements
  }
}
