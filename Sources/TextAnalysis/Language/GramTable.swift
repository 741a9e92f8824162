internal import Glibc

/// The weights of an n-gram, one lane a variety.
struct GramWeights {
  private var low: UInt32 = 0
  private var middle: UInt32 = 0
  private var high: UInt32 = 0

  subscript(lane: Int) -> Int8 {
    get { withUnsafeBytes(of: self) { Int8(bitPattern: $0[lane]) } }
    set { withUnsafeMutableBytes(of: &self) { $0[lane] = UInt8(bitPattern: newValue) } }
  }
}

/// Sums of sixteen signed bytes, kept as two vectors of eight: that is what every processor adds at once.
private struct LaneSums {
  private var even = SIMD8<Int16>(repeating: 0)
  private var odd = SIMD8<Int16>(repeating: 0)

  @inline(__always)
  mutating func add(_ bytes: UnsafeRawPointer) {
    let pairs = bytes.load(as: SIMD8<Int16>.self)
    even &+= (pairs &<< 8) &>> 8
    odd &+= pairs &>> 8
  }

  subscript(lane: Int) -> Int16 { lane.isMultiple(of: 2) ? even[lane / 2] : odd[lane / 2] }
}

/// Rows of weights by hash of an n-gram: buckets of four, a cache line each, filled from the front; what finds no room
/// stands in the next one. Read-only once made.
final class GramTable: Sendable {
  static let longestGram = 5
  /// Varieties of one script, at most.
  static let lanes = 12
  /// Lanes of a slot, read as a whole, that its tag takes up.
  private static let tagLanes = MemoryLayout<UInt32>.size
  /// Stands at both ends of a word in an n-gram.
  static let bound: UInt16 = 0x5F
  /// Opens a whole word.
  static let whole: UInt16 = 0x3D
  /// Units of a word that are looked at; what comes after tells nothing new.
  private static let longestWord = 40
  private static let mostGrams = (longestWord + 2) * longestGram + 1
  private static let hugePage = 1 << 21
  /// Slots of a bucket.
  private static let bucket = 4

  struct Slot {
    /// Upper half of the hash; 0 in a free slot.
    var tag: UInt32 = 0
    var weights = GramWeights()
  }

  // Written before anybody can see it, freed in deinit.
  private nonisolated(unsafe) let slots: UnsafePointer<Slot>
  /// The row of n-grams that are not here: all zero, behind the last bucket.
  private nonisolated(unsafe) let none: UnsafePointer<Slot>
  /// Number of buckets less one.
  private let mask: Int

  init(_ weights: [UInt64: GramWeights]) {
    var size = 1 << 10
    // A third of the slots stays free: the smaller the table, the more of it is in the cache.
    while size * 2 < weights.count * 3 { size *= 2 }
    let bytes = (size + 1) * MemoryLayout<Slot>.stride
    let isLarge = bytes >= Self.hugePage
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? Self.hugePage : 64)
    // On large pages, where the system has them: look-ups go everywhere.
    if isLarge { madvise(raw, bytes, MADV_HUGEPAGE) }
    let slots = raw.bindMemory(to: Slot.self, capacity: size + 1)
    slots.initialize(repeating: Slot(), count: size + 1)
    mask = size / Self.bucket - 1
    for (hash, row) in weights {
      var slot = (Int(truncatingIfNeeded: hash) & mask) * Self.bucket
      while slots[slot].tag != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(tag: Self.tag(hash), weights: row)
    }
    self.slots = UnsafePointer(slots)
    none = UnsafePointer(slots + size)
  }

  deinit { UnsafeMutableRawPointer(mutating: slots).deallocate() }

  /// N-grams of the two scripts are kept apart: a Latin name in a Cyrillic text says nothing about Latin
  /// texts.
  static func seed(_ script: WordScript) -> UInt64 {
    script == .latin ? 0x2545_F491_4F6C_DD1D : 0x9FB2_1C65_1E98_DF25
  }

  @inline(__always)
  static func mix(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    let mixed = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 31
  }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }

  /// Writes the sum of the rows of a word's n-grams and of the word itself to `sum`.
  func fill(_ sum: UnsafeMutablePointer<Int16>, for word: UnsafeBufferPointer<UInt16>, script: WordScript) {
    var row = LaneSums()
    add(word, script, to: &row)
    // The first lanes of a slot are its tag.
    for lane in 0..<Self.lanes { sum[lane] = row[lane + Self.tagLanes] }
  }

  private func add(_ word: UnsafeBufferPointer<UInt16>, _ script: WordScript, to sum: inout LaneSums) {
    guard let units = word.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.mostGrams) { hashes in
      guard let hashes = hashes.baseAddress else { return }
      let count = Self.hash(units, word.count, Self.seed(script), into: hashes)
      // All slots are asked for before any is read, so that waiting for memory overlaps.
      var seen: UInt32 = 0
      for index in 0..<count { seen |= slots[first(hashes[index])].tag }
      if seen == 0 { return }
      for index in 0..<count { add(hashes[index], to: &sum) }
    }
  }

  private static func hash(
    _ units: UnsafePointer<UInt16>, _ length: Int, _ seed: UInt64, into hashes: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let end = min(length, longestWord)
    var count = 0
    // Position -1 and `end` are the bounds of the word.
    for start in -1...end {
      var hash = seed
      for at in start..<min(start &+ longestGram, end &+ 1) {
        hash = mix(hash, at < 0 || at == end ? bound : units[at])
        hashes[count] = hash
        count &+= 1
      }
    }
    if length > 3 {
      var hash = mix(seed, whole)
      for at in 0..<end { hash = mix(hash, units[at]) }
      hashes[count] = hash
      count &+= 1
    }
    return count
  }

  /// Looks at a whole bucket at once: whether and where an n-gram stands in it cannot be foretold, and a wrong guess of
  /// the processor costs more than looking. An n-gram that is not there adds the empty row.
  @inline(__always)
  private func add(_ hash: UInt64, to sum: inout LaneSums) {
    let tag = Self.tag(hash)
    var bucket = slots + first(hash)
    while true {
      var found = none
      for place in 0..<Self.bucket { found = bucket[place].tag == tag ? bucket + place : found }
      let isOver = found != none || bucket[Self.bucket - 1].tag == 0
      if isOver { return sum.add(UnsafeRawPointer(found)) }
      bucket += Self.bucket
      if bucket == none { bucket = slots }
    }
  }

  /// The first slot of the bucket in which an n-gram is looked for first.
  @inline(__always)
  private func first(_ hash: UInt64) -> Int { (Int(truncatingIfNeeded: hash) & mask) &* Self.bucket }
}
