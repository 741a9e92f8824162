/// Letters of Latin and Cyrillic that look alike, so that `cоюз` with a Latin c is read as союз.
enum LookAlikes {
  /// Latin letter, Cyrillic letter, and whether only their capitals look alike.
  private static let pairs: [(latin: UInt16, cyrillic: UInt16, capitalsOnly: Bool)] = [
    (0x61, 0x0430, false), (0x63, 0x0441, false), (0x65, 0x0435, false), (0x6F, 0x043E, false),
    (0x70, 0x0440, false), (0x78, 0x0445, false), (0x79, 0x0443, false), (0x6B, 0x043A, false),
    (0x69, 0x0456, false), (0x6A, 0x0458, false), (0x73, 0x0455, false), (0x68, 0x04BB, false),
    (0x0259, 0x04D9, false), (0xE4, 0x04D3, false), (0xEB, 0x0451, false), (0xF6, 0x04E9, false),
    (0x62, 0x0432, true), (0x68, 0x043D, true), (0x6D, 0x043C, true), (0x74, 0x0442, true),
    (0x7A, 0x0437, true),
  ]

  /// The Cyrillic letter that the lower-case Latin letter `unit` looks like; nil when it looks like none.
  static func cyrillic(for unit: UInt16, wasCapital: Bool) -> UInt16? {
    find(wasCapital) { $0.latin == unit }?.cyrillic
  }

  /// The Latin letter that the lower-case Cyrillic letter `unit` looks like; nil when it looks like none.
  static func latin(for unit: UInt16, wasCapital: Bool) -> UInt16? {
    find(wasCapital) { $0.cyrillic == unit }?.latin
  }

  /// Pairs that hold for capitals only come first for a capital: Н is an h, not a һ.
  private static func find(
    _ wasCapital: Bool, _ fits: ((latin: UInt16, cyrillic: UInt16, capitalsOnly: Bool)) -> Bool
  ) -> (latin: UInt16, cyrillic: UInt16, capitalsOnly: Bool)? {
    if wasCapital, let pair = pairs.first(where: { $0.capitalsOnly && fits($0) }) { return pair }
    return pairs.first { !$0.capitalsOnly && fits($0) }
  }

  /// Digits typed for Cyrillic letters: `0` о, `3` з, `4` ч, `6` б.
  static func letter(forDigit unit: UInt16) -> UInt16? {
    switch unit {
    case 0x30: 0x043E
    case 0x33: 0x0437
    case 0x34: 0x0447
    case 0x36: 0x0431
    default: nil
    }
  }
}
