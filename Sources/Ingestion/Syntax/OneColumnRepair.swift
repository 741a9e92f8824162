/// Undoes what Excel does to a comma file that it opens in a `;` country and saves again: each line became
/// one quoted cell with doubled quotes. Line by line the outer quotes go and the doubled ones become single;
/// line numbers stay.
final class OneColumnRepair: TextSource {
  private let lines: LineReader
  private let output = TextOutput(capacity: 2 * LineReader.limit)

  init(_ text: any TextSource) { lines = LineReader(text) }

  func nextPiece() throws -> TextPiece? {
    guard let line = try lines.next() else { return nil }
    output.removeAll()
    let body = line.withoutTrailingDelimiters
    if body.count >= 2, body.first == ASCII.quote, body.last == ASCII.quote {
      unwrap(body.part(1..<body.count - 1))
    } else {
      output.append(line)
    }
    output.append(ASCII.lineFeed)
    return TextPiece(bytes: output.bytes, isReplacement: lines.isDamaged)
  }

  private func unwrap(_ body: Bytes) {
    var start = 0
    while let quote = body.position(of: ASCII.quote, from: start) {
      output.append(body.part(start..<quote + 1))
      let isDoubled = quote + 1 < body.count && body[quote + 1] == ASCII.quote
      start = quote + (isDoubled ? 2 : 1)
    }
    output.append(body.part(min(start, body.count)..<body.count))
  }
}

/// A fixed stretch of memory that text is put together in.
final class TextOutput {
  private let memory: UnsafeMutableRawBufferPointer
  private var count = 0

  init(capacity: Int) { memory = .allocate(byteCount: capacity, alignment: 16) }

  deinit { memory.deallocate() }

  var bytes: Bytes { Bytes(rebasing: memory[..<count]) }

  func removeAll() { count = 0 }

  func append(_ byte: UInt8) {
    guard count < memory.count else { return }
    memory[count] = byte
    count += 1
  }

  func append(_ bytes: Bytes) {
    let length = min(bytes.count, memory.count - count)
    guard length > 0 else { return }
    UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes.part(0..<length))
    count += length
  }
}

extension UnsafeRawBufferPointer {
  /// Excel may add empty cells behind the wrapped one.
  fileprivate var withoutTrailingDelimiters: Bytes {
    var end = count
    while end > 0, self[end - 1] == ASCII.semicolon || self[end - 1] == ASCII.tab { end -= 1 }
    return part(0..<end)
  }
}
