/// Reads delimited text row by row: RFC 4180 with any one-byte delimiter, LF, CR LF or CR. Memory is bounded;
/// the cells of the current row are views into a buffer that is reused.
///
/// Lenient where files are: text after a closing quote belongs to the field, a quote inside an unquoted field
/// is a letter. A field or row that is too long, or a quote that is never closed, costs that row: reading
/// goes on at the next line.
package final class CSVParser {
  /// Longest field and longest row, in bytes.
  package static let fieldLimit = 1 << 20
  package static let rowLimit = 2 << 20

  package enum Step: Equatable {
    case row
    case refused(Fault)
    case end
  }

  /// Why a row was refused, and where.
  package struct Fault: Equatable {
    package enum Kind { case fieldTooLong, rowTooLong, unclosedQuote }
    package var kind: Kind
    /// Line where the field (or row) starts, from 1.
    package var line: Int
    /// Column from 1.
    package var column: Int
    /// Place of the field (or row) in the text, in bytes.
    package var offset: Int
  }

  /// Line of the current row's start, from 1.
  package private(set) var line = 1
  /// Whether the current row holds U+FFFD in the place of bytes that could not be read.
  package private(set) var isDamaged = false
  /// Whether the current row is read for the second time, after a refused one that seemed to hold it.
  package private(set) var isResynchronised = false
  /// Whether the text ended before the row's line did.
  package private(set) var isUnfinished = false

  private enum State { case start, plain, quoted, closing, skipping }

  /// A field's place, relative to the row's start.
  private struct Field {
    var start: Int
    var end: Int
    var hasDoubledQuotes: Bool
    /// Where the closing quote stands, if text follows it.
    var closing: Int?
  }

  private let buffer: TextBuffer
  private let delimiter: UInt8
  private let countsRows: Bool
  private let delimiters: UInt64
  private let hasBackslashQuotes: Bool
  // Used for each field or byte; nothing that is called meanwhile comes back to them.
  @exclusivity(unchecked) private var fields: [Field] = []
  @exclusivity(unchecked) private var rowStart = 0
  @exclusivity(unchecked) private var at = 0
  @exclusivity(unchecked) private var state = State.start
  @exclusivity(unchecked) private var open = Field(start: 0, end: 0, hasDoubledQuotes: false, closing: nil)
  @exclusivity(unchecked) private var nextLine = 1
  @exclusivity(unchecked) private var skipsLineFeed = false
  private var hasEnded = false
  /// Rows that start before this place of the text are read for the second time.
  private var highWater = 0

  /// - Parameters:
  ///   - countsRows: whether each row is one line, whatever line breaks its cells hold.
  ///   - hasBackslashQuotes: whether a quote behind a backslash is a letter, unless its field ends with it.
  package init(
    _ text: any TextSource, delimiter: UInt8, startingAtLine line: Int = 1, countsRows: Bool = false,
    hasBackslashQuotes: Bool = false
  ) {
    self.countsRows = countsRows
    buffer = TextBuffer(text)
    self.delimiter = delimiter
    self.hasBackslashQuotes = hasBackslashQuotes
    delimiters = Word.repeating(delimiter)
    nextLine = line
  }

  private func lineBreaks(_ range: Range<Int>) -> Int { countsRows ? 0 : buffer.lineBreaks(range) }

  /// How many cells the current row has.
  package var count: Int { fields.count }

  /// A cell of the current row, valid until `advance`.
  package subscript(index: Int) -> Bytes {
    let field = fields[index]
    return buffer.bytes(rowStart + field.start..<rowStart + field.end)
  }

  /// Goes to the next row.
  /// - Throws: what the source of the text throws.
  package func advance() throws -> Step {
    beginRow()
    while true {
      if state == .skipping {
        if let step = try skipLine() { return step }
        continue
      }
      if scanRow() {
        if let fault = tooLong(upTo: at) { return .refused(refuse(fault)) }
        return finishRow()
      }
      if let fault = tooLong(upTo: buffer.count) { return .refused(refuse(fault)) }
      guard try !more() else { continue }
      // A byte may have waited for the one behind it, which never comes.
      if at == buffer.count { return endOfText() }
    }
  }

  private func beginRow() {
    fields.removeAll(keepingCapacity: true)
    rowStart = at
    line = nextLine
    isDamaged = false
    isResynchronised = buffer.dropped + rowStart < highWater
    isUnfinished = false
    if state != .skipping { state = .start }
  }

  private func more() throws -> Bool {
    guard !hasEnded else { return false }
    let start = rowStart
    let isMore = try buffer.refill(keeping: start)
    if isMore || start > 0 {
      at -= start
      rowStart = 0
    }
    hasEnded = !isMore
    isDamaged = isDamaged || buffer.sawReplacement
    buffer.sawReplacement = false
    return isMore
  }
}

// MARK: - Scanning

extension CSVParser {
  /// Goes on to the end of the row or of what is buffered; true behind the end of a row.
  private func scanRow() -> Bool {
    let bytes = UnsafePointer(buffer.base)
    let end = buffer.count
    if skipsLineFeed, at < end { dropLineFeed() }
    var at = at
    defer { self.at = at }
    while at < end {
      switch state {
      case .start:
        let isQuoted = bytes[at] == ASCII.quote
        if isQuoted { at += 1 }
        open = Field(start: at - rowStart, end: 0, hasDoubledQuotes: false, closing: nil)
        state = isQuoted ? .quoted : .plain
      case .plain:
        at = nextStop(bytes, from: at, end: end)
        guard at < end else { return false }
        if endField(at, by: bytes[at]) {
          at += 1
          return true
        }
        at += 1
      case .quoted:
        at = Bytes(start: bytes, count: end).position(of: ASCII.quote, from: at) ?? end
        guard at < end else { return false }
        at += 1
        state = .closing
      case .closing:
        if hasBackslashQuotes, at + 1 == end, !hasEnded { return false }
        closeQuote(bytes[at], at: &at)
      case .skipping: return false
      }
    }
    return false
  }

  /// Decides what a quote inside a quoted field was, by the byte after it.
  private func closeQuote(_ byte: UInt8, at: inout Int) {
    if isBackslashQuote(at - 1), isInsideText(at) {
      state = .quoted
      return
    }
    if byte == ASCII.quote {
      open.hasDoubledQuotes = true
      state = .quoted
      at += 1
      return
    }
    open.closing = at - 1 - rowStart
    state = .plain
  }

  /// Whether the quote at `place`, inside a quoted field, stands behind a backslash that makes it a letter.
  private func isBackslashQuote(_ place: Int) -> Bool {
    hasBackslashQuotes && place > rowStart && buffer.base[place - 1] == ASCII.backslash
  }

  /// Whether a backslash and a quote before `place` belong to the text. PHP puts all that holds a space in quotes, so
  /// that a field never starts with one: a delimiter and a space are text, too.
  private func isInsideText(_ place: Int) -> Bool {
    let byte = buffer.base[place]
    if byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return false }
    return byte != delimiter || (place + 1 < buffer.count && buffer.base[place + 1] == ASCII.space)
  }

  /// Ends the open field; true when the row ends with it.
  private func endField(_ place: Int, by byte: UInt8) -> Bool {
    open.end = place - rowStart
    if open.closing == open.end - 1 {
      open.end -= 1
      open.closing = nil
    }
    fields.append(open)
    state = .start
    skipsLineFeed = byte == ASCII.carriageReturn
    return byte != delimiter
  }

  /// The first delimiter or line end at or after `start`.
  @inline(__always)
  private func nextStop(_ bytes: UnsafePointer<UInt8>, from start: Int, end: Int) -> Int {
    var at = start
    while at + 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      let stops =
        Word.zeros(word ^ delimiters) | Word.zeros(word ^ Word.repeating(ASCII.lineFeed))
        | Word.zeros(word ^ Word.repeating(ASCII.carriageReturn))
      if stops != 0 { return at + stops.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      let byte = bytes[at]
      if byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { return at }
      at += 1
    }
    return end
  }

  /// The LF of a CR LF whose CR ended the row before.
  private func dropLineFeed() {
    skipsLineFeed = false
    guard at == rowStart, buffer.base[at] == ASCII.lineFeed else { return }
    at += 1
    rowStart = at
  }

  private func finishRow() -> Step {
    let content = rowStart..<max(rowStart, at - 1)
    nextLine = line + lineBreaks(content) + 1
    undoubleQuotes()
    return .row
  }

  /// Makes the values of fields with quotes inside them, in place.
  private func undoubleQuotes() {
    for index in fields.indices where fields[index].hasDoubledQuotes || fields[index].closing != nil {
      let field = fields[index]
      var write = rowStart + field.start
      var read = write
      let closing = field.closing.map { rowStart + $0 } ?? rowStart + field.end
      while read < rowStart + field.end {
        let byte = buffer.base[read]
        if read == closing {
          read += 1
          continue
        }
        buffer.base[write] = byte
        let isDoubled = byte == ASCII.quote && read < closing && !isBackslashQuote(read)
        write += 1
        read += isDoubled ? 2 : 1
      }
      fields[index].end = write - rowStart
    }
  }
}

// MARK: - Rows that cannot be read

extension CSVParser {
  /// The fault of a row that reaches to `place`, if it or one of its fields is too long; the one that shows
  /// first.
  private func tooLong(upTo place: Int) -> Fault? {
    guard place - rowStart > CSVParser.fieldLimit else { return nil }
    var column = fields.firstIndex { $0.end - $0.start > CSVParser.fieldLimit }
    var start = column.map { fields[$0].start }
    if column == nil, state != .start, place - rowStart - open.start > CSVParser.fieldLimit {
      column = fields.count
      start = open.start
    }
    if let column, let start, start + CSVParser.fieldLimit <= CSVParser.rowLimit {
      return fault(.fieldTooLong, column: column, from: rowStart + start)
    }
    return place - rowStart > CSVParser.rowLimit ? fault(.rowTooLong, column: 0, from: rowStart) : nil
  }

  private func fault(_ kind: Fault.Kind, column: Int, from place: Int) -> Fault {
    Fault(
      kind: kind, line: line + lineBreaks(rowStart..<max(rowStart, place)), column: column + 1,
      offset: buffer.dropped + place)
  }

  /// Goes on at the line after the fault's start; if that was tried before, at the line after the limit.
  private func refuse(_ fault: Fault) -> Fault {
    var origin = fault.offset - buffer.dropped
    let limit = fault.kind == .rowTooLong ? CSVParser.rowLimit : CSVParser.fieldLimit
    if buffer.dropped + rowStart < highWater {
      origin = min(origin + limit, buffer.count)
    } else {
      highWater = fault.offset + limit
    }
    fields.removeAll(keepingCapacity: true)
    skipsLineFeed = false
    nextLine = line + lineBreaks(rowStart..<origin)
    at = origin
    state = .skipping
    return fault
  }

  /// Goes behind the next line break; a step only at the end of the text.
  private func skipLine() throws -> Step? {
    rowStart = at
    let rest = buffer.bytes(at..<buffer.count)
    if let stop = rest.firstIndex(where: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }) {
      skipsLineFeed = rest[stop] == ASCII.carriageReturn
      at += stop + 1
      nextLine += 1
      state = .start
      beginRow()
      return nil
    }
    at = buffer.count
    rowStart = at
    return try more() ? nil : .end
  }

  private func endOfText() -> Step {
    isUnfinished = true
    switch state {
    case .skipping: return .end
    case .start:
      if fields.isEmpty { return .end }
      open = Field(start: at - rowStart, end: at - rowStart, hasDoubledQuotes: false, closing: nil)
      fields.append(open)
    case .quoted: return unclosed()
    case .closing:
      open.closing = at - 1 - rowStart
      _ = endField(at, by: ASCII.lineFeed)
    case .plain: _ = endField(at, by: ASCII.lineFeed)
    }
    state = .start
    nextLine = line + lineBreaks(rowStart..<at)
    undoubleQuotes()
    return .row
  }

  private func unclosed() -> Step {
    let isSecondTry = buffer.dropped + rowStart < highWater
    let fault = fault(.unclosedQuote, column: fields.count, from: rowStart + open.start)
    _ = refuse(fault)
    highWater = buffer.dropped + buffer.count
    if isSecondTry { at = buffer.count }
    return .refused(fault)
  }
}
