import Ingestion
import Records
import Testing

/// Cues of a file as `start-end text`, problems as `!code@line`.
private func cues(_ text: String, name: String) throws -> [String] {
  let sink = CueSink()
  let hints = SourceHints(names: [name], receivedOn: Fixture.receivedOn)
  try SourceReader().read(MemorySource(Array(text.utf8)), hints: hints, into: sink)
  return sink.cues
}

private final class CueSink: RecordSink {
  var cues: [String] = []

  func begin(_ source: SourceDescription) {}
  func post(_ post: PostSighting) {}
  func observation(_ observation: Observation) {}
  func comment(_ comment: RawComment) {}
  func transcript(_ head: TranscriptHead) {}
  func handFigure(_ figure: HandFigure) {}
  func talkCard(_ card: TalkCard) {}
  func registerRow(_ row: RegisterRow) {}
  func cue(_ cue: Cue) { cues.append("\(cue.startMs ?? -1)-\(cue.endMs ?? -1) \(cue.text)") }
  func problem(_ problem: Problem) { cues.append("!\(problem.code)@\(problem.line ?? 0)") }
}

@Suite struct CaptionTests {
  /// Cases after the W3C's file-parsing tests for WebVTT.
  @Test(arguments: [
    ("WEBVTT\n\n00:00.000 --> 00:01.000\ntext\n", ["0-1000 text"]),
    ("WEBVTT\r\r00:00.000 --> 00:01.000\rtext\r", ["0-1000 text"]),
    ("WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\ntext", ["0-1000 text"]),
    ("\u{FEFF}WEBVTT\n\n00:00.000 --> 00:01.000\ntext", ["0-1000 text"]),
    ("WEBVTT - comment\n\n00:00.000 --> 00:01.000\ntext", ["0-1000 text"]),
    ("WEBVTT\tx\n\n00:00.000 --> 00:01.000\ntext", ["0-1000 text"]),
    ("WEBVTT\n00:00.000 --> 00:01.000\ntext", ["0-1000 text"]),
    ("WEBVTT\nheader\n00:00.000 --> 00:01.000\ntext", ["0-1000 text"]),
    ("WEBVTT\n\n\n\nid\n00:00.000 --> 00:01.000\ntext\n\n\n", ["0-1000 text"]),
    ("WEBVTT\n\n00:00.000 --> 00:01.000\na\n00:01.000 --> 00:02.000\nb", ["0-1000 a", "1000-2000 b"]),
    ("WEBVTT\n\n00:00.000-->00:01.000\ntext", ["0-1000 text"]),
    ("WEBVTT\n\n 00:00.000\t-->\t00:01.000 align:start\ntext", ["0-1000 text"]),
    ("WEBVTT\n\n00:00:00.000 --> 100:00:01.000\ntext", ["0-360001000 text"]),
    ("WEBVTT\n\n1:00:00.000 --> 01:00:01.000\ntext", ["3600000-3601000 text"]),
    ("WEBVTT\n\n60:00.000 --> 61:00.000\nno\n\n00:01.000 --> 00:02.000\nyes", ["!caption.broken@3", "1000-2000 yes"]),
    ("WEBVTT\n\n00:00,000 --> 00:01,000\nno", ["!caption.broken@3", "!file.nothing-read@0"]),
    ("WEBVTT\n\n00:00.00 --> 00:01.000\nno\n\n00:00.000 --> 00:01.000\nyes", ["!caption.broken@3", "0-1000 yes"]),
    ("WEBVTT\n\n0:00.000 --> 00:01.000\nno\n\n00:00.000 --> 00:01.000\nyes", ["!caption.broken@3", "0-1000 yes"]),
    (
      "WEBVTT\n\nNOTE 00:00.000 --> 00:01.000\nno\n\n00:00.000 --> 00:01.000\nyes", ["!caption.broken@3", "0-1000 yes"]
    ),
    ("WEBVTT\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\n00:00.000 --> 00:01.000\nyes", ["0-1000 yes"]),
    (
      "WEBVTT\n\n00:00.000 --> 00:01.000\n<c.red>a</c> <00:00.500><b>b</b> <v Имам>c</v> &lt;d&gt; &amp;amp; &nbsp;e<",
      ["0-1000 a b c <d> &amp; \u{A0}e"]
    ),
    (
      "WEBVTT\n\n00:00.000 --> 00:01.000\nline one\nline two\n\nlost text\n",
      ["0-1000 line one\nline two", "!caption.broken@7"]
    ),
    ("WEBVTT\n\n00:00.000 --> 00:01.000\n", ["!file.nothing-read@0"]),
    ("WEBVTT", ["!file.nothing-read@0"]),
    ("WEBVTT\n\n00:00.000 --> 00:01.000", ["!file.nothing-read@0"]),
    ("WEBVTT\n\n--> x\nid\n00:00.000 --> 00:01.000\na", ["!caption.broken@3", "0-1000 a"]),
    ("WEBVTT\n\n00:00.000 --> 00:01.000\n-->\n00:01.000 --> 00:02.000\nb", ["!caption.broken@4", "1000-2000 b"]),
    ("WEBVTT\n\nid\n\n00:00.000 --> 00:01.000\na", ["!caption.broken@3", "0-1000 a"]),
    ("WEBVTT\n\nSTYLE\n00:00.000 --> 00:01.000\na", ["0-1000 a"]),
    ("WEBVTT\n\nNOTE\n00:00.000 --> 00:01.000\na", ["0-1000 a"]),
    ("WEBVTT\n\n-00:00.500 --> 00:01.000\nno", ["!caption.broken@3", "!file.nothing-read@0"]),
    ("WEBVTT\n\n00:00.000 --> 00:01.0000\nno", ["!caption.broken@3", "!file.nothing-read@0"]),
    ("WEBVTT\n\n00:00:60.000 --> 00:01:00.000\nno", ["!caption.broken@3", "!file.nothing-read@0"]),
    ("WEBVTT\n\n00:60:00.000 --> 01:00:00.000\nno", ["!caption.broken@3", "!file.nothing-read@0"]),
    ("WEBVTT\n\n00:00.000\u{B}--> 00:01.000\nno", ["!caption.broken@3", "!file.nothing-read@0"]),
    ("WEBVTT\n\n00:00.000\u{C}-->\u{C}00:01.000 line:x\nyes", ["0-1000 yes"]),
    ("WEBVTT\n\n00:00.000 --> 12345678901:00:01.000\nyes", ["0-3599999996401000 yes"]),
    ("WEBVTT\n\n00:02.000 --> 00:01.000\nyes", ["!caption.backwards@3", "2000--1 yes"]),
    (
      "WEBVTT\n\n00:00.000 --> 00:01.000\n&amp &ampx; &#1080 &#x438; &#0; &#146; &bogus; &lrm; a<b>c</b\nd",
      ["0-1000 & &x; и и \u{FFFD} ’ &bogus; \u{200E} ac"]
    ),
    ("WEBVTT\n\n00:00.000 --> 00:01.000\n[Музыка]\n\n00:01.000 --> 00:02.000\n[аят] a", ["1000-2000 [аят] a"]),
    ("WEBVTT\n\n00:00.000 --> 00:01.000\na\u{0}b", ["!encoding.replaced@3", "0-1000 a\u{FFFD}b"]),
  ])
  func webVTT(_ text: String, _ expected: [String]) throws {
    #expect(try cues(text, name: "x.vtt") == expected)
  }

  @Test(arguments: ["webvtt", "WEBVTTx", "\u{FEFF}\u{FEFF}WEBVTT", "WEBVTT\u{0}", "\nWEBVTT"])
  func unsignedWebVTTIsRefused(_ signature: String) throws {
    #expect(try cues(signature + "\n\n00:00.000 --> 00:01.000\nno", name: "x.vtt") == ["!refused.unsigned-captions@0"])
  }

  /// SubRip is read under any name.
  @Test func subRipNamedVTT() throws {
    #expect(try cues("1\n00:00:00,000 --> 00:00:01,000\nyes\n", name: "x.vtt") == ["0-1000 yes"])
  }

  @Test func webVTTIsUTF8WhateverItsBytes() throws {
    let sink = CueSink()
    var bytes = Array("WEBVTT\n\n00:00.000 --> 00:01.000\na".utf8)
    bytes += [0xE4, 0x62, 0, 0, 0, 0, 0, 0]
    let hints = SourceHints(names: ["x.vtt"], receivedOn: Fixture.receivedOn)
    try SourceReader().read(MemorySource(bytes), hints: hints, into: sink)
    #expect(
      sink.cues == ["!encoding.replaced@3", "0-1000 a\u{FFFD}b" + String(repeating: "\u{FFFD}", count: 6)])
  }

  @Test(arguments: ["WEBVTTx\n\n00:00.000 --> 00:01.000\nx", " WEBVTT\n\n00:00.000 --> 00:01.000\nx"])
  func withoutItsSignatureItIsNoWebVTT(_ text: String) throws {
    let sink = RecordingSink()
    try SourceReader().read(
      MemorySource(Array(text.utf8)), hints: SourceHints(names: ["x.vtt"], receivedOn: Fixture.receivedOn), into: sink)
    #expect(!sink.lines.contains { $0.contains("webvtt") })
  }

  @Test func prayersThatRepeatStay() throws {
    let text =
      "WEBVTT\n\n00:01.000 --> 00:02.000\nАмин\n\n00:02.000 --> 00:03.000\nАмин\n\n00:03.000 --> 00:04.000\nАмин\n"
    #expect(try cues(text, name: "x.vtt") == ["1000-2000 Амин", "2000-3000 Амин", "3000-4000 Амин"])
  }

  @Test(arguments: [
    ("1\n00:00:01,000 --> 00:00:02,500\na\n\n2\n00:00:03,000 --> 00:00:04,000\nb\n", ["1000-2500 a", "3000-4000 b"]),
    ("00:00:01.5 --> 00:00:02\na\n00:03 --> 00:04\nb", ["1500-2000 a", "3000-4000 b"]),
    (
      "1\n00:00:01,000 --> 00:00:02,500\na\n\nb\n\n2\n00:00:03,000 --> 00:00:04,000\n1990\n",
      ["1000-2500 a\nb", "3000-4000 1990"]
    ),
    ("1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color=\"red\">a</font> {\\an8}b < c\r\n", ["1000-2500 a b < c"]),
    (
      "1\n00:00:01,000 -> 00:00:02,500\nlost\n2\n00:00:03,000 --> 00:00:04,000\nb\n",
      ["!caption.broken@2", "!caption.broken@3", "3000-4000 b"]
    ),
  ])
  func subRip(_ text: String, _ expected: [String]) throws {
    #expect(try cues(text, name: "x.srt") == expected)
  }

  @Test func sparseTimesAreChapters() throws {
    #expect(try cues("0:00 Intro\n2:10 Part\n9:45 End\n", name: "x.txt") == ["!refused.chapters@0"])
    #expect(
      try cues("0:00 Ассаламу алейкум\n0:05 братья\n", name: "x.txt") == ["0-5000 Ассаламу алейкум", "5000--1 братья"])
  }
}
