/// A written number taken apart: sign, digits with their marks, and what follows.
struct NumberShape {
  var isNegative = false
  /// Digits, commas and dots.
  var body: [UInt8] = []
  var commas = 0
  var dots = 0
  /// The comma or dot that comes last; 0 if none.
  var lastMark: UInt8 = 0
  /// What follows the digits, trimmed; valid as long as the cell.
  var suffix: Bytes

  /// Takes a trimmed cell apart; nil if it does not start with a number.
  init?(_ cell: Bytes) {
    var at = NumberShape.skipSign(cell, isNegative: &isNegative)
    suffix = cell.part(0..<0)
    let start = at
    while at < cell.count {
      let byte = cell[at]
      if ASCII.isDigit(byte) {
        body.append(byte)
        at += 1
      } else if byte == ASCII.comma || byte == ASCII.dot, NumberShape.isDigit(cell, at + 1) {
        body.append(byte)
        commas += byte == ASCII.comma ? 1 : 0
        dots += byte == ASCII.dot ? 1 : 0
        lastMark = byte
        at += 1
      } else {
        let gap = NumberShape.groupGap(cell, at)
        guard gap > 0 else { break }
        at += gap
      }
    }
    guard at > start, ASCII.isDigit(cell[start]), body.count <= 40 else { return nil }
    suffix = cell.part(at..<cell.count).trimmed()
  }

  /// Whether the one kind of mark there is stands before each three digits, as in `1,234,567`.
  var isGrouped: Bool {
    let groups = body.split(omittingEmptySubsequences: false) { $0 == ASCII.comma || $0 == ASCII.dot }
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count) else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The value when `mark` is the decimal one and the other groups; nil if the digits do not fit that.
  func value(decimal mark: UInt8) -> Double? {
    let other = mark == ASCII.comma ? ASCII.dot : ASCII.comma
    let parts = body.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let groups = whole.split(separator: other, omittingEmptySubsequences: false)
    let isGrouped = groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard isGrouped, parts.count == 1 || !parts[1].contains(other) else { return nil }
    let digits = Array(groups.joined()) + (parts.count == 2 ? [ASCII.dot] + parts[1] : [])
    return Double(String(decoding: digits, as: UTF8.self)).map { isNegative ? -$0 : $0 }
  }

  private static func skipSign(_ cell: Bytes, isNegative: inout Bool) -> Int {
    if cell.first == ASCII.plus { return 1 }
    if cell.first == ASCII.minus {
      isNegative = true
      return 1
    }
    if cell.starts(with: "\u{2212}") {
      isNegative = true
      return 3
    }
    return 0
  }

  private static func isDigit(_ cell: Bytes, _ place: Int) -> Bool { place < cell.count && ASCII.isDigit(cell[place]) }

  /// Width of a space or apostrophe that stands before exactly three digits; 0 for anything else.
  private static func groupGap(_ cell: Bytes, _ place: Int) -> Int {
    let rest = cell.part(place..<cell.count)
    let width = rest.first == ASCII.apostrophe ? 1 : rest.leadingBlank
    guard width > 0, (0..<3).allSatisfy({ isDigit(rest, width + $0) }), !isDigit(rest, width + 3) else { return 0 }
    return width
  }
}
