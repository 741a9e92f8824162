/// Keys with the damage of careless spelling removed on both sides. Match the strict form first.
///
/// Uzbek has two: one key for both scripts would mix қўл, қул and қол. Words that differ only by these
/// letters
/// (`oʻlim` and `olim`, `уч` and `ўч`, `кол` and `көл`) share a key, so a key alone never decides.
package enum Skeleton {
  /// ү ө ң as у о н.
  package static func kyrgyz(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    form.map { unit in
      switch unit {
      case 0x04AF: 0x0443
      case 0x04E9: 0x043E
      case 0x04A3: 0x043D
      default: unit
      }
    }
  }

  /// ў қ ғ ҳ as у к г х.
  package static func uzbekCyrillic(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    form.map { unit in
      switch unit {
      case 0x045E: 0x0443
      case 0x049B: 0x043A
      case 0x0493: 0x0433
      case 0x04B3: 0x0445
      default: unit
      }
    }
  }

  /// oʻ as o, gʻ as g, without the tutuq belgisi.
  package static func uzbekLatin(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    form.filter { $0 != 0x02BB && $0 != 0x02BC }
  }

  /// ё as е.
  package static func russian(_ form: UnsafeBufferPointer<UInt16>) -> [UInt16] {
    form.map { $0 == 0x0451 ? 0x0435 : $0 }
  }
}
