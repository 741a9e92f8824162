// Links, domain names and mail addresses.
extension Tokenizer {
  /// Where a link ends that starts at `at` and whose first word ends at `stop`; nil when it is a plain word.
  @inline(__always)
  func endOfLink(after stop: Int) -> Int? {
    switch units[stop] {
    case 0x2E, 0x3A, 0x40: endOfLinkSlowly(after: stop)
    default: nil
    }
  }

  private func endOfLinkSlowly(after stop: Int) -> Int? {
    let next = unit(at: stop &+ 1)
    switch units[stop] {
    case 0x3A where next == 0x2F && unit(at: stop &+ 2) == 0x2F: return endOfAddress(stop &+ 3)
    case 0x2E where Self.isASCIIWord(next): return endOfDomain(stop).map(endOfAddress)
    case 0x40 where Self.isASCIIWord(next):
      var dot = stop &+ 1
      while dot < end, dot < stop &+ 64, Self.isASCIIWord(units[dot]) { dot &+= 1 }
      return unit(at: dot) == 0x2E ? endOfDomain(dot, isMail: true) : nil
    default: return nil
    }
  }

  /// Letters, digits and hyphen of ASCII.
  private static func isASCIIWord(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
    default: false
    }
  }

  /// The end of a host name whose first dot is at `dot`; nil when the last label is no top-level domain.
  /// At most eight labels of 63 units are looked at.
  private func endOfDomain(_ dot: Int, isMail: Bool = false) -> Int? {
    var stop = dot
    var label = dot
    for _ in 0..<8 {
      guard unit(at: stop) == 0x2E, Self.isASCIIWord(unit(at: stop &+ 1)) else { break }
      label = stop &+ 1
      stop = label
      while stop < end, stop < label &+ 63, Self.isASCIIWord(units[stop]) { stop &+= 1 }
    }
    if kind(at: stop) == CharacterClass.letter { return nil }
    if isMail { return stop }
    let hasPath = unit(at: stop) == 0x2F && stop &- label <= 4
    return hasPath || isTopLevelDomain(label..<stop) ? stop : nil
  }

  private func isTopLevelDomain(_ label: Range<Int>) -> Bool {
    Self.topLevelDomains.contains { name in name.count == label.count && matches(name, at: label.lowerBound) }
  }

  /// Those that are no words of our languages; shorter ones (`t.me`) need a path behind them.
  private static let topLevelDomains: [[UInt16]] = [
    "com", "net", "org", "kg", "uz", "kz", "ru", "tj", "info", "edu", "gov", "www",
  ].map { Array($0.utf16) }

  /// The end of an address without the marks that close the sentence around it.
  private func endOfAddress(_ start: Int) -> Int {
    var stop = start
    while stop < end {
      let kind = classes[Int(units[stop])]
      if kind == CharacterClass.space || kind == CharacterClass.newline || kind == CharacterClass.quote
        || kind == CharacterClass.closing || kind == CharacterClass.highSurrogate
        || kind == CharacterClass.emoji
      {
        break
      }
      stop &+= 1
    }
    while stop > start {
      switch units[stop &- 1] {
      case 0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x3A, 0x29, 0x5D, 0x2026: stop &-= 1
      default: return stop
      }
    }
    return stop
  }
}
