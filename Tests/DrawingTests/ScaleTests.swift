import Drawing
import Testing

@Suite("Scales")
struct ScaleTests {
  @Test(
    "Ticks are round and hold all numbers",
    arguments: [0.07, 0.9, 1, 7, 13, 99, 101, 1_234, 567_776, 2_500_000_000])
  func ticks(largest: Double) throws {
    let ticks = NiceTicks(through: largest)
    #expect(ticks.bottom == 0 && ticks.top >= largest && (3...7).contains(ticks.values.count))
    #expect(ticks.top <= largest * 1.7)
  }

  @Test("Things that are counted have whole ticks")
  func whole() {
    #expect(NiceTicks(through: 1, wholeOnly: true).values == [0, 1])
    #expect(NiceTicks(through: 9, wholeOnly: true).values.allSatisfy { $0 == $0.rounded() })
  }

  @Test("Nothing, and numbers below zero")
  func edges() {
    #expect(NiceTicks(through: 0).values == [0, 1])
    let ticks = NiceTicks(from: -37, through: 80)
    #expect(ticks.bottom <= -37 && ticks.top >= 80 && ticks.values.contains(0))
    #expect(NiceTicks(through: .infinity).values.count < 10)
  }

  @Test("A scale without length maps all to its start")
  func flat() {
    #expect(LinearScale(domain: 3...3, from: 5, to: 10)(3) == 5)
    #expect(LinearScale(domain: 0...10, from: 100, to: 0)(2.5) == 75)
  }
}
