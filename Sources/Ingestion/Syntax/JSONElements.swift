extension JSONValue {
  /// The elements of an array; none of anything else.
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

  /// Seconds as a number or text, in milliseconds; nil where they are no time in a talk.
  var milliseconds: Int? {
    guard let seconds = double, seconds >= 0, seconds < 1e7 else { return nil }
    return Int((seconds * 1_000).rounded())
  }
}
