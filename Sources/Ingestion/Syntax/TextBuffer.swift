/// Text that a parser works on: one stretch of memory that grows at its end and forgets its start.
final class TextBuffer {
  // Asked for each byte; nothing that is called meanwhile comes back to them.
  @exclusivity(unchecked) private(set) var base: UnsafeMutablePointer<UInt8>
  /// How many bytes are filled.
  @exclusivity(unchecked) private(set) var count = 0
  /// How many bytes were forgotten before `base[0]`.
  private(set) var dropped = 0
  /// Set when a piece with a replacement came in; its reader resets it.
  var sawReplacement = false
  private var capacity: Int
  private let source: any TextSource

  init(_ source: any TextSource, capacity: Int = 512 << 10) {
    self.source = source
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Forgets what lies before `start`, which becomes place 0, and adds a piece; false at the end of the text.
  func refill(keeping start: Int) throws -> Bool {
    if start > 0 {
      base.update(from: base + start, count: count - start)
      count -= start
      dropped += start
    }
    guard let piece = try source.nextPiece() else { return false }
    reserve(count + piece.bytes.count)
    UnsafeMutableRawPointer(base + count).copyMemory(from: piece.bytes)
    count += piece.bytes.count
    sawReplacement = sawReplacement || piece.isReplacement
    return true
  }

  func bytes(_ range: Range<Int>) -> Bytes { Bytes(start: base + range.lowerBound, count: range.count) }

  /// Line breaks in `range`: LF, CR LF and CR alone. A CR at the end of the range counts as one.
  func lineBreaks(_ range: Range<Int>) -> Int {
    let base = base
    var breaks = 0
    if bytes(range).position(of: ASCII.lineFeed) != nil {
      for place in range { breaks &+= base[place] == ASCII.lineFeed ? 1 : 0 }
    }
    guard bytes(range).position(of: ASCII.carriageReturn) != nil else { return breaks }
    for place in range where base[place] == ASCII.carriageReturn {
      breaks += place + 1 < range.upperBound && base[place + 1] == ASCII.lineFeed ? 0 : 1
    }
    return breaks
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    capacity = max(wanted, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyMemory(from bytes: Bytes) {
    guard let start = bytes.baseAddress else { return }
    copyMemory(from: start, byteCount: bytes.count)
  }
}
