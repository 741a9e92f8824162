import Ingestion
import Records
import Testing

@testable import Workflows

@Suite struct FilterTests {
  @Test(arguments: [1, 2, 3, 1_000])
  func linesAreTheSameHoweverTheyCome(size: Int) throws {
    let text = "a\r\nбв\n\n\nlast"
    let batches = LineBatches(MemorySource(Array(text.utf8), pieceSize: size), batchSize: 4)
    var lines: [String] = []
    while let batch = try batches.next() { lines += batch.map { String(decoding: $0, as: UTF8.self) } }
    #expect(lines == ["a", "бв", "", "", "last"])
  }

  @Test(arguments: [
    ("салам", "7", "салам"), ("{\"text\":\"a\\nb\",\"id\":\"x\"}", "x", "a\nb"),
    ("{\"id\":12,\"text\":\"a\"}", "12", "a"),
    ("{\"text\":\"кесилген", "7", "{\"text\":\"кесилген"), ("{}", "7", "{}"), ("{\"text\":5}", "7", "{\"text\":5}"),
  ])
  func aLineIsATextOrAnObject(line: String, id: String, text: String) {
    let input = FilterInput(line: Array(line.utf8)[...], number: 7, kind: .comment)
    #expect(input.id == id)
    #expect(String(decoding: input.text, as: UTF8.self) == text)
  }

  @Test func offsetsAreCountedInTheUnitAskedFor() {
    let text = Array("аb😀в".utf8)
    #expect([0, 1, 2, 4, 5].map { OffsetMap(text, unit: .utf16)($0) } == [0, 1, 2, 4, 5])
    #expect([0, 1, 2, 4, 5].map { OffsetMap(text, unit: .utf8)($0) } == [0, 2, 3, 7, 9])
    #expect([0, 1, 2, 4, 5].map { OffsetMap(text, unit: .scalars)($0) } == [0, 1, 2, 3, 4])
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
