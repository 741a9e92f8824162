import Records
import TestSupport
import Testing

@testable import Storage

@Suite("Words of talks as bytes")
struct TalkWordTests {
  private let words = [
    TalkWord(stem: "мектеп", form: "мектепте", count: 300, first: 12..<20),
    TalkWord(stem: "qiz", form: "qiz", count: 1, first: 70_000..<70_003),
  ]

  @Test("What was written is read")
  func roundTrip() {
    #expect(TalkWordBytes.decode(TalkWordBytes.encode(words)) == words)
    #expect(TalkWordBytes.hashes(TalkWordBytes.stems(words)) == words.map { TalkWordBytes.hash($0.stem) })
  }

  @Test("Damaged bytes end the list and nothing else")
  func damaged() {
    let bytes = TalkWordBytes.encode(words)
    for count in 0..<bytes.count { #expect(TalkWordBytes.decode(bytes.prefix(count)).count <= 1) }
  }
}
