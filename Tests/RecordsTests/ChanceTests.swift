import Records
import Testing

@Suite struct ChanceTests {
  /// The first outputs of the reference implementation for seed 0.
  @Test func theNumbersAreThoseOfSplitMix64() {
    var chance = SeededChance(seed: 0)
    #expect(chance.next() == 0xE220_A839_7B1D_CDAF)
    #expect(chance.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(chance.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func aShuffleKeepsEverythingAndRepeats() {
    var first = SeededChance(seed: 7)
    var again = SeededChance(seed: 7)
    var other = SeededChance(seed: 8)
    let list = Array(0..<100)
    let shuffled = first.shuffled(list)
    #expect(shuffled.sorted() == list && shuffled != list)
    #expect(again.shuffled(list) == shuffled)
    #expect(other.shuffled(list) != shuffled)
  }

  @Test func numbersStayBelowTheirBound() {
    var chance = SeededChance(seed: 1)
    var counts = Array(repeating: 0, count: 3)
    for _ in 0..<3_000 { counts[chance.below(3)] += 1 }
    #expect(counts.allSatisfy { $0 > 900 && $0 < 1_100 })
  }

  /// Test values of the hash's authors.
  @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
  func theHashIsThatOfFowlerNollAndVo(text: String, hash: String) {
    #expect(StableHash(text.utf8).hexadecimal == hash)
  }
}
