/// Which sign parts whole numbers from fractions in a file.
package enum DecimalMark: Sendable, Hashable {
  case dot, comma
  /// No cell tells.
  case unknown

  /// Lets the cells of a file vote: those that can be read one way only have a voice.
  package static func vote(_ cells: some Sequence<String>) -> DecimalMark {
    var dots = 0
    var commas = 0
    for cell in cells {
      switch cell.withBytes(voice) {
      case .dot: dots += 1
      case .comma: commas += 1
      case .unknown: break
      }
    }
    if dots == commas { return .unknown }
    return dots > commas ? .dot : .comma
  }

  private static func voice(_ cell: Bytes) -> DecimalMark {
    let body = cell.trimmed()
    guard let first = body.first, ASCII.isDigit(first) || first == ASCII.minus,
      let shape = NumberShape(body), shape.suffix.isEmpty || shape.suffix.equals("%")
    else { return .unknown }
    switch (shape.commas, shape.dots) {
    case (0, 0): return .unknown
    case (_, 0): return shape.commas == 1 && !shape.isGrouped ? .comma : .unknown
    case (0, _): return shape.dots == 1 && !shape.isGrouped ? .dot : .unknown
    default: return shape.lastMark == ASCII.comma ? .comma : .dot
    }
  }
}
