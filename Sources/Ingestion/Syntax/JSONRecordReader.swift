/// Walks JSON of any size and hands out its records one at a time: whole documents (one a line, or in one
/// array), or the elements of an array that is a member of the document, with the document's own simple
/// members beside them.
package final class JSONRecordReader {
  /// What a record is.
  package enum Layout: Equatable {
    case documents
    /// Elements of the arrays with these names in each document.
    case members([String])
  }

  package enum Event {
    case documentBegan(line: Int)
    /// A member of the document that is no record: its name and a string, number, Boolean or null.
    case member(String, JSONValue)
    case record(JSONValue, line: Int, isDamaged: Bool)
    case documentEnded
    /// A record, or the rest of the text, that could not be read.
    case fault(JSONFault, isFinal: Bool)
  }

  private enum Place { case root, rootArray, document, records, done }

  private let scanner: JSONScanner
  private let layout: Layout
  private let allowsLines: Bool
  private var place = Place.root
  private var isFirst = true
  private var isInRootArray = false
  private var documentLine = 0
  private var documents = 0
  private var isInRecord = false
  private var recordLine = 0
  /// Whether a broken line was left out, so that the next document starts on a new one.
  private var isAfterLine = false

  /// - Parameter allowsLines: whether one document may follow another on a new line.
  package init(_ text: any TextSource, layout: Layout, allowsLines: Bool = true) {
    scanner = JSONScanner(text)
    self.layout = layout
    self.allowsLines = allowsLines
  }

  /// The next thing that was found, valid until the next call; nil at the end.
  /// - Throws: what the source of the text throws.
  package func next() throws -> Event? {
    do {
      while true {
        let event: Event?
        switch place {
        case .root: event = try nextAtRoot()
        case .rootArray: event = try nextInRootArray()
        case .document: event = try nextInDocument()
        case .records: event = try nextInRecords()
        case .done: return nil
        }
        if let event { return event }
      }
    } catch let fault as JSONFault {
      return try recover(from: fault)
    }
  }

  private func nextAtRoot() throws -> Event? {
    let before = scanner.line
    guard let byte = try scanner.peek() else {
      place = .done
      return documents == 0 ? .fault(scanner.fault(.truncated), isFinal: true) : nil
    }
    if documents > 0, !isAfterLine, !allowsLines || scanner.line == before {
      try scanner.mark()
      throw scanner.fault(.unexpected)
    }
    isAfterLine = false
    documents += 1
    if byte == ASCII.openBracket {
      try scanner.expect(byte)
      place = .rootArray
      isFirst = true
      isInRootArray = true
      return nil
    }
    return try nextDocument()
  }

  private func nextInRootArray() throws -> Event? {
    if try isEnd(ASCII.closeBracket) {
      place = .root
      isInRootArray = false
      return nil
    }
    return try nextDocument()
  }

  private func nextDocument() throws -> Event? {
    try scanner.mark()
    documentLine = scanner.line
    if layout != .documents, try scanner.accept(ASCII.openBrace) {
      place = .document
      isFirst = true
      return .documentBegan(line: documentLine)
    }
    return try nextRecord()
  }

  private func nextInDocument() throws -> Event? {
    if try isEnd(ASCII.closeBrace) {
      place = isInRootArray ? .rootArray : .root
      isFirst = false
      return .documentEnded
    }
    let name = try scanner.readName()
    let byte = try scanner.peek()
    if case .members(let names) = layout, byte == ASCII.openBracket, names.contains(name) {
      try scanner.expect(ASCII.openBracket)
      place = .records
      isFirst = true
      return nil
    }
    if byte == ASCII.openBrace || byte == ASCII.openBracket {
      try scanner.skipValue(depth: 1)
      return nil
    }
    try scanner.mark()
    try scanner.readMarkedValue(depth: 1)
    return .member(name, JSONValue(scanner: scanner, index: 0))
  }

  private func nextInRecords() throws -> Event? {
    if try isEnd(ASCII.closeBracket) {
      place = .document
      isFirst = false
      return nil
    }
    return try nextRecord()
  }

  private func nextRecord() throws -> Event? {
    isInRecord = true
    try scanner.mark()
    recordLine = scanner.line
    scanner.sawReplacement = false
    try scanner.readMarkedValue(depth: place == .records ? 2 : 0)
    if place != .root, let byte = try scanner.peek(), byte != ASCII.comma, byte != ASCII.closeBracket {
      throw scanner.fault(.unexpected)
    }
    isInRecord = false
    return .record(JSONValue(scanner: scanner, index: 0), line: recordLine, isDamaged: scanner.sawReplacement)
  }

  /// Reads the comma before an element or member, or the end of its container.
  private func isEnd(_ close: UInt8) throws -> Bool {
    if try scanner.accept(close) { return true }
    if !isFirst { try scanner.expect(ASCII.comma) }
    isFirst = false
    return false
  }

  /// Leaves out the record that a fault lies in; a fault elsewhere ends the reading, unless documents stand
  /// on lines.
  private func recover(from found: JSONFault) throws -> Event {
    var fault = found
    // A record that misses its end is found out only at what follows.
    if isInRecord { fault.line = recordLine }
    let isOneLine = allowsLines && !isInRootArray && fault.line == documentLine
    var isFinal = true
    do {
      if isInRecord, place != .root {
        isFinal = try !leaveOutRecord(stopsAtLineEnd: isOneLine)
      } else if allowsLines, place == .root || isOneLine {
        if place != .root { try scanner.mark() }
        isFinal = try !leaveOutLine()
      }
    } catch is JSONFault {
      isFinal = true
    }
    isInRecord = false
    if isFinal { place = .done }
    return .fault(fault, isFinal: isFinal)
  }

  private func leaveOutRecord(stopsAtLineEnd: Bool) throws -> Bool {
    switch try scanner.leaveOutMarkedValue(stopsAtLineEnd: stopsAtLineEnd) {
    case .behindValue: return true
    case .lineEnd: return try leaveOutLine()
    case .textEnd: return false
    }
  }

  private func leaveOutLine() throws -> Bool {
    guard try scanner.leaveOutMarkedLine() else { return false }
    isAfterLine = true
    place = .root
    return true
  }
}
