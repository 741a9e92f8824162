internal import Glibc

/// The hash table of `WordTypes`: open addressing, half a cache line a slot.
struct WordSlots {
  struct Entry {
    var key: WordKey
    var count: UInt32
    /// -1 in a free slot.
    var id: Int32
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private var mask: Int

  init() {
    mask = (1 << 13) - 1
    entries = Self.allocate(mask + 1)
  }

  func deallocate() { UnsafeMutableRawPointer(entries).deallocate() }

  func removeAll() {
    for index in 0...mask { entries[index].id = -1 }
  }

  @inline(__always)
  func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & mask }

  @inline(__always)
  func next(_ slot: Int) -> Int { (slot &+ 1) & mask }

  func isCrowded(by count: Int) -> Bool { count * 2 > mask }

  /// Doubles the table; `longHash` tells where the entry of a word belongs that is longer than its key.
  mutating func grow(count: Int, longHash: (Int32) -> UInt64) {
    let old = UnsafeMutableBufferPointer(start: entries, count: mask + 1)
    mask = mask * 2 + 1
    entries = Self.allocate(mask + 1)
    for entry in old where entry.id >= 0 {
      let isWhole = entry.count <= UInt32(WordKey.capacity)
      var slot = first(isWhole ? entry.key.hash : longHash(entry.id))
      while entries[slot].id >= 0 { slot = next(slot) }
      entries[slot] = entry
    }
    UnsafeMutableRawPointer(old.baseAddress)?.deallocate()
  }

  private static let hugePage = 1 << 21

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Entry> {
    // On cache lines, so that no slot straddles two; a large table on large pages, where the system has them.
    let size = count * MemoryLayout<Entry>.stride
    let isLarge = size >= hugePage
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: isLarge ? hugePage : 64)
    if isLarge { madvise(raw, size, MADV_HUGEPAGE) }
    let entries = raw.bindMemory(to: Entry.self, capacity: count)
    let free = Entry(key: WordKey(UnsafeBufferPointer(start: nil, count: 0)), count: 0, id: -1)
    entries.initialize(repeating: free, count: count)
    return entries
  }
}
