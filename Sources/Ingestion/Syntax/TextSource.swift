/// A piece of UTF-8 text. It may end within a line, never within a letter.
package struct TextPiece {
  /// Valid until the source is asked for its next piece.
  package var bytes: Bytes
  /// Whether it holds U+FFFD in the place of bytes that could not be read.
  package var isReplacement = false
}

/// UTF-8 text that comes in pieces.
package protocol TextSource: AnyObject {
  /// The next piece, at least one byte; nil at the end.
  func nextPiece() throws -> TextPiece?
}

/// U+FFFD as a piece of text that stays valid.
enum Replacement {
  private static let mark: StaticString = "\u{FFFD}"

  static var piece: TextPiece {
    TextPiece(bytes: Bytes(start: mark.utf8Start, count: mark.utf8CodeUnitCount), isReplacement: true)
  }
}

/// The text of a byte reader that stands behind the byte order mark.
package func textSource(_ reader: ByteReader, encoding: TextEncoding) -> any TextSource {
  switch encoding {
  case .utf8: UTF8Decoder(reader)
  case .utf16LittleEndian: UTF16Decoder(reader, isBigEndian: false)
  case .utf16BigEndian: UTF16Decoder(reader, isBigEndian: true)
  case .cyrillic(let page): CyrillicDecoder(reader, page: page)
  }
}
