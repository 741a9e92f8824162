import Ingestion
import Records
import Testing

@testable import Workflows

@Suite struct FilterTests {
  @Test(arguments: [1, 2, 3, 1_000])
  func linesAreTheSameHoweverTheyCome(size: Int) throws {
    let text = "a\r\nбв\n\n\nlast"
    let batches = LineBatches(MemorySource(Array(text.utf8), pieceSize: size), batchSize: 4)
    var lines: [TextLine] = []
    while let batch = try batches.next() { lines += batch }
    #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "бв", "", "", "last"])
    #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
    #expect(lines.flatMap { $0.bytes + $0.end } == Array(text.utf8))
  }

  /// A line without an end must not fill the memory: it is cut between words, or at least between characters.
  @Test func anEndlessLineIsCut() throws {
    let text = String(repeating: "аб вг", count: 4_000) + String(repeating: "ж", count: 9_000) + "\nlast"
    let batches = LineBatches(MemorySource(Array(text.utf8), pieceSize: 999), batchSize: 4_000, lineLimit: 8_000)
    var lines: [TextLine] = []
    while let batch = try batches.next() { lines += batch }
    #expect(lines.count > 4)
    #expect(lines.allSatisfy { String(validating: $0.bytes, as: UTF8.self) != nil })
    #expect(Set(lines.dropLast().map(\.number)) == [1] && lines.last?.number == 2)
    #expect(lines.flatMap { $0.bytes + $0.end } == Array(text.utf8))
  }

  @Test func theMarkBeforeUTF8IsNoPartOfTheFirstText() {
    let line = TextLine(bytes: [0xEF, 0xBB, 0xBF, 0x61], end: [], number: 1)
    #expect(FilterInput(line, kind: .comment).text == [0x61])
    #expect(FilterInput(TextLine(bytes: line.bytes, end: [], number: 2), kind: .comment).text.count == 4)
  }

  @Test(arguments: [
    ("салам", "7", "салам"), ("{\"text\":\"a\\nb\",\"id\":\"x\"}", "x", "a\nb"),
    ("{\"id\":12,\"text\":\"a\"}", "12", "a"),
    ("{\"text\":\"кесилген", "7", "{\"text\":\"кесилген"), ("{}", "7", "{}"), ("{\"text\":5}", "7", "{\"text\":5}"),
  ])
  func aLineIsATextOrAnObject(line: String, id: String, text: String) {
    let input = FilterInput(TextLine(bytes: Array(line.utf8)[...], end: [10], number: 7), kind: .comment)
    #expect(input.id == id)
    #expect(String(decoding: input.text, as: UTF8.self) == text)
  }

  @Test func offsetsAreCountedInTheUnitAskedFor() {
    let text = Array("аb😀в".utf8)
    #expect([0, 1, 2, 4, 5].map { OffsetMap(text, unit: .utf16)($0) } == [0, 1, 2, 4, 5])
    #expect([0, 1, 2, 4, 5].map { OffsetMap(text, unit: .utf8)($0) } == [0, 2, 3, 7, 9])
    #expect([0, 1, 2, 4, 5].map { OffsetMap(text, unit: .scalars)($0) } == [0, 1, 2, 3, 4])
  }

  @Test func offsetsPointIntoBytesThatAreNoUTF8() {
    // A lone byte, a broken sequence of two bytes and a Cyrillic letter: one unit each.
    let text: [UInt8] = [0xFF, 0xE2, 0x82, 0x61, 0xD0, 0xB1]
    #expect([0, 1, 2, 3, 4].map { OffsetMap(text, unit: .utf8)($0) } == [0, 1, 3, 4, 6])
    #expect([0, 1, 2, 3, 4].map { OffsetMap(text, unit: .scalars)($0) } == [0, 1, 2, 3, 4])
  }

  @Test func halvesOfAPairAreNoText() {
    var line = JSONLine()
    line.string(utf16: [0x0431, 0xD83D, 0x22, 0xD83D, 0xDE00])
    #expect(String(decoding: line.bytes, as: UTF8.self) == "\"б\u{FFFD}\\\"😀\"")
  }

  @Test func textCannotBreakOutOfJSON() {
    var line = JSONLine()
    line.object { line in
      line.name("id")
      line.string("a\"\\\n\u{1}\u{301}")
      line.name("share")
      line.share(0.056)
    }
    line.endLine()
    #expect(
      String(decoding: line.bytes, as: UTF8.self) == "{\"id\":\"a\\\"\\\\\\u000a\\u0001\u{301}\",\"share\":0.06}\n")
  }
}
