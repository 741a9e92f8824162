/// Why JSON could not be read on.
package struct JSONFault: Error, Equatable {
  package enum Kind: Equatable {
    /// The byte is not what RFC 8259 wants here.
    case unexpected
    /// The text ended within a value.
    case truncated
    case tooDeep, tooLarge
  }
  package var kind: Kind
  /// Line from 1.
  package var line: Int
  /// Place in the text, in bytes.
  package var offset: Int
}

/// A value on the tape of a record: what it is and where it stands, relative to the record's start.
struct JSONNode {
  enum Kind: UInt8 { case object, array, string, escapedString, number, `true`, `false`, null }
  var kind: Kind
  var start: Int32
  var end: Int32
  /// Place on the tape behind the value and all that lies in it.
  var next: Int32 = 0
}

/// Reads strict JSON (RFC 8259) from text that comes in pieces: single steps for those who walk a document,
/// and whole values, with a tape of what lies in them or without.
final class JSONScanner {
  /// Deepest nesting, and longest value that is held in memory.
  static let depthLimit = 64
  static let valueLimit = 4 << 20

  /// What lies in the value that was read last with a tape: an object's names and values in turn.
  @exclusivity(unchecked) private(set) var tape: [JSONNode] = []
  /// Line of the byte that is read next, from 1.
  @exclusivity(unchecked) private(set) var line = 1
  /// Whether U+FFFD was read in the place of bytes that could not be read; its reader resets it.
  var sawReplacement: Bool {
    get { buffer.sawReplacement }
    set { buffer.sawReplacement = newValue }
  }

  private let buffer: TextBuffer
  // Used for each byte or value; nothing that is called meanwhile comes back to them.
  /// Bytes from here on are kept.
  @exclusivity(unchecked) private var anchor = 0
  @exclusivity(unchecked) private var anchorLine = 1
  @exclusivity(unchecked) private var at = 0
  @exclusivity(unchecked) private var writesTape = false

  init(_ text: any TextSource) { buffer = TextBuffer(text) }

  // MARK: Steps

  /// The next byte that is no white space; nil at the end of the text.
  @inline(__always)
  func peek() throws -> UInt8? {
    // Mostly there is no white space, or one space.
    if at < buffer.count {
      let byte = buffer.base[at]
      if byte > ASCII.space { return byte }
    }
    return try peekBehindBlanks()
  }

  private func peekBehindBlanks() throws -> UInt8? {
    while true {
      while at < buffer.count {
        let byte = buffer.base[at]
        switch byte {
        case ASCII.lineFeed: line += 1
        case ASCII.space, ASCII.tab, ASCII.carriageReturn: break
        default: return byte
        }
        at += 1
      }
      // A record that was read stays until the next mark.
      if tape.isEmpty { anchor = at }
      guard try more() else { return nil }
    }
  }

  /// Reads one byte that must be `byte`, after white space.
  func expect(_ byte: UInt8) throws {
    guard let found = try peek() else { throw fault(.truncated) }
    guard found == byte else { throw fault(.unexpected) }
    at += 1
  }

  /// Reads `byte` if it comes next, after white space.
  func accept(_ byte: UInt8) throws -> Bool {
    guard try peek() == byte else { return false }
    at += 1
    return true
  }

  /// Starts to keep what is read from here on.
  func mark() throws {
    _ = try peek()
    anchor = at
    anchorLine = line
    tape.removeAll(keepingCapacity: true)
  }

  /// Reads one value from the mark on; its tape stays until the next mark.
  func readMarkedValue(depth: Int = 0) throws {
    writesTape = true
    defer { writesTape = false }
    try readValue(depth: depth)
  }

  /// Reads one value and keeps nothing of it.
  func skipValue(depth: Int = 0) throws { try readValue(depth: depth) }

  /// Reads a name and the colon behind it.
  func readName() throws -> String {
    try mark()
    writesTape = true
    defer { writesTape = false }
    guard try peek() == ASCII.quote else { throw fault(try peek() == nil ? .truncated : .unexpected) }
    try readString()
    let name = JSONValue(scanner: self, index: 0).string ?? ""
    try expect(ASCII.colon)
    return name
  }

  /// Bytes of a node, valid until reading goes on.
  func bytes(_ node: JSONNode) -> Bytes {
    buffer.bytes(anchor + Int(node.start)..<anchor + Int(node.end))
  }

  func fault(_ kind: JSONFault.Kind) -> JSONFault {
    JSONFault(kind: kind, line: line, offset: buffer.dropped + at)
  }

  private func more() throws -> Bool {
    guard buffer.count - anchor <= JSONScanner.valueLimit else { throw fault(.tooLarge) }
    let start = anchor
    let isMore = try buffer.refill(keeping: start)
    at -= start
    anchor = 0
    return isMore
  }
}

// MARK: - Values

extension JSONScanner {
  private func readValue(depth: Int) throws {
    guard let byte = try peek() else { throw fault(.truncated) }
    if !writesTape { anchor = at }
    switch byte {
    case ASCII.openBrace: try readContainer(.object, until: ASCII.closeBrace, depth: depth)
    case ASCII.openBracket: try readContainer(.array, until: ASCII.closeBracket, depth: depth)
    case ASCII.quote: try readString()
    case UInt8(ascii: "t"): try readLiteral("true", .true)
    case UInt8(ascii: "f"): try readLiteral("false", .false)
    case UInt8(ascii: "n"): try readLiteral("null", .null)
    default: try readNumber()
    }
    if writesTape, at - anchor > JSONScanner.valueLimit { throw fault(.tooLarge) }
  }

  private func readContainer(_ kind: JSONNode.Kind, until close: UInt8, depth: Int) throws {
    guard depth < JSONScanner.depthLimit else { throw fault(.tooDeep) }
    let index = open(kind)
    at += 1
    var isFirst = true
    while try !accept(close) {
      if !isFirst { try expect(ASCII.comma) }
      isFirst = false
      if kind == .object {
        guard try peek() == ASCII.quote else { throw fault(try peek() == nil ? .truncated : .unexpected) }
        if !writesTape { anchor = at }
        try readString()
        try expect(ASCII.colon)
      }
      try readValue(depth: depth + 1)
    }
    self.close(index)
  }

  private func readString() throws {
    let start = at - anchor
    at += 1
    var hasEscapes = false
    while true {
      at = stringStop(from: at)
      guard at < buffer.count else {
        guard try more() else { throw fault(.truncated) }
        continue
      }
      let byte = buffer.base[at]
      if byte == ASCII.quote { break }
      guard byte == ASCII.backslash else { throw fault(.unexpected) }
      hasEscapes = true
      try readEscape()
    }
    add(hasEscapes ? .escapedString : .string, from: start + 1, to: at - anchor)
    at += 1
  }

  /// The first quote, backslash or control character at or after `start`, or the end of what is buffered.
  private func stringStop(from start: Int) -> Int {
    var at = start
    let base = UnsafePointer(buffer.base)
    let end = buffer.count
    while at + 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
      let controls = (word &- Word.repeating(0x20)) & ~word & Word.repeating(0x80)
      let stops =
        controls | Word.zeros(word ^ Word.repeating(ASCII.quote))
        | Word.zeros(word ^ Word.repeating(ASCII.backslash))
      if stops != 0 { return at + stops.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      let byte = base[at]
      if byte == ASCII.quote || byte == ASCII.backslash || byte < 0x20 { return at }
      at += 1
    }
    return end
  }

  private func readEscape() throws {
    at += 1
    switch try nextByte() {
    case ASCII.quote, ASCII.backslash, ASCII.slash, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      at += 1
      for _ in 0..<4 {
        guard try nextByte().isHexDigit else { throw fault(.unexpected) }
        at += 1
      }
    default: throw fault(.unexpected)
    }
  }

  private func readNumber() throws {
    let start = at - anchor
    if try nextByte() == ASCII.minus { at += 1 }
    if try nextByte() == ASCII.zero { at += 1 } else { try readDigits() }
    if try peekRaw() == ASCII.dot {
      at += 1
      try readDigits()
    }
    if let byte = try peekRaw(), byte | 0x20 == UInt8(ascii: "e") {
      at += 1
      let sign = try nextByte()
      if sign == ASCII.plus || sign == ASCII.minus { at += 1 }
      try readDigits()
    }
    add(.number, from: start, to: at - anchor)
  }

  private func readDigits() throws {
    guard ASCII.isDigit(try nextByte()) else { throw fault(.unexpected) }
    while let byte = try peekRaw(), ASCII.isDigit(byte) { at += 1 }
  }

  private func readLiteral(_ word: StaticString, _ kind: JSONNode.Kind) throws {
    let start = at - anchor
    for index in 0..<word.utf8CodeUnitCount {
      guard try nextByte() == word.utf8Start[index] else { throw fault(.unexpected) }
      at += 1
    }
    add(kind, from: start, to: at - anchor)
  }

  /// The next byte, white space or not.
  private func peekRaw() throws -> UInt8? {
    while at >= buffer.count {
      guard try more() else { return nil }
    }
    return buffer.base[at]
  }

  private func nextByte() throws -> UInt8 {
    guard let byte = try peekRaw() else { throw fault(.truncated) }
    return byte
  }

  private func add(_ kind: JSONNode.Kind, from start: Int, to end: Int) {
    guard writesTape else { return }
    tape.append(JSONNode(kind: kind, start: Int32(start), end: Int32(end), next: Int32(tape.count + 1)))
  }

  private func open(_ kind: JSONNode.Kind) -> Int {
    guard writesTape else { return 0 }
    tape.append(JSONNode(kind: kind, start: Int32(at - anchor), end: 0))
    return tape.count - 1
  }

  private func close(_ index: Int) {
    guard writesTape else { return }
    tape[index].end = Int32(at - anchor)
    tape[index].next = Int32(tape.count)
  }
}

// MARK: - After a fault

extension JSONScanner {
  enum LeftOut { case behindValue, lineEnd, textEnd }

  /// Goes back to the mark and leaves out the value there by its quotes and brackets alone, up to the comma
  /// or bracket behind it, or to the end of its line.
  func leaveOutMarkedValue(stopsAtLineEnd: Bool) throws -> LeftOut {
    at = anchor
    line = anchorLine
    var depth = 0
    var isInString = false
    while let byte = try peekRaw() {
      if byte == ASCII.lineFeed, stopsAtLineEnd { return markHere(.lineEnd) }
      if isInString {
        if byte == ASCII.backslash { at += 1 }
        isInString = byte != ASCII.quote
      } else {
        switch byte {
        case ASCII.quote: isInString = true
        case ASCII.openBrace, ASCII.openBracket: depth += 1
        case ASCII.closeBrace, ASCII.closeBracket, ASCII.comma:
          if depth == 0 { return .behindValue }
          depth -= byte == ASCII.comma ? 0 : 1
        default: break
        }
      }
      line += byte == ASCII.lineFeed ? 1 : 0
      at += 1
      anchor = min(at, buffer.count)
    }
    return .textEnd
  }

  private func markHere(_ outcome: LeftOut) -> LeftOut {
    anchor = at
    anchorLine = line
    return outcome
  }

  /// Goes back to the mark and leaves out all to the end of its line. False if the text ends first.
  func leaveOutMarkedLine() throws -> Bool {
    at = anchor
    line = anchorLine
    while let byte = try peekRaw() {
      at += 1
      anchor = at
      if byte == ASCII.lineFeed {
        line += 1
        return true
      }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    ASCII.isDigit(self) || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "f"))
  }
}
