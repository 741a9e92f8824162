import Records
import Testing

@testable import Workflows

@Suite struct WaitingRecordsTests {
  private func post(_ id: String, of user: String) -> PostSighting {
    PostSighting(externalID: id, account: AccountHint(username: user), row: 1)
  }

  @Test func theFirstWordOnAPostsAccountCounts() {
    var waiting = WaitingRecords()
    waiting.add(post("a", of: "one"))
    waiting.add(post("a", of: "two"))
    waiting.add(post("b", of: "three"))
    #expect(waiting.account(ofPost: "a")?.username == "one")
    #expect(waiting.account(ofPost: "b")?.username == "three")
    #expect(waiting.account(ofPost: "c") == nil)
    #expect(waiting.posts.count == 3)
  }

  @Test func whatHasNoEndDoesNotFillTheMemory() {
    var waiting = WaitingRecords(limit: 2_000)
    waiting.add(TranscriptHead(source: .human))
    for row in 1...1_000 { waiting.add(Cue(startMs: nil, endMs: nil, text: "word", row: row)) }
    #expect(waiting.isOverfull)
    #expect(waiting.transcripts.count == 1)
    #expect((20...30).contains(waiting.transcripts[0].cues.count))
    waiting.add(post("late", of: "one"))
    #expect(waiting.posts.isEmpty && waiting.account(ofPost: "late") == nil)
  }

  @Test func longTextsCountByTheirLength() {
    var waiting = WaitingRecords(limit: 10_000)
    waiting.add(TranscriptHead(source: .human))
    waiting.add(Cue(startMs: nil, endMs: nil, text: String(repeating: "x", count: 9_000), row: 1))
    #expect(!waiting.isOverfull)
    waiting.add(Cue(startMs: nil, endMs: nil, text: String(repeating: "x", count: 1_000), row: 2))
    #expect(waiting.isOverfull && waiting.transcripts[0].cues.count == 1)
  }
}
