/// A set of word classes, by their index in `classes.tsv`; room for 256.
package struct ClassSet: Sendable, Hashable {
  private var words: SIMD4<UInt64> = .zero

  package init() {}

  package init(_ index: Int) {
    insert(index)
  }

  package static let capacity = 256

  package mutating func insert(_ index: Int) {
    words[index >> 6] |= 1 << UInt64(index & 63)
  }

  package mutating func remove(_ index: Int) {
    words[index >> 6] &= ~(1 << UInt64(index & 63))
  }

  package func contains(_ index: Int) -> Bool {
    words[index >> 6] & (1 << UInt64(index & 63)) != 0
  }

  package var isEmpty: Bool { words == .zero }

  package mutating func formUnion(_ other: ClassSet) {
    words |= other.words
  }

  package mutating func formIntersection(_ other: ClassSet) {
    words &= other.words
  }

  package mutating func subtract(_ other: ClassSet) {
    words &= ~other.words
  }

  package func intersects(_ other: ClassSet) -> Bool {
    words & other.words != .zero
  }

  /// Calls `body` with every index in the set, smallest first.
  package func forEach(_ body: (Int) -> Void) {
    for word in 0..<4 {
      var rest = words[word]
      while rest != 0 {
        body(word << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  package var indices: [Int] {
    var all: [Int] = []
    forEach { all.append($0) }
    return all
  }
}
