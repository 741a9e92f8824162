/// A set of word classes, by their index in `classes.tsv`; room for 256.
package struct ClassSet: Sendable, Hashable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  package init() {}

  package init(_ index: Int) {
    insert(index)
  }

  package static let capacity = 256

  package mutating func insert(_ index: Int) {
    let bit: UInt64 = 1 << UInt64(index & 63)
    switch index >> 6 {
    case 0: first |= bit
    case 1: second |= bit
    case 2: third |= bit
    default: fourth |= bit
    }
  }

  package func contains(_ index: Int) -> Bool {
    word(index >> 6) & (1 << UInt64(index & 63)) != 0
  }

  private func word(_ place: Int) -> UInt64 {
    switch place {
    case 0: first
    case 1: second
    case 2: third
    default: fourth
    }
  }

  @inline(__always) package var isEmpty: Bool { first | second | third | fourth == 0 }

  package mutating func formUnion(_ other: ClassSet) {
    first |= other.first
    second |= other.second
    third |= other.third
    fourth |= other.fourth
  }

  package mutating func formIntersection(_ other: ClassSet) {
    first &= other.first
    second &= other.second
    third &= other.third
    fourth &= other.fourth
  }

  package mutating func subtract(_ other: ClassSet) {
    first &= ~other.first
    second &= ~other.second
    third &= ~other.third
    fourth &= ~other.fourth
  }

  @inline(__always)
  package func intersects(_ other: ClassSet) -> Bool {
    first & other.first | second & other.second | third & other.third | fourth & other.fourth != 0
  }

  /// Calls `body` with every index in the set, smallest first.
  @inline(__always)
  package func forEach(_ body: (Int) -> Void) {
    if isEmpty { return }
    for place in 0..<4 {
      var rest = word(place)
      while rest != 0 {
        body(place << 6 + rest.trailingZeroBitCount)
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
