/// What offsets count.
package enum OffsetUnit: String, Sendable, CaseIterable {
  case utf8, utf16, scalars
}

/// Turns UTF-16 offsets of a text into another unit. Offsets are asked for in any order.
struct OffsetMap {
  /// One entry a UTF-16 unit; empty when offsets stay as they are.
  private var places: [Int32] = []

  init(_ text: [UInt8], unit: OffsetUnit) {
    guard unit != .utf16, text.contains(where: { $0 >= 0x80 }) else { return }
    places.reserveCapacity(text.count)
    var position: Int32 = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = unit == .utf8 ? Int32(UTF8.width(scalar)) : 1
      for _ in 0..<UTF16.width(scalar) { places.append(position) }
      position += width
    }
    places.append(position)
  }

  func callAsFunction(_ offset: Int) -> Int {
    guard !places.isEmpty else { return offset }
    return Int(places[min(offset, places.count - 1)])
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
