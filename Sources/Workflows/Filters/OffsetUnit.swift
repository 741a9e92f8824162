import TextAnalysis

/// What offsets count.
package enum OffsetUnit: String, Sendable, CaseIterable {
  case utf8, utf16, scalars
}

/// Turns UTF-16 offsets of a text into another unit. Offsets are asked for in any order.
struct OffsetMap {
  /// One entry a UTF-16 unit; empty when offsets stay as they are.
  private var places: [Int32] = []

  /// Bytes that are no UTF-8 count as they stand in the text: offsets always point into what was received.
  init(_ text: [UInt8], unit: OffsetUnit) {
    guard unit != .utf16, text.contains(where: { $0 >= 0x80 }) else { return }
    places.reserveCapacity(text.count + 1)
    text.withUnsafeBufferPointer { bytes in
      var at = 0
      var position: Int32 = 0
      while at < bytes.count {
        let step = UTF8Steps.step(bytes, at: at)
        for _ in 0..<step.units { places.append(position) }
        position += unit == .utf8 ? Int32(step.bytes) : 1
        at += step.bytes
      }
      places.append(position)
    }
  }

  func callAsFunction(_ offset: Int) -> Int {
    guard !places.isEmpty else { return offset }
    return Int(places[min(offset, places.count - 1)])
  }
}
