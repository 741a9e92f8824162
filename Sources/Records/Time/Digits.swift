extension Int {
  /// Reads ASCII digits alone (no sign, at least one, at most 18); anything else gives nil.
  package init?(decimalDigits bytes: some Sequence<UInt8>) {
    var value = 0
    var count = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39, count < 18 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
    }
    guard count > 0 else { return nil }
    self = value
  }

  /// The decimal form with leading zeros up to `width` digits.
  package func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
