import Crypto
import Protection
import Records
import Testing

@Suite("Sealed sketches")
struct SketchSealerTests {
  private let sealer = SketchSealer(key: SymmetricKey(data: Array(repeating: 7, count: 32)))
  private let identity: [UInt8] = Array(1...16)

  private func sketch() throws -> CommentSketch {
    try #require(CommentSketch(values: (0..<24).map { UInt16($0 * 2_731) }))
  }

  @Test("What was sealed opens with the same key, for the same comment and words alone")
  func opens() throws {
    let sealed = sealer.seal(try sketch(), post: 3, identity: identity, textMark: -9)
    #expect(sealed.count == SketchSealer.size && SketchSealer.size == 50)
    #expect(sealer.open(sealed, post: 3, identity: identity, textMark: -9) == (try sketch()))
    #expect(sealer.open(sealed, post: 4, identity: identity, textMark: -9) == nil)
    #expect(sealer.open(sealed, post: 3, identity: identity, textMark: 9) == nil)
    #expect(sealer.open(sealed, post: 3, identity: identity.reversed(), textMark: -9) == nil)
    #expect(sealer.open(sealed.dropLast(), post: 3, identity: identity, textMark: -9) == nil)
    let other = SketchSealer(key: SymmetricKey(data: Array(repeating: 8, count: 32)))
    #expect(other.open(sealed, post: 3, identity: identity, textMark: -9) == nil)
  }

  @Test("Two comments of the same words do not look alike without the key")
  func hidden() throws {
    let one = sealer.seal(try sketch(), post: 1, identity: identity, textMark: 5)
    let two = sealer.seal(try sketch(), post: 2, identity: identity, textMark: 5)
    #expect(zip(one, two).count { $0 == $1 } < 8, "50 bytes agree by chance in none or a few places")
  }
}
