import Records
import Testing

@testable import Workflows

@Suite struct TranscriptTextTests {
  @Test func timeIsSharedByTheLengthOfTheWords() {
    let cues = [
      Cue(startMs: 0, endMs: 4_000, text: "abcd", row: 1), Cue(startMs: 4_000, endMs: 6_000, text: "ef", row: 2),
    ]
    let transcript = TranscriptText(cues, durationSeconds: nil)
    #expect(transcript.text == "abcd ef")
    #expect(transcript.seconds(of: [0..<2, 2..<7]) == [2, 4])
  }

  @Test func aLongPauseParts() {
    let cues = [
      Cue(startMs: 0, endMs: 1_000, text: "а", row: 1), Cue(startMs: 3_000, endMs: 4_000, text: "б", row: 2),
    ]
    let transcript = TranscriptText(cues, durationSeconds: nil)
    #expect(transcript.text == "а\nб")
    #expect(transcript.seconds(of: [0..<1, 2..<3]).reduce(0, +) == 2)
  }

  @Test func aCueWithoutAnEndLastsUntilTheNext() {
    let cues = [
      Cue(startMs: 0, endMs: nil, text: "ab", row: 1), Cue(startMs: 10_000, endMs: nil, text: "cd", row: 2),
    ]
    let seconds = TranscriptText(cues, durationSeconds: nil).seconds(of: [0..<2, 3..<5])
    #expect(seconds[0] == 10)
    #expect(seconds[1] > 0)
  }

  @Test func withoutTimesTheTalksLengthIsSpread() {
    let transcript = TranscriptText([Cue(startMs: nil, endMs: nil, text: "abcdefghij", row: 1)], durationSeconds: 100)
    #expect(transcript.seconds(of: [0..<5, 5..<10]) == [50, 50])
    #expect(TranscriptText([], durationSeconds: 10).text.isEmpty)
  }

  @Test func onlyPausesStayLineEnds() {
    let cues = [
      Cue(startMs: 0, endMs: 1_000, text: "бир\nэки", row: 1), Cue(startMs: 3_000, endMs: 4_000, text: "үч", row: 2),
    ]
    #expect(TranscriptText(cues, durationSeconds: nil).text == "бир эки\nүч")
    let untimed = [Cue(startMs: nil, endMs: nil, text: "бир\nэки", row: 1)]
    #expect(TranscriptText(untimed, durationSeconds: nil).text == "бир\nэки")
  }
}
