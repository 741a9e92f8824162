/// Rows of weights by hash of an n-gram: open addressing, read-only after it is made.
final class GramTable: Sendable {
  /// N-grams of the two scripts are kept apart: a Latin name in a Cyrillic text says nothing about Latin texts.
  static func seed(_ script: WordScript) -> UInt64 {
    script == .latin ? 0x2545_F491_4F6C_DD1D : 0x9FB2_1C65_1E98_DF25
  }

  static let longestGram = 5
  /// Stands at both ends of a word in an n-gram.
  static let bound: UInt16 = 0x5F
  /// Opens a whole word.
  static let whole: UInt16 = 0x3D

  // Written before anybody can see them, freed in deinit.
  /// Upper half of the hash, and row + 1; 0 is free.
  private nonisolated(unsafe) let slots: UnsafePointer<UInt64>
  private nonisolated(unsafe) let rows: UnsafePointer<SIMD16<Int8>>
  private let mask: Int

  init(_ weights: [UInt64: SIMD16<Int8>]) {
    var size = 1 << 10
    while size < weights.count * 2 { size *= 2 }
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    let rows = UnsafeMutablePointer<SIMD16<Int8>>.allocate(capacity: weights.count + 1)
    var count = 0
    for (hash, row) in weights {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(count + 1)
      (rows + count).initialize(to: row)
      count += 1
    }
    self.slots = UnsafePointer(slots)
    self.rows = UnsafePointer(rows)
    mask = size - 1
  }

  deinit {
    slots.deallocate()
    rows.deallocate()
  }

  @inline(__always)
  static func mix(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    let mixed = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 31
  }

  @inline(__always)
  private func add(_ hash: UInt64, to sum: inout SIMD16<Int16>) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return }
      if (entry ^ hash) >> 32 == 0 {
        sum &+= SIMD16<Int16>(truncatingIfNeeded: rows[Int(entry & 0xFFFF_FFFF) &- 1])
        return
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// The sum of the rows of a word's n-grams and of the word itself.
  func row(of word: UnsafeBufferPointer<UInt16>, script: WordScript) -> SIMD16<Int16> {
    let seed = Self.seed(script)
    var sum = SIMD16<Int16>(repeating: 0)
    let length = word.count + 2
    func unit(_ index: Int) -> UInt16 {
      index == 0 || index == length - 1 ? Self.bound : word[index - 1]
    }
    for start in 0..<length {
      var hash = seed
      for stop in start..<min(start + Self.longestGram, length) {
        hash = Self.mix(hash, unit(stop))
        add(hash, to: &sum)
      }
    }
    if word.count > 3 {
      var hash = Self.mix(seed, Self.whole)
      for unit in word { hash = Self.mix(hash, unit) }
      add(hash, to: &sum)
    }
    return sum
  }
}
