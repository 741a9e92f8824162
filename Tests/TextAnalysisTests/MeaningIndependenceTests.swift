import Records
import Testing
import TextAnalysis

/// A reader keeps what it knows of words from text to text; what it says of a text must not depend on that.
@Suite("Readings do not depend on what was read before") struct MeaningIndependenceTests {
  /// Both languages of words that several languages share: `бар`, `кара`, `din`, set phrases, hyphens, lengthened words.
  private static let texts = [
    "Ислам дини — тынчтык дини, кара санатай адамдар бар", "Кара-кара, какой красивый дом, бар закрыт",
    "Ислом дини тинчлик дини, қора ният одамлар бор", "Islom dini tinchlik dini, qora niyat odamlar bor",
    "Рахмат устаз, Аллах разы болсун", "Спасибо, рахмат сизге, omin", "Маааектеп керек, кыз-келин окусун",
    "Школа нужна, девочки-ученицы пусть учатся", "Сууу кыз-жигит ооба барака тапсын",
  ]

  @Test("in any order, in talks and comments", arguments: [TextKind.talk, .comment])
  func order(_ kind: TextKind) throws {
    let fresh = try Self.texts.map { try Meaning.reader().read($0, kind: kind) }
    let used = try Meaning.reader()
    for other in [TextKind.comment, .talk] { for text in Self.texts.reversed() { _ = used.read(text, kind: other) } }
    let again = Self.texts.map { used.read($0, kind: kind) }
    #expect(again.map(Self.summary) == fresh.map(Self.summary))
  }

  @Test("on the sentences of all varieties, after every one of them was read as each kind")
  func fixtures() throws {
    let texts = try Meaning.rows("meaning-parallel").compactMap(\.last)
    let used = try Meaning.reader()
    for kind in [TextKind.talk, .comment] { for text in texts { _ = used.read(text, kind: kind) } }
    for (index, text) in texts.enumerated() where index.isMultiple(of: 5) {
      let fresh = try Meaning.reader().read(text, kind: .comment)
      #expect(Self.summary(used.read(text, kind: .comment)) == Self.summary(fresh), "\(text)")
    }
  }

  private static func summary(_ reading: TextReading) -> String {
    let findings = reading.findings.map { "\($0.theme) \($0.stance) \($0.entry) \($0.span)" }
    return "\(reading.language) \(findings) \(reading.response as Any) \(reading.sentiment as Any) \(reading.alerts)"
  }
}
