/// Steps of a path, in the drawing's units.
package struct PathData: Sendable, Hashable {
  private(set) var text = ""

  package init() {}

  package mutating func move(_ x: Double, _ y: Double) { add("M", x, y) }
  package mutating func line(_ x: Double, _ y: Double) { add("L", x, y) }
  package mutating func close() { text += "Z" }

  /// A line to a place; the first one starts there.
  package mutating func extend(_ x: Double, _ y: Double) {
    if text.isEmpty { move(x, y) } else { line(x, y) }
  }

  private mutating func add(_ step: String, _ x: Double, _ y: Double) {
    text += step + DecimalBytes.text(x, decimals: 1) + " " + DecimalBytes.text(y, decimals: 1)
  }
}
