/// The first twelve units of a word in three machine words: most words fit, so a look-up touches one cache
/// line.
struct WordKey: Equatable {
  static let capacity = 12

  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0

  /// Reads up to `capacity` units at `units`, where 24 bytes may be read whatever `count` is.
  @inline(__always)
  init(padded units: UnsafePointer<UInt16>, count: Int) {
    let raw = UnsafeRawPointer(units)
    let bits = min(count, Self.capacity) &* 16
    first = raw.loadUnaligned(as: UInt64.self) & Self.mask(bits)
    second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & Self.mask(bits &- 64)
    third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self) & Self.mask(bits &- 128)
  }

  /// Reads units that nothing readable need follow.
  init(_ units: UnsafeBufferPointer<UInt16>) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &words) { bytes in
      for (index, unit) in units.prefix(Self.capacity).enumerated() {
        bytes.storeBytes(of: unit, toByteOffset: index * 2, as: UInt16.self)
      }
    }
    (first, second, third) = words
  }

  @inline(__always)
  private static func mask(_ bits: Int) -> UInt64 {
    bits <= 0 ? 0 : bits >= 64 ? .max : (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
  }

  @inline(__always)
  var hash: UInt64 {
    let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ third &* 0xC2B2_AE3D_27D4_EB4F)
    let (high, low) = mixed.multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    return high ^ low ^ (mixed >> 32)
  }
}
