import Records
import Testing
import TextAnalysis

/// Text made to be slow: the work must grow with its length, not with its square. Limits are for debug builds.
@Suite("Hostile text") struct MeaningHostileTests {
  @Test(
    "long texts of nasty shape", .timeLimit(.minutes(2)),
    arguments: [
      "кыздар ", "кызыңыз ", "кол эл ", "дагыдагыдагыдагы", "ышышышышышыш", "a\u{301}\u{300}", "«кыз» ", "эмес ",
      "ала ала качуу ", "🙏", "кыз,", "не не не бить ", "oʻqiyoʻqiy", "кыздарды окутпагыла? ",
    ])
  func nasty(_ piece: String) throws {
    let reader = try Meaning.reader()
    let length = 200_000 / piece.utf8.count
    let text = String(repeating: piece, count: length)
    for kind in TextKind.allCases {
      let reading = reader.read(text, kind: kind)
      #expect(reading.findings.count <= 12 * length)
    }
  }

  @Test("reading does not depend on what was read before")
  func independent() throws {
    let texts = try Meaning.rows("meaning-parallel").map { $0[3] }
    let first = try Meaning.reader()
    let readings = texts.map { first.read($0, kind: .comment) }
    let second = try Meaning.reader()
    for index in texts.indices.reversed() {
      #expect(second.read(texts[index], kind: .comment) == readings[index])
    }
  }

  @Test("bytes that are no UTF-8 are read all the same")
  func broken() throws {
    let bytes: [UInt8] = [0xD0, 0x20, 0xFF, 0xC3, 0x28, 0x00, 0xD1, 0x88]
    let reading = try bytes.withUnsafeBufferPointer { try Meaning.reader().read(utf8: $0, kind: .comment) }
    #expect(reading.themes.isEmpty)
  }
}
