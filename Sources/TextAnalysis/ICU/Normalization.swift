internal import ICUBridge

/// Unicode normalisation forms of UTF-16 units, by ICU. Callers cap runs of combining marks first.
package enum Normalization {
  package static func composed(_ units: [UInt16]) -> [UInt16] {
    filled(atLeast: units.count) { out, capacity in
      minbar_nfc(units, Int32(units.count), out, capacity)
    } ?? units
  }

  package static func decomposed(_ units: [UInt16]) -> [UInt16] {
    filled(atLeast: units.count) { out, capacity in
      minbar_nfd(units, Int32(units.count), out, capacity)
    } ?? units
  }

  /// Asks once, and a second time with the room that ICU wanted.
  private static func filled(
    atLeast count: Int, _ fill: (UnsafeMutablePointer<UInt16>?, Int32) -> Int32
  ) -> [UInt16]? {
    var needed = count + 16
    for _ in 0..<2 {
      var length: Int32 = -1
      let result = [UInt16](unsafeUninitializedCapacity: needed) { buffer, filled in
        length = fill(buffer.baseAddress, Int32(buffer.count))
        filled = max(0, min(Int(length), buffer.count))
      }
      if length < 0 { return nil }
      if Int(length) <= result.capacity, Int(length) == result.count { return result }
      needed = Int(length)
    }
    return nil
  }
}
