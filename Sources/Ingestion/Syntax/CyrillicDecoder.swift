/// Turns one-byte Cyrillic text into UTF-8.
final class CyrillicDecoder: TextSource {
  private let reader: ByteReader
  /// UTF-8 of the bytes 0x80...0xFF: length, then up to three bytes.
  private let letters: [(UInt8, UInt8, UInt8, UInt8)]
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 3 * Step.input, alignment: 16)
  private var rest = Bytes(start: nil, count: 0)

  private enum Step { static let input = 32 << 10 }

  init(_ reader: ByteReader, page: CyrillicPage) {
    self.reader = reader
    letters = page.upperHalf.map { letter in
      let bytes = Array(UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter) + [0, 0]
      return (UInt8(bytes.count - 2), bytes[0], bytes[1], bytes[2])
    }
  }

  deinit { output.deallocate() }

  func nextPiece() throws -> TextPiece? {
    if rest.isEmpty {
      guard let bytes = try reader.next() else { return nil }
      rest = bytes
    }
    if rest.first == 0 {
      rest = rest.part(1..<rest.count)
      return Replacement.piece
    }
    let input = rest.part(0..<min(Step.input, rest.count))
    let stop = input.position(of: 0) ?? input.count
    rest = rest.part(stop..<rest.count)
    return TextPiece(bytes: decode(input.part(0..<stop)))
  }

  private func decode(_ input: Bytes) -> Bytes {
    var end = 0
    for byte in input {
      if byte < 0x80 {
        output[end] = byte
        end += 1
      } else {
        let letter = letters[Int(byte - 0x80)]
        output[end] = letter.1
        output[end + 1] = letter.2
        output[end + 2] = letter.3
        end += Int(letter.0)
      }
    }
    return Bytes(rebasing: output[..<end])
  }
}
