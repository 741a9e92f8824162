/// Words whose type is asked for together: their slots are fetched side by side, so that waiting for memory
/// overlaps.
struct PendingWords {
  static let capacity = 32

  struct Word {
    var key: WordKey
    var hash: UInt64
    var units: UnsafeBufferPointer<UInt16>
    /// Index of the token that waits for the type.
    var token: Int
  }

  private let words: UnsafeMutablePointer<Word>
  private(set) var count = 0

  init() { words = .allocate(capacity: Self.capacity) }

  func deallocate() { words.deallocate() }

  var isFull: Bool { count == Self.capacity }

  subscript(index: Int) -> Word {
    @inline(__always) get { words[index] }
  }

  @inline(__always)
  mutating func append(_ word: Word) {
    (words + count).initialize(to: word)
    count &+= 1
  }

  mutating func removeAll() { count = 0 }
}
