/// What stands at a place that should hold a letter in UTF-8.
enum UTF8Sequence: Equatable {
  /// A letter of so many bytes.
  case letter(Int)
  /// So many bytes that are none; the longest start of a letter counts as one mistake, as WHATWG wants it.
  case broken(Int)
  /// The start of a letter, cut off.
  case cut

  /// Reads one sequence; NUL counts as broken, since no text holds it.
  init(_ bytes: Bytes) {
    let first = bytes[0]
    switch first {
    case 0x01...0x7F: self = .letter(1)
    case 0xC2...0xDF: self = UTF8Sequence.long(bytes, length: 2, second: 0x80...0xBF)
    case 0xE0: self = UTF8Sequence.long(bytes, length: 3, second: 0xA0...0xBF)
    case 0xED: self = UTF8Sequence.long(bytes, length: 3, second: 0x80...0x9F)
    case 0xE1...0xEF: self = UTF8Sequence.long(bytes, length: 3, second: 0x80...0xBF)
    case 0xF0: self = UTF8Sequence.long(bytes, length: 4, second: 0x90...0xBF)
    case 0xF1...0xF3: self = UTF8Sequence.long(bytes, length: 4, second: 0x80...0xBF)
    case 0xF4: self = UTF8Sequence.long(bytes, length: 4, second: 0x80...0x8F)
    default: self = .broken(1)
    }
  }

  private static func long(_ bytes: Bytes, length: Int, second: ClosedRange<UInt8>) -> UTF8Sequence {
    guard bytes.count > 1 else { return .cut }
    guard second.contains(bytes[1]) else { return .broken(1) }
    for index in 2..<max(2, length) {
      guard bytes.count > index else { return .cut }
      guard bytes[index] & 0xC0 == 0x80 else { return .broken(index) }
    }
    return .letter(length)
  }

  /// How many bytes from `start` on are whole letters, without NUL.
  static func validLength(_ bytes: Bytes) -> Int {
    var at = 0
    let end = bytes.count
    while at < end {
      if at + 8 <= end {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 | Word.zeros(word) == 0 {
          at += 8
          continue
        }
      }
      let first = bytes[at]
      if first < 0x80 {
        if first == 0 { return at }
        at += 1
      } else if first >= 0xC2, first <= 0xDF, at + 1 < end, bytes[at + 1] & 0xC0 == 0x80 {
        at += 2
      } else {
        guard case .letter(let length) = UTF8Sequence(bytes.part(at..<min(end, at + 4))) else { return at }
        at += length
      }
    }
    return at
  }
}

/// Passes UTF-8 through without copying; what is none becomes U+FFFD, in a piece of its own.
final class UTF8Decoder: TextSource {
  private let reader: ByteReader
  private var rest = Bytes(start: nil, count: 0)
  /// The start of a letter that the last bytes were cut in, and room for its end.
  private let carried = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 4)
  private var carriedCount = 0

  init(_ reader: ByteReader) { self.reader = reader }

  deinit { carried.deallocate() }

  func nextPiece() throws -> TextPiece? {
    while true {
      if rest.isEmpty {
        guard let bytes = try reader.next() else { return finish() }
        rest = bytes
      }
      if carriedCount > 0 {
        if let piece = completeCarried() { return piece }
        continue
      }
      let length = UTF8Sequence.validLength(rest)
      if length > 0 { return TextPiece(bytes: take(length)) }
      switch UTF8Sequence(rest.part(0..<min(4, rest.count))) {
      case .letter(let length): return TextPiece(bytes: take(length))
      case .broken(let length):
        _ = take(length)
        return Replacement.piece
      case .cut: carry(rest.count)
      }
    }
  }

  private func take(_ count: Int) -> Bytes {
    defer { rest = rest.part(count..<rest.count) }
    return rest.part(0..<count)
  }

  private func carry(_ count: Int) {
    for byte in take(count) {
      carried[carriedCount] = byte
      carriedCount += 1
    }
  }

  private func completeCarried() -> TextPiece? {
    carry(1)
    switch UTF8Sequence(Bytes(rebasing: carried[..<carriedCount])) {
    case .cut: return nil
    case .letter(let length):
      carriedCount = 0
      return TextPiece(bytes: Bytes(rebasing: carried[..<length]))
    case .broken:
      // The new byte belongs to no started letter: it is given back.
      rest = Bytes(start: rest.baseAddress.map { $0 - 1 }, count: rest.count + 1)
      carriedCount = 0
      return Replacement.piece
    }
  }

  private func finish() -> TextPiece? {
    guard carriedCount > 0 else { return nil }
    carriedCount = 0
    return Replacement.piece
  }
}
