/// Turns UTF-16 into UTF-8; halves of pairs that stand alone, NUL and an odd last byte become U+FFFD.
final class UTF16Decoder: TextSource {
  private let reader: ByteReader
  private let isBigEndian: Bool
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var rest = Bytes(start: nil, count: 0)
  private var oddByte: UInt8?
  private var highHalf: UInt16?
  /// A unit that follows a lone half; it is read after the half was replaced.
  private var unread: UInt16?
  private var owesReplacement = false

  init(_ reader: ByteReader, isBigEndian: Bool) {
    self.reader = reader
    self.isBigEndian = isBigEndian
  }

  deinit { output.deallocate() }

  func nextPiece() throws -> TextPiece? {
    while true {
      if owesReplacement {
        owesReplacement = false
        return Replacement.piece
      }
      if rest.isEmpty, unread == nil {
        guard let bytes = try reader.next() else { return finish() }
        rest = bytes
      }
      let end = decode()
      if end > 0 { return TextPiece(bytes: Bytes(rebasing: output[..<end])) }
    }
  }

  /// Fills the output until it is full, the input is used up or something cannot be read.
  private func decode() -> Int {
    var end = 0
    while end + 4 <= output.count, !owesReplacement, let unit = nextUnit() {
      guard let scalar = scalar(from: unit) else { continue }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        output[end] = byte
        end += 1
      }
    }
    return end
  }

  private func nextUnit() -> UInt16? {
    if let unit = unread {
      unread = nil
      return unit
    }
    var at = 0
    defer { rest = rest.part(at..<rest.count) }
    while at < rest.count {
      let byte = UInt16(rest[at])
      at += 1
      guard let first = oddByte.map(UInt16.init) else {
        oddByte = UInt8(byte)
        continue
      }
      oddByte = nil
      return isBigEndian ? first << 8 | byte : byte << 8 | first
    }
    return nil
  }

  private func scalar(from unit: UInt16) -> Unicode.Scalar? {
    if let high = highHalf {
      highHalf = nil
      if unit & 0xFC00 == 0xDC00 {
        return Unicode.Scalar(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
      }
      unread = unit
      owesReplacement = true
      return nil
    }
    if unit & 0xFC00 == 0xD800 {
      highHalf = unit
      return nil
    }
    let scalar = unit == 0 ? nil : Unicode.Scalar(unit)
    owesReplacement = scalar == nil
    return scalar
  }

  private func finish() -> TextPiece? {
    guard oddByte != nil || highHalf != nil else { return nil }
    oddByte = nil
    highHalf = nil
    return Replacement.piece
  }
}
