/// Numbers that look random and are the same for the same seed (SplitMix64, Steele, Lea and Flood 2014).
package struct SeededChance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededChance.mixed(state)
  }

  /// A number in `0..<bound`; `bound` is at least 1.
  package mutating func below(_ bound: Int) -> Int {
    // Lemire's multiplication: the bias is below 2^-32 for every bound that fits into 32 bits.
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// The same numbers in an order that the seed decides (Fisher and Yates).
  package mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in list.indices.reversed() { list.swapAt(index, below(index + 1)) }
    return list
  }

  /// Spreads the bits of a number over all 64: neighbours become strangers.
  package static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A stable hash of bytes (FNV-1a, 64 bits): the same in every run and on every machine.
package struct StableHash: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  /// Bytes that lie together are added in one loop: asking other modules' sequences byte by byte costs ten times as much.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    let isAdded: Void? = bytes.withContiguousStorageIfAvailable { addTogether($0) }
    if isAdded == nil { for byte in bytes { add(byte) } }
  }

  private mutating func addTogether(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inline(__always)
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// 16 hexadecimal digits.
  package var hexadecimal: String { StableHash.hexadecimal(value, digits: 16) }

  /// The lowest digits of a number in hexadecimal.
  package static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    let padded = String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    return String(decoding: padded.utf8.suffix(digits), as: UTF8.self)
  }
}
