import Foundation
import Ingestion
import Testing

/// The text that bytes decode to, and how many pieces were replaced.
private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, pieceSize: Int = .max) throws -> (
  text: String, replaced: Int
) {
  let source = textSource(ByteReader(MemorySource(bytes), pieceLimit: pieceSize), encoding: encoding)
  var output: [UInt8] = []
  var replaced = 0
  while let piece = try source.nextPiece() {
    #expect(!piece.bytes.isEmpty)
    output += piece.bytes
    replaced += piece.isReplacement ? 1 : 0
  }
  #expect(String(validating: output, as: UTF8.self) != nil)
  return (String(decoding: output, as: UTF8.self), replaced)
}

@Suite struct EncodingTests {
  static let russian =
    "Ассаламу алейкум, дорогие братья и сестры! Сегодня мы поговорим о мире, о добре и о том, почему девочкам нужно учиться. «Читай» — первое слово."
  static let kyrgyz = "Кыздарга билим беруу ата-эненин милдети, устаз туура айтты, Аллах ыраазы болсун, рахмат сизге"
  static let uzbek = "Рахмат домла, жуда яхши маъруза булди, Аллох рози булсин, илм олиш хар бир мусулмонга фарз"

  static func encode(_ text: String, _ page: CyrillicPage) -> [UInt8] {
    let high = (0x80...0xFF).map { byte in
      (try? decoded([UInt8(byte)], .cyrillic(page)).text.unicodeScalars.first) ?? "\u{FFFD}"
    }
    return text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : high.firstIndex(of: scalar).map { UInt8($0 + 0x80) } ?? 0x3F
    }
  }

  @Test(arguments: CyrillicPage.allCases, [russian, kyrgyz, uzbek]) func pagesAreToldApart(
    _ page: CyrillicPage, _ text: String
  ) throws {
    for text in [text, text.uppercased()] {
      let bytes = Self.encode(text, page)
      guard case .certain(let encoding, 0) = bytes.withUnsafeBytes({ EncodingDetector.detect($0, isWhole: true) })
      else {
        // Capitals alone look alike on two pages: then nothing is guessed.
        #expect(text == text.uppercased())
        continue
      }
      let plain = text.unicodeScalars.filter { "«»—".unicodeScalars.contains($0) == false }
      let read = try decoded(bytes, encoding).text.unicodeScalars.filter { plain.contains($0) }
      #expect(read.count >= plain.count - 2, "\(encoding.name)")
    }
  }

  @Test func windows1251LettersAreRight() throws {
    #expect(
      try decoded(
        [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0xA8, 0xB8, 0xAB, 0xBB, 0x97, 0xA0, 0xB9], .cyrillic(.windows1251)
      ).text == "ПриветЁё«»—\u{A0}№")
    #expect(try decoded([0x8F, 0xE0, 0xA8, 0xA2, 0xA5, 0xE2], .cyrillic(.ibm866)).text == "Привет")
  }

  @Test(arguments: [
    "Größe und Übung sind schön, Grüße aus München für alle", "très élève français, déjà vu à l'été",
    "Você não está só, irmão: a paz é possível",
  ])
  func latinIsNeverGuessed(_ text: String) {
    let bytes = text.data(using: .isoLatin1, allowLossyConversion: true).map(Array.init) ?? []
    #expect(bytes.withUnsafeBytes { EncodingDetector.detect($0, isWhole: true) } == .unsure(likeliest: nil))
  }

  /// Other scripts in one-byte encodings use the bytes of Cyrillic letters.
  @Test(arguments: [
    ("Η γνώση είναι υποχρέωση για κάθε άνθρωπο και η ειρήνη είναι το καλύτερο από όλα τα πράγματα στον κόσμο", 0x2D0),
    ("طلب العلم فريضة على كل مسلم والسلام خير من كل شيء في الدنيا وتعليم البنات واجب على الوالدين", 0x560),
    ("לימוד התורה והשלום טובים מכל דבר אחר בעולם הזה ולכל אדם יש חובה ללמד את ילדיו ואת בנותיו", 0x4F0),
  ])
  func otherScriptsAreNeverGuessed(_ text: String, _ offset: Int) {
    for text in [text, text.uppercased()] {
      for copies in [1, 10] {
        let bytes = String(repeating: text + "\n", count: copies).unicodeScalars.map { scalar in
          scalar.isASCII ? UInt8(scalar.value) : UInt8(truncatingIfNeeded: Int(scalar.value) - offset)
        }
        let verdict = bytes.withUnsafeBytes { EncodingDetector.detect($0, isWhole: true) }
        guard case .unsure = verdict else {
          Issue.record("\(text.prefix(9)): \(verdict)")
          continue
        }
      }
    }
  }

  @Test(arguments: [Self.russian, "a,b\n1,2\n", "Дата,Охват\n2026-10-01,5\n"]) func unicodeIsFound(_ text: String)
    throws
  {
    let forms: [(String.Encoding, [UInt8], TextEncoding)] = [
      (.utf8, [], .utf8), (.utf8, [0xEF, 0xBB, 0xBF], .utf8), (.utf16LittleEndian, [0xFF, 0xFE], .utf16LittleEndian),
      (.utf16BigEndian, [0xFE, 0xFF], .utf16BigEndian), (.utf16LittleEndian, [], .utf16LittleEndian),
      (.utf16BigEndian, [], .utf16BigEndian),
    ]
    for (form, mark, expected) in forms {
      let body = Array(try #require(text.data(using: form)))
      let found = (mark + body).withUnsafeBytes { EncodingDetector.detect($0, isWhole: true) }
      #expect(found == .certain(expected, markLength: mark.count))
      for size in [1, 2, 3, 4_096] {
        let read = try decoded(body, expected, pieceSize: size)
        #expect(read.text == text)
        #expect(read.replaced == 0)
      }
    }
  }

  @Test func aCutLetterAtTheEndOfAHeadIsNoFault() {
    let bytes = Array("рахмат".utf8.dropLast())
    #expect(bytes.withUnsafeBytes { EncodingDetector.detect($0, isWhole: false) } == .certain(.utf8, markLength: 0))
  }

  /// What a decoder by WHATWG's rules gives; Swift's own decoding follows the same rule.
  @Test(arguments: [1, 2, 3, 4_096]) func brokenUTF8IsReplacedAsElsewhere(_ size: Int) throws {
    var random = Random(seed: 3)
    let parts: [[UInt8]] = [
      [0x41], [0xD0, 0xB9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x99, 0x8F], [0x80], [0xFF], [0xC0], [0xE2, 0x82],
      [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xF4, 0x90],
    ]
    for _ in 0..<500 {
      let bytes = (0..<12).flatMap { _ in parts[Int.random(in: parts.indices, using: &random)] }
      #expect(
        try decoded(bytes, .utf8, pieceSize: size).text.unicodeScalars.elementsEqual(
          String(decoding: bytes, as: UTF8.self).unicodeScalars), "\(bytes)")
    }
    #expect(try decoded([0x41, 0, 0x42], .utf8, pieceSize: size).text == "A\u{FFFD}B")
  }

  @Test(arguments: [1, 2, 3, 4_096]) func brokenUTF16IsReplaced(_ size: Int) throws {
    let bytes: [UInt8] = [0x41, 0, 0x3D, 0xD8, 0x42, 0, 0x4F, 0xDE, 0, 0, 0x3D, 0xD8, 0x4F, 0xDE, 0x3D, 0xD8]
    let read = try decoded(bytes, .utf16LittleEndian, pieceSize: size)
    #expect(read.text == "A\u{FFFD}B\u{FFFD}\u{FFFD}🙏\u{FFFD}")
    #expect(read.replaced == 4)
    #expect(try decoded([0x41, 0, 0x42], .utf16LittleEndian, pieceSize: size).text == "A\u{FFFD}")
  }
}
