/// Walks through UTF-8 scalar by scalar as decoders do: bytes that are no UTF-8 count as one U+FFFD for each maximal part.
package enum UTF8Steps {
  /// How many bytes the scalar at `at` has, and how many UTF-16 units it becomes.
  package static func step(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (bytes: Int, units: Int) {
    let lead = bytes[at]
    if lead < 0x80 { return (1, 1) }
    let (length, second) = shape(lead)
    guard length > 1 else { return (1, 1) }
    var next = at + 1
    while next < min(bytes.count, at + length) {
      let isGood = next == at + 1 ? second.contains(bytes[next]) : bytes[next] & 0xC0 == 0x80
      if !isGood { break }
      next += 1
    }
    return (next - at, next - at == 4 ? 2 : 1)
  }

  /// How many bytes a lead byte announces, and which ones may come second.
  private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (1, 0x80...0xBF)
    }
  }
}
